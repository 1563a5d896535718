import { choice, group, quantity, someOf, text } from './fields.ts';

/** The contiguous states and the District of Columbia. */
export const STATES = [
  ...['AL', 'AR', 'AZ', 'CA', 'CO', 'CT', 'DC', 'DE', 'FL', 'GA', 'IA', 'ID', 'IL', 'IN', 'KS', 'KY', 'LA'],
  ...['MA', 'MD', 'ME', 'MI', 'MN', 'MO', 'MS', 'MT', 'NC', 'ND', 'NE', 'NH', 'NJ', 'NM', 'NV', 'NY', 'OH'],
  ...['OK', 'OR', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VA', 'VT', 'WA', 'WI', 'WV', 'WY'],
] as const;

/** Which real cities the territory has. Its size, and the cities' places, weights and radii, follow from them. */
export const citiesFrom = group({
  data: choice(['none', 'us-cities'], 'none', {
    about:
      'Where cities come from, beside those that are listed: from data, which fills cities, width and height.',
    source: 'scenarios/data/README.md: GeoNames',
  }),
  states: someOf(STATES, {
    about: 'Only cities of these states; all of the 48 contiguous ones if the list is empty.',
    source: 'the scenario',
  }),
  around: text('', {
    about: 'Only cities within a distance of this one, such as Cleveland, OH; anywhere if empty.',
    source: 'the scenario',
  }),
  within: quantity('distance', '250 mi', {
    about: 'That distance, as the crow flies.',
    source: 'the scenario',
    min: '1 mi',
  }),
  merge: quantity('distance', '40 mi', {
    about: 'A city nearer than this to a larger one is part of it: a traveller sees one place.',
    source: 'D: an hour of city driving; low',
  }),
  minPopulation: quantity('count', 100_000, {
    about: 'Only cities with so many inhabitants, with all that is part of them; data ends at 20000.',
    source: 'the scenario',
  }),
  most: quantity('count', 12, {
    about: 'No more cities than this: the largest.',
    source: 'the scenario',
    min: '1',
    max: '200',
  }),
  density: quantity('factor', 2553, {
    about: 'Inhabitants of a square mile: how large the disc of a city is.',
    source: 'B: US Census Bureau, urban areas of 2020; medium',
    min: '1',
  }),
});
