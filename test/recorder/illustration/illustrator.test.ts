import { describe, expect, it } from 'vitest';
import { replicate } from '../../../sim/experiment/replicate.ts';
import type { Illustration } from '../../../sim/recorder/illustration/illustration.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { MINUTES_PER_WEEK } from '../../../sim/time/working-time.ts';

const MEETINGS: readonly string[] = [
  'conceptual-meeting',
  'requirement-discovery',
  'presentation',
  'closing',
];

function illustrated(reference: string, ...overrides: string[]) {
  const { scenario } = loadScenario({ reference, overrides });
  const run = { scenario, seed: 1, replication: 0 };
  return { scenario, ...replicate({ ...run, isIllustrated: true }), plain: replicate(run) };
}

function lengthOf(intervals: readonly { readonly from: number; readonly to: number }[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}

describe.each([['standard'], ['traditional'], ['regional-standard']])('the illustration of %s', (name) => {
  const { scenario, illustration, plain, ...figures } = illustrated(name, 'run.weeks=52', 'run.warmUp=10');
  const { weeks, agenda, trips, journey, meetings } = illustration!;

  it('changes nothing of what is shown, and is not there unless it was asked for', () => {
    expect(plain.illustration).toBeUndefined();
    expect(figures).toEqual(plain);
  });

  it('is small enough to stay in every result', () => {
    expect(JSON.stringify(illustration).length).toBeLessThan(30_000);
  });

  it('has one person in one place at a time, in the last two weeks of the run', () => {
    expect(weeks).toEqual({ from: scenario.run.weeks - 2, to: scenario.run.weeks });
    expect(agenda.length).toBeGreaterThan(20);
    agenda.forEach(({ from, to }, i) => {
      expect(from).toBeGreaterThanOrEqual(agenda[i - 1]?.to ?? weeks.from * MINUTES_PER_WEEK);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(weeks.to * MINUTES_PER_WEEK);
    });
  });

  it('says of every meeting that was held, and of no other interval, what had been agreed', () => {
    const held = agenda.filter(({ activity }) => MEETINGS.includes(activity));
    expect(held.length).toBe(meetings);
    expect(held.every(({ activity, appointment }) => appointment?.kind === activity)).toBe(true);
    const odd = agenda.filter(
      ({ activity, appointment }) =>
        appointment !== undefined && activity !== appointment.kind && activity !== 'no-show',
    );
    expect(odd).toEqual([]);
  });

  it('has a leg for every way in the agenda, each from where the last one ended', () => {
    const ways = agenda.filter(({ activity }) => activity === 'travel');
    expect(trips.legs.length).toBeGreaterThan(0);
    expect(trips.legs.map(({ setOutAt }) => setOutAt)).toEqual(ways.map(({ from }) => from));
    trips.legs.slice(1).forEach(({ from }, i) => expect(from).toEqual(trips.legs[i]!.to));
    expect(trips.legs[0]!.from).toEqual(trips.base);
  });

  it('tells the whole way of a deal: meetings and waits without a gap, and all work inside', () => {
    const { arrivedAt, decidedAt, steps, waits } = journey!;
    expect(decidedAt).toBeGreaterThanOrEqual(10 * MINUTES_PER_WEEK);
    const met = steps.filter(({ activity, role }) => MEETINGS.includes(activity) && role === 'salesperson');
    expect(met.length).toBeGreaterThan(2);
    const parts = [...met, ...waits].sort((a, b) => a.from - b.from);
    expect(lengthOf(parts)).toBeCloseTo(decidedAt - arrivedAt, 0);
    parts.slice(1).forEach(({ from }, i) => expect(from).toBeCloseTo(parts[i]!.to, 1));
    for (const { from, to } of steps) {
      expect(from).toBeGreaterThanOrEqual(arrivedAt);
      expect(to).toBeLessThanOrEqual(decidedAt);
    }
  });
});

describe('the map', () => {
  it('names real cities, with their degrees', () => {
    const { illustration, scenario } = illustrated('regional-standard', 'run.weeks=30', 'run.warmUp=4');
    const { geometry, base, legs } = illustration!.trips;
    const names = new Set(geometry.cities.map(({ name }) => name));
    expect(geometry.cities.length).toBeGreaterThan(0);
    expect(geometry.cities.length).toBeLessThanOrEqual(scenario.territory.cities.length);
    for (const { latitude, longitude } of geometry.cities) {
      expect(latitude).toBeGreaterThan(24);
      expect(longitude).toBeLessThan(-66);
    }
    for (const { city } of [base!, ...legs.flatMap(({ from, to }) => [from, to])]) {
      if (city !== null) expect(names).toContain(city);
    }
  });

  it('has no cities where customers are spread over a plane', () => {
    const { illustration } = illustrated('standard', 'run.weeks=4', 'run.warmUp=1');
    const { geometry, legs } = illustration!.trips;
    expect(geometry).toEqual({ unit: 'miles', width: 225, height: 90, cities: [] });
    expect(legs.every(({ from, to }) => from.city === null && to.city === null)).toBe(true);
  });
});

it('shows what there is of a run shorter than two weeks', () => {
  const { illustration } = illustrated('standard', 'run.weeks=1', 'run.warmUp=0');
  const { weeks, journey, person }: Illustration = illustration!;
  expect(weeks).toEqual({ from: 0, to: 1 });
  expect(journey).toBeNull();
  expect(person.role).toBe('salesperson');
});
