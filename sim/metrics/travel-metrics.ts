import type { Metric } from './metric.ts';

/** How far people go for their appointments, and what a trip with nights away brings. */
export const TRAVEL_METRICS: readonly Metric[] = [
  {
    id: 'road-miles-per-week',
    title: 'Miles driven',
    unit: 'per week',
    definition: 'Road miles of salespeople and project leaders, counted when they set out; flights left out.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => window.perWeek('road-miles'),
  },
  {
    id: 'flights-per-week',
    title: 'Flights',
    unit: 'per week',
    definition: 'Flights of salespeople and project leaders, one way each, counted when they set out.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('flights'),
  },
  {
    id: 'nights-away-per-week',
    title: 'Nights away',
    unit: 'per week',
    definition:
      'Nights that salespeople and project leaders spend on trips to far cities: one before each day of a trip. ' +
      'Counted when the trip is over.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('nights-away'),
  },
  {
    id: 'trips-per-week',
    title: 'Trips with nights away',
    unit: 'per week',
    definition: 'Trips of salespeople to a far city that ended. One to which nobody was booked is not made.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.perWeek('trips.ended'),
  },
  {
    id: 'appointments-per-trip',
    title: 'Appointments held on a trip',
    unit: 'number',
    definition: 'Meetings and visits held on trips that ended, over those trips. No-shows are left out.',
    indifference: 0.1,
    weekly: false,
    of: (window) => window.ratio(window.total('trips.held'), window.total('trips.ended')),
  },
  {
    id: 'trips-filled',
    title: 'Trips that are filled',
    unit: 'share',
    definition:
      'Share of trips that begin with at least seven appointments for every eight places, four places to each day as planned.',
    indifference: 0.02,
    weekly: false,
    of: (window) => window.ratio(window.total('trips.filled'), window.total('trips.ended')),
  },
];
