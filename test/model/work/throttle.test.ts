import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { Charter } from '../../../sim/model/charter.ts';
import { isHeldBack } from '../../../sim/model/policies/throttle-rule.ts';
import { Throttle } from '../../../sim/model/work/throttle.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { SILENT } from '../people/silent-observer.ts';
import { scenarioWith } from './stubs.ts';

/** A throttle on customer service with five heads and an hour of buffer each: 300 minutes, in thirds of 100. */
function throttled(rope: string) {
  const scenario = scenarioWith(
    'organisation.throttle.drum=customer-service',
    'organisation.throttle.buffer=1 h',
    `organisation.throttle.rope=${rope}`,
  );
  const simulation = new Simulation();
  const seen: string[] = [];
  const throttle = new Throttle({
    simulation,
    observer: {
      ...SILENT,
      onDemand: (event, at) => {
        if (event.kind === 'throttle') seen.push(`${event.isOn ? 'held' : 'free'} at ${at}`);
      },
    },
    charter: new Charter(scenario.organisation),
  });
  throttle.tell(() => seen.push(`released at ${simulation.now}`));
  const change = (at: number, minutes: number): void => {
    simulation.schedule(at, () => throttle.change(minutes), undefined);
  };
  return { throttle, simulation, seen, change };
}

describe('the buffer in thirds', () => {
  it('holds work back beyond two thirds, releases it below one third, and keeps what is in between', () => {
    const rule = (was: boolean, level: number) => isHeldBack(was, { level, buffer: 300 });
    expect([0, 99, 100, 200].map((level) => rule(false, level))).toEqual([false, false, false, false]);
    expect(rule(false, 201)).toBe(true);
    expect([201, 200, 100].map((level) => rule(true, level))).toEqual([true, true, true]);
    expect(rule(true, 99)).toBe(false);
  });

  it('is looked at when its level changes, and tells once of every turn', () => {
    const { simulation, seen, change } = throttled('first-meetings');
    change(10, 200); // 200: two thirds, not more
    change(20, 1); // 201
    change(30, 150); // 351
    change(40, -251); // 100: not below one third
    change(50, -1); // 99
    change(60, 101); // 200
    change(70, 30); // 230
    simulation.run(100);
    expect(seen).toEqual(['held at 20', 'free at 50', 'released at 50', 'held at 70']);
  });

  it('holds campaigns, first meetings or all meetings, never a visit', () => {
    const standings = ['new', 'existing', 'open', 'visit'] as const;
    const held = (rope: string): boolean[] => {
      const { throttle, simulation, change } = throttled(rope);
      expect([throttle.holdsCampaigns, ...standings.map((one) => throttle.holds(one))]).not.toContain(true);
      change(0, 300);
      simulation.run(1);
      return [throttle.holdsCampaigns, ...standings.map((one) => throttle.holds(one))];
    };
    expect(held('campaigns')).toEqual([true, false, false, false, false]);
    expect(held('first-meetings')).toEqual([true, true, true, false, false]);
    expect(held('all-meetings')).toEqual([true, true, true, true, false]);
  });
});

describe('a throttled firm', () => {
  const valuesOf = (...overrides: string[]) => {
    const { scenario } = loadScenario({
      reference: 'standard',
      overrides: [
        'run.weeks=24',
        'run.warmUp=2',
        'market.accounts.initial=200',
        'organisation.roles.customer-service.heads=2',
        ...overrides,
      ],
    });
    return replicate({ scenario, seed: 2, replication: 0 }).values;
  };
  const figure = (values: ArrayLike<number>, id: string) =>
    values[CATALOGUE.findIndex((entry) => entry.id === id)]!;

  it('is the same firm, bit for bit, while the throttle never binds', () => {
    const drum = 'organisation.throttle.drum=customer-service';
    expect(valuesOf(drum, 'organisation.throttle.buffer=1000 h')).toEqual(valuesOf());
  });

  it('makes fewer appointments while the buffer before the drum is full', () => {
    const held = valuesOf(
      'organisation.throttle.drum=customer-service',
      'organisation.throttle.buffer=10 min',
      'organisation.throttle.rope=all-meetings',
    );
    expect(figure(held, 'throttled-share')).toBeGreaterThan(0);
    expect(figure(held, 'throttle-first-week')).toBeGreaterThanOrEqual(1);
    expect(figure(held, 'bd-meetings-per-week')).toBeLessThan(figure(valuesOf(), 'bd-meetings-per-week'));
  });
});
