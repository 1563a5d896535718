import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { WEEKS_PER_YEAR } from '../../../sim/metrics/window.ts';
import { Charter } from '../../../sim/model/charter.ts';
import type { Account } from '../../../sim/model/market/accounts.ts';
import { estrangement, loyaltyMultiplier } from '../../../sim/model/market/continuity.ts';
import type { FieldSeat, Staff } from '../../../sim/model/people/staff.ts';
import { AccountKeepers } from '../../../sim/model/work/account-keepers.ts';
import { SILENT } from '../people/silent-observer.ts';
import { drawsOf, scenarioWith } from './stubs.ts';

const WEEK = 10_080;

/** Accounts 0 and 1, the first of which draws 0.2 for everything and the second 0.7. */
function keeping(...overrides: string[]) {
  const scenario = scenarioWith(...overrides);
  const simulation = new Simulation();
  const changes: number[] = [];
  const somebody = (): FieldSeat => ({ person: { occupant: {} } }) as unknown as FieldSeat;
  let keeper = somebody();
  const watchers: { onTaken?: () => void }[] = [];
  const keepers = new AccountKeepers({
    simulation,
    observer: { ...SILENT, onKeeperChanged: (at) => changes.push(at / WEEK) },
    scenario,
    charter: new Charter(scenario.organisation),
    staff: { seatsOf: () => ({ watch: (watcher: object) => watchers.push(watcher) }) } as unknown as Staff,
    salespersonOf: () => keeper,
    draws: drawsOf((account) => (account === 0 ? 0.2 : 0.7)),
  });
  const accounts = [0, 1].map((id) => ({ id, isLost: false, keptSince: -Infinity }) as unknown as Account);
  accounts.forEach(keepers.onGained);
  const replace = (successor = somebody()) => {
    keeper = successor;
    for (const { onTaken } of watchers) onTaken?.();
  };
  return { simulation, accounts, changes, replace, first: keeper };
}

describe('accounts whose clients mind who looks after them', () => {
  it('are handed over on the first day, a share of them', () => {
    const { accounts, changes } = keeping(
      'relationship.weight=30 %',
      'organisation.accountKeepers.handedOver=50 %',
    );
    expect(accounts.map(({ keptSince }) => keptSince)).toEqual([0, -Infinity]);
    expect(changes).toEqual([0]);
  });

  it('rotate, each in its turn', () => {
    const { simulation, changes } = keeping(
      'relationship.weight=30 %',
      'organisation.accountKeepers.rotation=10 weeks',
    );
    simulation.run(20 * WEEK);
    // 0.2 and 0.7 of ten weeks, and every ten weeks from then on.
    expect(changes.map(Math.round)).toEqual([2, 7, 12, 17]);
  });

  it('get somebody else when their salesperson goes', () => {
    const { simulation, accounts, changes, replace } = keeping('relationship.churn=1');
    simulation.schedule(3 * WEEK, () => replace(), undefined);
    simulation.run(4 * WEEK);
    expect(changes).toEqual([3, 3]);
    expect(accounts[1]!.keptSince).toBe(3 * WEEK);
  });

  it('do not notice whom a reorganisation passes them to within one instant', () => {
    const { simulation, changes, replace, first } = keeping('relationship.churn=1');
    const passAround = (last?: FieldSeat) => () => {
      replace();
      replace();
      replace(last);
    };
    simulation.schedule(WEEK, passAround(first), undefined);
    simulation.schedule(2 * WEEK, passAround(), undefined);
    simulation.run(3 * WEEK);
    expect(changes).toEqual([2, 2]);
  });

  it('are nobody who minds unless that is said', () => {
    const { accounts, changes, replace } = keeping('organisation.accountKeepers.handedOver=100 %');
    replace();
    expect(changes).toEqual([]);
    expect(accounts[0]!.keptSince).toBe(-Infinity);
  });
});

describe('accounts of a firm whose salespeople leave', () => {
  it('get somebody else when the successor begins, a tenth of them for each of ten salespeople', () => {
    const scenario = scenarioWith(
      'run.weeks=40',
      'run.warmUp=1',
      'relationship.weight=30 %',
      'organisation.roles.salesperson.turnover=60 %',
      'organisation.roles.salesperson.hiringTime=4 weeks',
      'market.accounts.initial=200',
    );
    const { values } = replicate({ scenario, seed: 4, replication: 0 });
    const of = (id: string) => values[CATALOGUE.findIndex((metric) => metric.id === id)]!;
    const hires = (of('hires-per-year') / WEEKS_PER_YEAR) * 39;
    const changes = of('keeper-changes-per-week') * 39;
    // Territories are alike, accounts are not spread evenly over them, and new ones are gained.
    expect(hires).toBeGreaterThanOrEqual(3);
    expect(changes / hires).toBeGreaterThan(10);
    expect(changes / hires).toBeLessThan(40);
  });
});

describe('accounts of a firm that divides its labour', () => {
  it('get somebody else once at most, while ten territories become two', () => {
    const scenario = scenarioWith(
      'run.weeks=8',
      'run.warmUp=1',
      'relationship.weight=30 %',
      'market.accounts.initial=200',
      'market.accounts.churn=0 %',
      'transition.steps=[{ name: few, at: 4 weeks, organisation: { roles: { salesperson: { heads: 2 } } } }]',
    );
    const { values } = replicate({ scenario, seed: 4, replication: 0 });
    const changes = values[CATALOGUE.findIndex(({ id }) => id === 'keeper-changes-per-week')]! * 7;
    // Eight of ten salespeople go, and most of the territory of the other two.
    expect(changes).toBeGreaterThan(0.6 * 200);
    expect(changes).toBeLessThanOrEqual(200);
  });
});

describe('a client who has got somebody else', () => {
  const relationship = { weight: 0.4, churn: 2, recovery: 26 * WEEK };

  it('buys less at first, and as before in the end', () => {
    expect(loyaltyMultiplier(relationship, 0)).toBe(0.6);
    expect(loyaltyMultiplier(relationship, 26 * WEEK)).toBeCloseTo(1 - 0.4 / Math.E, 12);
    expect(loyaltyMultiplier(relationship, Infinity)).toBe(1);
  });

  it('is lost more easily at first', () => {
    expect(estrangement(relationship, 0)).toBe(3);
    expect(estrangement(relationship, Infinity)).toBe(1);
  });
});
