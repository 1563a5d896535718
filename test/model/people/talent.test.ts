import { describe, expect, it } from 'vitest';
import { Charter } from '../../../sim/model/charter.ts';
import { Occupant } from '../../../sim/model/people/occupant.ts';
import type { Person } from '../../../sim/model/people/person.ts';
import { Talent } from '../../../sim/model/people/talent.ts';
import { select } from '../../../sim/model/policies/selection.ts';
import { sellingSkillOf } from '../../../sim/model/policies/cover.ts';
import { winChance } from '../../../sim/model/policies/win-chance.ts';
import { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Scenario } from '../../../sim/scenario/schema/scenario.ts';
import { timeUseOf } from '../../../sim/model/observer.ts';
import { Office, clock, weekdays } from './office.ts';

const SIGMA = 0.3;

function scenarioOf(reference: string, ...overrides: readonly string[]): Scenario {
  return loadScenario({ reference, overrides: [`people.skill.selling=${SIGMA}`, ...overrides] }).scenario;
}

function talentOf(replication: number, scenario: Scenario): Talent {
  const draws = new KeyedDraws({ seed: 5, replication, purpose: 'people.skill' });
  return new Talent({ people: scenario.people, charter: new Charter(scenario.organisation), draws });
}

/** Standard normal density and distribution (error function by Abramowitz and Stegun 7.1.26, 1.5e-7). */
function density(z: number): number {
  return Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

function probability(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const tail = series.reduce((sum, a, power) => sum + a * t ** (power + 1), 0) * Math.exp(-(x ** 2));
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}

/** Expected r-th largest of n lognormals of mean 1, by the trapezoid rule over the normal behind it. */
function expectedLargest(r: number, n: number, sigma: number): number {
  const binomial = (k: number): number => (k === 0 ? 1 : (binomial(k - 1) * (n - k)) / k);
  const step = 1e-3;
  let sum = 0;
  for (let z = -8; z <= 8; z += step) {
    const below = probability(z);
    // The r-th largest: n - r below it, r - 1 above it, which n times (n - 1 choose r - 1) people can be.
    const weight = n * binomial(r - 1) * below ** (n - r) * (1 - below) ** (r - 1) * density(z);
    sum += Math.exp(sigma * z - sigma ** 2 / 2) * weight * step;
  }
  return sum;
}

describe('the salespeople of the first day', () => {
  it('are of mean skill 1 as they come, and the best two of ten as order statistics have them', () => {
    const replications = 4000;
    const sums = { any: 0, best: 0, second: 0 };
    const squares = { any: 0, best: 0, second: 0 };
    const asTheyCome = scenarioOf('standard');
    const best = scenarioOf('standard', 'organisation.staffing.selection=best-sellers');
    for (let replication = 0; replication < replications; replication++) {
      const any = talentOf(replication, asTheyCome).ofFirst('salesperson', 0).skill.selling;
      const chosen = talentOf(replication, best);
      const found = {
        any,
        best: chosen.ofFirst('salesperson', 0).skill.selling,
        second: chosen.ofFirst('salesperson', 1).skill.selling,
      };
      for (const which of ['any', 'best', 'second'] as const) {
        sums[which] += found[which];
        squares[which] += found[which] ** 2;
      }
    }
    const exact = { any: 1, best: expectedLargest(1, 10, SIGMA), second: expectedLargest(2, 10, SIGMA) };
    // Mean of the two best of ten: the published 27-50 % for sigma .25-.35 comes to 37-39 % at .30.
    expect((exact.best + exact.second) / 2).toBeGreaterThan(1.3);
    for (const which of ['any', 'best', 'second'] as const) {
      const mean = sums[which] / replications;
      const error = Math.sqrt((squares[which] / replications - mean ** 2) / replications);
      expect(Math.abs(mean - exact[which])).toBeLessThan(4 * error);
    }
  });

  it('are the same people in every organisation, in whatever seat', () => {
    const skillsOf = (reference: string, heads: number): number[] => {
      const talent = talentOf(3, scenarioOf(reference));
      return Array.from({ length: heads }, (_, index) => talent.ofFirst('salesperson', index).skill.selling);
    };
    expect(skillsOf('standard', 2)).toEqual(skillsOf('traditional', 10).slice(0, 2));
    expect(new Set(skillsOf('traditional', 10)).size).toBe(10);
  });
});

describe('the selection', () => {
  const pool = [
    { selling: 1.2, technical: 1.5 },
    { selling: 1.1, technical: 0.8 },
    { selling: 0.9, technical: 1 },
    { selling: 0.8, technical: 1.3 },
  ];

  it('takes them as they come, by selling skill, or where they fit best', () => {
    const of = { pool, sellers: 1, leaders: 2 };
    expect(select('as-they-come', of)).toEqual({ sellers: [0], leaders: [1, 2] });
    expect(select('best-sellers', of)).toEqual({ sellers: [0], leaders: [1, 2] });
    // The second sells nearly as well as the first, who is the best leader: 1.1 x 1.5 x 1.3 is the largest product.
    const { sellers, leaders } = select('best-fit', of);
    expect({ sellers, leaders }).toEqual({ sellers: [1], leaders: [0, 3] });
  });
});

describe('selling skill', () => {
  it('multiplies the chance to win, less of it where somebody stands in', () => {
    const { scenario } = loadScenario({ reference: 'standard', overrides: [] });
    const of = { birth: { fit: 1, stakeholders: 3 }, chanceLeftByWaiting: 1, handOffs: 0 };
    const chance = winChance(scenario.workflow, { ...of, sellingSkill: 1 }, 1);
    expect(winChance(scenario.workflow, { ...of, sellingSkill: 1.4 }, 1)).toBeCloseTo(1.4 * chance, 12);
    const person = { occupant: new Occupant({ selling: 1.2, technical: 1 }, false) } as unknown as Person;
    const { staffing } = scenario.organisation;
    const skills = (['salesperson', 'sales-manager', 'project-leader'] as const).map((role) =>
      sellingSkillOf({ person, role }, 0, staffing),
    );
    expect(skills).toEqual([1.2, 1.2 * 0.6, 1.2 * 0.5]);
  });
});

describe('somebody new', () => {
  it('grows into the job in a straight line, and works at the pace of the moment at which a task is begun', () => {
    // From 50 % to 100 % in the 540 minutes of one day. 30 minutes of work each: at 8:00 at a pace of .5, an hour; at
    // 9:00 at .5 + .5 / 9 = .5556, 54 minutes; at 14:00 at .8333, 36; at 17:00 and later at 1, 30.
    const office = new Office();
    const ann = office.person('Ann', { hours: weekdays(['08:00', '18:00']) });
    ann.person.occupant = new Occupant({ selling: 1.2, technical: 1 }, false, {
      from: clock('Mo 08:00'),
      minutes: 540,
      start: 0.5,
    });
    for (const time of ['Mo 08:00', 'Mo 09:00', 'Mo 14:00', 'Mo 17:00']) {
      office.at(time, () => ann.queue.add(office.task('issue', 30)));
    }
    const ends = office.timeline('Mo 18:00').filter((line) => line.includes('done'));
    expect(ends.map((line) => line.slice(0, 8))).toEqual(['Mo 09:00', 'Mo 09:54', 'Mo 14:36', 'Mo 17:30']);
    expect(ann.person.occupant.sellingAt(clock('Mo 12:30'))).toBeCloseTo(0.9, 12);
  });

  it('does in sum what the integral of the ramp allows, if tasks are short', () => {
    // From 40 % to 100 % in 600 minutes: 420 minutes of work are done in them, whatever the tasks.
    const office = new Office();
    const ann = office.person('Ann', { hours: weekdays(['08:00', '20:00']) });
    const from = clock('Mo 08:00');
    ann.person.occupant = new Occupant({ selling: 1, technical: 1 }, false, {
      from,
      minutes: 600,
      start: 0.4,
    });
    let done = 0;
    const add = (): void => {
      const kind = { timeUse: timeUseOf('issue'), urgency: 1, isOffice: false };
      ann.queue.add(
        office.task('issue', 1, {
          ...kind,
          onDone: () => {
            done++;
            add();
          },
        }),
      );
    };
    office.simulation.schedule(from, add, undefined);
    ann.person.start();
    office.simulation.run(from + 600);
    expect(done).toBeGreaterThan(417);
    expect(done).toBeLessThan(421);
  });

  it('is technical in pace only where that is the job', () => {
    const skill = { selling: 0.7, technical: 1.6 };
    expect(new Occupant(skill, true).paceAt(0)).toBe(1.6);
    expect(new Occupant(skill, false).paceAt(0)).toBe(1);
  });
});
