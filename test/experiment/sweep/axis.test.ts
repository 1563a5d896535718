import { describe, expect, it } from 'vitest';
import { axesOf, axisOf } from '../../../sim/experiment/sweep/axis.ts';
import { plainOf } from '../../../sim/scenario/tree.ts';

const valuesOf = (text: string) => {
  const { grid, written } = axisOf(text);
  return grid.map((number) => plainOf(written(number)));
};

/** On one line, however it was wrapped. */
function messageOf(act: () => unknown): string {
  try {
    act();
    return 'nothing was wrong';
  } catch (error) {
    return (error as Error).message.replace(/\s+/g, ' ');
  }
}

describe('a range to vary', () => {
  it('is so many values from one to the other, in the unit of the scenario', () => {
    expect(valuesOf('market.opportunities.inflow=0.5..3/6')).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
    expect(valuesOf('organisation.visitsKept=20 %..60 %/5')).toEqual([
      '20 %',
      '30 %',
      '40 %',
      '50 %',
      '60 %',
    ]);
    expect(valuesOf('organisation.visitsKept = 20..60 % / 3')).toEqual(['20 %', '40 %', '60 %']);
    expect(valuesOf('organisation.booking.detourCap=30 min..90 min/3')).toEqual([
      '30 min',
      '60 min',
      '90 min',
    ]);
    expect(valuesOf('organisation.roles.salesperson.salary=$100k..$130k/2')).toEqual(['$100k', '$130k']);
  });

  it('is every whole number where only whole numbers can be set, five values otherwise', () => {
    expect(valuesOf('organisation.roles.customer-service.heads=4..7')).toEqual([4, 5, 6, 7]);
    expect(valuesOf('organisation.roles.customer-service.heads=4..10/3')).toEqual([4, 7, 10]);
    expect(valuesOf('market.opportunities.inflow=1..2')).toEqual([1, 1.25, 1.5, 1.75, 2]);
  });

  it.each([
    ['market.opportunities.inflow', /^--vary market.*is no range of values accepted: path=from\.\.to/],
    ['market.opportunities.inflow=1', /is no range of values/],
    ['market.opportunities.inflow=a..b/3', /has an end without a number/],
    ['market.opportunities.inflow=3..1/3', /goes from 3 to 1, which is not above it/],
    ['organisation.visitsKept=20 %..3 min/3', /ends in two units: 20 % and 3 min/],
    ['market.opportunities.inflow=1..2/1', /asks for 1 values/],
    [
      'organisation.roles.project-leader.heads=5..8/3',
      /asks for 3 values from 5 to 8 .*not all whole numbers accepted: 2 or 4 values/,
    ],
    [
      'organisation.roles.customer-service.heads=4..6/5',
      /asks for 5 values, and there are fewer whole numbers/,
    ],
  ])('refuses %s in words', (text, message) => {
    expect(messageOf(() => axisOf(text))).toMatch(message);
  });

  it('varies one path or two different ones', () => {
    expect(() => axesOf([])).toThrow(/0 paths are varied/);
    const inflow = 'market.opportunities.inflow=1..2/2';
    expect(() => axesOf([inflow, inflow, inflow])).toThrow(/3 paths are varied/);
    expect(() => axesOf([inflow, inflow])).toThrow(/is varied twice/);
  });
});
