import { describe, expect, it } from 'vitest';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import type { Role } from '../../sim/scenario/schema/ids.ts';
import { MINUTES_PER_WEEK } from '../../sim/time/working-time.ts';
import { Auditor } from './auditor.ts';

/** At a week (a fraction is within it), one seat of a role more or less. */
type Move = readonly [week: number, change: 1 | -1, role: Role];

/**
 * Opportunities come in January and February only, from customers who think fast: those of the first year are all
 * decided before the second.
 */
const TWO_MONTHS = [
  'market.profile.months=[1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]',
  'workflow.deliberation={kind: constant, value: 1 week}',
];
const LAST_WEEK = 51;

function runWith(reference: string, overrides: readonly string[], moves: readonly Move[]) {
  const { scenario } = loadScenario({
    reference,
    overrides: [...TWO_MONTHS, 'organisation.assignments.prospecting=dropped', ...overrides],
  });
  const auditor = new Auditor(scenario);
  const system = new SalesSystem({ scenario, seed: 7, replication: 0, observer: auditor });
  const { staff, simulation } = system;
  for (const [week, change, role] of moves) {
    const act = () => (change === 1 ? staff.openSeat(role) : staff.closeSeat(role));
    simulation.schedule(week * MINUTES_PER_WEEK, act, undefined);
  }
  system.runThroughWeek(LAST_WEEK);
  return { auditor, scenario, staff };
}

const SMALL_MARKET = ['market.accounts.initial=200', 'market.opportunities.inflow=0.4'];
const CASES: readonly (readonly [string, string, readonly string[], readonly Move[]])[] = [
  [
    'salespeople who own their accounts',
    'traditional',
    ['organisation.roles.salesperson.heads=3', ...SMALL_MARKET],
    [
      // In the middle of a Tuesday, on a Monday morning, and so on.
      [5.21, -1, 'salesperson'],
      [7, -1, 'salesperson'],
      [8.35, 1, 'salesperson'],
      [9, 1, 'salesperson'],
      [9, 1, 'salesperson'],
      [10.6, -1, 'salesperson'],
      [11.21, -1, 'salesperson'],
      [11.22, -1, 'customer-service'],
      [12, -1, 'engineering'],
    ],
  ],
  [
    'a team of salesperson, coordinator and leader',
    'standard',
    SMALL_MARKET,
    [
      [5.21, -1, 'project-leader'],
      [6.21, -1, 'salesperson'],
      [6.6, -1, 'sales-coordinator'],
      [7.2, -1, 'project-leader'],
      [8.35, 1, 'salesperson'],
      [9, 1, 'sales-coordinator'],
      [9.1, -1, 'project-leader'],
      [10, 1, 'project-leader'],
      [11.2, -1, 'salesperson'],
      [11.3, -1, 'sales-coordinator'],
      [12, 1, 'customer-service'],
    ],
  ],
];

describe.each(CASES)('while seats come and go: %s', (_, reference, overrides, moves) => {
  const { auditor, scenario, staff } = runWith(reference, overrides, moves);

  it('has nobody at work before being hired or after having left, nor in two places', () => {
    expect(auditor.faults).toEqual([]);
  });

  it('decides every opportunity, whoever left it behind', () => {
    expect(auditor.totalOf('arrived.')).toBeGreaterThan(20);
    expect(auditor.open).toBe(0);
    expect(auditor.totalOf('decided.')).toBe(auditor.totalOf('arrived.'));
  });

  it('leaves no work and no appointment with a seat that is closed', () => {
    let closed = 0;
    for (const role of ['salesperson', 'sales-coordinator', 'project-leader'] as const) {
      for (let index = 0; staff.seatsOf(role).at(index) !== undefined; index++) {
        const { isOpen, queue, agenda, person } = staff.seatsOf(role).at(index)!;
        if (isOpen) continue;
        closed++;
        expect([role, queue.length, agenda?.entries.length ?? 0, person.task]).toEqual([
          role,
          0,
          0,
          undefined,
        ]);
      }
    }
    expect(closed).toBeGreaterThan(0);
  });

  it('employs as many heads at the end as the moves leave', () => {
    for (const role of ['salesperson', 'sales-coordinator', 'project-leader', 'customer-service'] as const) {
      const { heads } = scenario.organisation.roles[role];
      const changes = moves
        .filter(([, , moved]) => moved === role)
        .reduce((sum, [, change]) => sum + change, 0);
      expect([role, staff.seatsOf(role).open.length]).toEqual([role, heads + changes]);
    }
  });
});
