import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { Charter, type Organisation } from '../../../sim/model/charter.ts';
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

/** The same organisation with other heads in customer service. */
function withHeads(organisation: Organisation, heads: number): Organisation {
  const { roles } = organisation;
  return {
    ...organisation,
    roles: { ...roles, 'customer-service': { ...roles['customer-service'], heads } },
  };
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

  it('tells what waits and what may, from the start and at every change, and nothing without a drum', () => {
    const told = (drum: string) => {
      const { organisation } = scenarioWith(
        `organisation.throttle.drum=${drum}`,
        'organisation.throttle.buffer=1 h',
      );
      const charter = new Charter(organisation);
      const levels: number[][] = [];
      const observer = { ...SILENT, onBuffer: (...of: number[]) => void levels.push(of) };
      const simulation = new Simulation();
      const throttle = new Throttle({ simulation, observer, charter });
      simulation.schedule(10, () => throttle.change(90), undefined);
      simulation.schedule(20, () => charter.amend(withHeads(organisation, 6)), undefined);
      simulation.schedule(30, () => throttle.change(-90), undefined);
      simulation.run(40);
      return levels;
    };
    // Five heads with an hour each; a sixth one comes.
    const levels = [
      [0, 300, 0],
      [90, 300, 10],
      [90, 360, 20],
      [0, 360, 30],
    ];
    expect(told('customer-service')).toEqual(levels);
    expect(told('none')).toEqual([]);
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
    const [free, roomy] = [valuesOf(), valuesOf(drum, 'organisation.throttle.buffer=1000 h')];
    const but = (values: Float64Array) => values.filter((_, i) => CATALOGUE[i]!.id !== 'buffer-level');
    expect(but(roomy)).toEqual(but(free));
    // Only how full the buffer is cannot be said where there is none.
    expect(figure(free, 'buffer-level')).toBeNaN();
    expect(figure(roomy, 'buffer-level')).toBeGreaterThan(0);
    expect(figure(roomy, 'buffer-level')).toBeLessThan(1 / 3);
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
