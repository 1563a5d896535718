import * as z from 'zod/mini';
import { citiesFrom } from './cities-from.ts';
import { choice, group, list, quantity } from './fields.ts';
import { bareQuantity, bareText } from './quantities.ts';

/** One city of a territory; x and y are miles east and north of its south-west corner. */
const city = z.strictObject({
  name: bareText(),
  x: bareQuantity('distance'),
  y: bareQuantity('distance'),
  radius: z.prefault(bareQuantity('distance'), '12 mi'),
  weight: z.prefault(bareQuantity('factor'), 1),
});

/** Where customers are, and how long it takes to get there. */
export const territory = group({
  layout: choice(['uniform', 'clustered', 'cities'], 'uniform', {
    about: 'How places spread: evenly, in clusters of neighbours, or in the cities listed.',
    source: 'decision: the hardest case for batching',
  }),
  width: quantity('distance', '225 mi', {
    about: 'East-west size of the whole market. Salespeople share it in rectangles of equal area.',
    source: 'D: ten territories 45 mi square, baseline firm; low',
    min: '1 mi',
  }),
  height: quantity('distance', '90 mi', {
    about: 'North-south size of the whole market.',
    source: 'D: ten territories 45 mi square, baseline firm; low',
    min: '1 mi',
  }),
  clusters: group({
    count: quantity('count', 60, {
      about: 'Clusters in the whole market.',
      source: 'D: six in a territory 45 mi square; low',
      min: '1',
    }),
    radius: quantity('distance', '4 mi', { about: 'Radius of a cluster.', source: 'D; low' }),
    share: quantity('share', '85 %', {
      about: 'Share of places that lie in clusters; the others are spread evenly.',
      source: 'D; low',
      max: '100 %',
    }),
  }),
  cities: list(city, [], {
    about: 'Cities for the layout cities: name, x, y, radius and weight (share of places).',
    source: 'the scenario',
  }),
  citiesFrom,
  circuity: quantity('factor', 1.25, {
    about: 'Road distance over straight distance.',
    source: "V27 Newell 1.2, O'Sullivan 1.21-1.23; 1.20-1.42; SGB 1.23, 1.25 under 400 mi; high",
    min: '1',
  }),
  metroSpeed: quantity('speed', '28 mph', {
    about: 'Door to door speed, parking included, over the first miles of a leg.',
    source: 'B; high',
    min: '1 mph',
  }),
  metroMiles: quantity('distance', '25 mi', {
    about: 'Road miles of a leg at metro speed; the rest is regional.',
    source: 'D; low',
  }),
  regionalSpeed: quantity('speed', '50 mph', { about: 'Speed beyond.', source: 'B; high', min: '1 mph' }),
  parking: quantity('work', '0 min', {
    about: 'Parking and walking at each arrival, on top.',
    source: 'B: the metro speed includes it',
  }),
  flight: quantity('work', '4.5 h', {
    about: 'Door to door time of a flight between two cities; taken where it is faster than driving.',
    source: 'B, 3-7 h; medium',
    min: '1 h',
  }),
  inTheAir: quantity('work', '0 min', {
    about: 'Time in the air for each 100 miles, on top of that; 0 if all flights take the same.',
    source: 'B: 12 min at 500 mph; medium',
    max: '1 h',
  }),
});
