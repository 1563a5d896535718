import { describe, expect, it } from 'vitest';
import { LeaderPlans } from '../../../sim/model/work/leader-plans.ts';
import { LeaderSides } from '../../../sim/model/work/briefs/leader-sides.ts';
import { chanceOfMisunderstanding } from '../../../sim/model/policies/brief-taker.ts';
import { firm } from './firm.ts';

const MONTH = (365.2425 * 1440) / 12;

/** Four leaders, some of whom work before the sale; and a clock. */
function leaders(overrides: readonly string[]) {
  const all = firm(['organisation.roles.project-leader.heads=4', ...overrides]);
  const leaderPlans = new LeaderPlans(all);
  return { ...all, sides: new LeaderSides({ ...all, leaderPlans }) };
}

function indexes(seats: readonly { readonly index: number }[]): number[] {
  return seats.map(({ index }) => index);
}

describe('project leaders on two sides', () => {
  it('lose half of what they know of delivery in the half-life before the sale, and keep it after it', () => {
    const { simulation, staff, sides } = leaders(['organisation.briefs.preSalesLeaders=1']);
    expect(indexes(sides.beforeSale)).toEqual([0]);
    expect(sides.skillOf(staff.leaders[0]!)).toBe(1);
    simulation.run(18 * MONTH);
    expect(sides.skillOf(staff.leaders[0]!)).toBeCloseTo(0.5, 9);
    expect(sides.skillOf(staff.leaders[1]!)).toBe(1);
    simulation.run(36 * MONTH);
    expect(sides.skillOf(staff.leaders[0]!)).toBeCloseTo(0.25, 9);
  });

  it('take turns, hand over for two days each, and make up half of the gap in three months of delivery', () => {
    const { simulation, staff, sides, lines } = leaders([
      'organisation.briefs.preSalesLeaders=1',
      'organisation.briefs.rotation=18 months',
    ]);
    simulation.run(18 * MONTH + 1);
    expect(indexes(sides.beforeSale)).toEqual([1]);
    simulation.run(21 * MONTH);
    expect(sides.skillOf(staff.leaders[0]!)).toBeCloseTo(0.75, 6);
    expect(sides.skillOf(staff.leaders[1]!)).toBeCloseTo(2 ** (-3 / 18), 6);
    // Two leaders, four half-days each, but for the breaks within them.
    expect(lines.every((line) => line.endsWith('project-leader change-sides'))).toBe(true);
    expect(lines).toHaveLength(8);
    simulation.run(4 * 18 * MONTH + 1);
    expect(indexes(sides.beforeSale)).toEqual([0]);
  });

  it('lead sold projects in turn, those who are not before the sale', () => {
    const { sides } = leaders(['organisation.briefs.preSalesLeaders=2']);
    expect(indexes(sides.beforeSale)).toEqual([0, 1]);
    expect(indexes([0, 1, 2, 3].map((project) => sides.afterSale(project)))).toEqual([2, 3, 2, 3]);
  });

  it('do both by default, and know all', () => {
    const { sides, staff, simulation } = leaders([]);
    expect(sides.areApart).toBe(false);
    simulation.run(18 * MONTH);
    expect(sides.skillOf(staff.leaders[0]!)).toBe(1);
  });

  it('misunderstand as much as a salesperson when they know nothing of delivery any more', () => {
    const { briefs } = firm([]).scenario;
    const chance = (skill: number) =>
      chanceOfMisunderstanding(briefs, { taker: 'project-leader', fits: false, skill });
    expect(chance(1)).toBe(0.12);
    expect(chance(0)).toBeCloseTo(0.35, 12);
    expect(chance(0.5)).toBeCloseTo((0.12 + 0.35) / 2, 12);
  });
});
