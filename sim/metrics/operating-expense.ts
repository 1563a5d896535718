import { WEEKS_PER_YEAR, type Window } from './window.ts';

/** What is spent whether anything is sold or not, by kind: money of a year, over the weeks of a window. */
export const EXPENSES: Readonly<
  Record<string, { title: string; definition: string; of: (window: Window) => number }>
> = {
  payroll: {
    title: 'payroll with burden',
    definition: 'Salaries of everybody employed, times the burden.',
    of: (window) => window.payroll() * window.firm.scenario.money.burden,
  },
  travel: {
    title: 'travel',
    definition: 'Miles driven, flights and nights away, each at its price.',
    of: (window) => {
      const { perMile, perFlight, perNight } = window.firm.scenario.money.travel;
      const perWeek =
        window.perWeek('road-miles') * perMile +
        window.perWeek('flights') * perFlight +
        window.perWeek('nights-away') * perNight;
      return perWeek * WEEKS_PER_YEAR;
    },
  },
  campaigns: {
    title: 'campaigns',
    definition: 'What campaigns cost beside working time, when they are sent.',
    of: (window) => window.perWeek('campaigns.cost') * WEEKS_PER_YEAR,
  },
  hiring: {
    title: 'hiring',
    definition: 'What it costs to find people and to make them fit for the job, when they begin.',
    of: (window) => window.perWeek('hiring.cost') * WEEKS_PER_YEAR,
  },
  offices: {
    title: 'offices and other',
    definition: 'Offices that the organisation keeps, and its other yearly costs.',
    of: ({ firm }) => firm.scenario.organisation.costs.offices + firm.scenario.organisation.costs.other,
  },
  transition: {
    title: 'transition',
    definition: 'What the plan of change costs beside salaries, its champion included.',
    of: (window) => window.transitionCost(),
  },
};

/** Everything that is spent whether anything is sold or not, in a year. */
export function operatingExpense(window: Window): number {
  return Object.values(EXPENSES).reduce((sum, { of }) => sum + of(window), 0);
}
