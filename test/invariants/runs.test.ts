import { describe, expect, it } from 'vitest';
import { replicate } from '../../sim/experiment/replicate.ts';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import { MINUTES_PER_WEEK } from '../../sim/time/working-time.ts';
import { Auditor } from './auditor.ts';
import { ORGANISATIONS } from './organisations.ts';

const WEEKS = 40;

const LEAVING = ['salesperson', 'project-leader'].map((role) => `organisation.roles.${role}.turnover=30 %`);

const audits = new Map<string, ReturnType<typeof audit>>();

/** The audit of an organisation's first replication, made once. */
function auditOf(name: string, reference: string, overrides: readonly string[]) {
  let done = audits.get(name);
  if (done === undefined) audits.set(name, (done = audit(reference, overrides, 0)));
  return done;
}

function audit(
  reference: string,
  overrides: readonly string[],
  replication: number,
  { seed = 7, weeks = WEEKS } = {},
) {
  const { scenario } = loadScenario({ reference, overrides: [...overrides, `run.weeks=${weeks}`] });
  const auditor = new Auditor(scenario);
  const system = new SalesSystem({ scenario, seed, replication, observer: auditor });
  system.runThroughWeek(weeks - 1);
  auditor.trips.finish(weeks * MINUTES_PER_WEEK);
  return { auditor, scenario, system };
}

describe.each(ORGANISATIONS)('%s', (name, reference, overrides) => {
  const { auditor, scenario } = auditOf(name, reference, overrides);

  it('has nobody in two places, nobody late, no work outside hours, no queue below empty', () => {
    expect(auditor.faults).toEqual([]);
  });

  it('accounts for every opportunity: arrived = decided + open', () => {
    expect(auditor.totalOf('arrived.')).toBe(auditor.totalOf('decided.') + auditor.open);
    expect(auditor.totalOf('decided.')).toBeGreaterThan(20);
  });

  it('accounts for every account: those of the first day, less lost ones, plus those won', () => {
    const { initial } = scenario.market.accounts;
    const won = auditor.total('decided.won');
    expect(auditor.total('accounts')).toBeLessThanOrEqual(initial + won);
    expect(auditor.total('accounts')).toBeGreaterThan(0.85 * initial);
  });

  it('accounts for every brief: each project made has one', () => {
    const { taken, finished } = auditor.briefs;
    expect(taken).toBeGreaterThanOrEqual(auditor.total('decided.won'));
    expect(finished).toBe(auditor.total('delivered.project'));
  });

  it('passes on every project that inside sales find, and enters every order', () => {
    const { answers, insideOrders, insideProjects, partnerWins } = auditor.demand;
    expect(auditor.total('arrived.inside')).toBe(insideProjects);
    expect(insideOrders > 0).toBe(scenario.organisation.assignments['inside-call'] !== 'dropped');
    expect(auditor.total('arrived.promotion')).toBeLessThanOrEqual(answers);
    expect(partnerWins).toBeLessThanOrEqual(auditor.total('decided.won'));
  });

  it('spends no more than the paid time of each role, travel after hours aside', () => {
    for (const role of ROLES) {
      const { heads, hours } = scenario.organisation.roles[role];
      const paid = Array.from({ length: heads }, (_, head) => hours[head % hours.length]!)
        .flatMap(({ intervals }) => intervals)
        .reduce((sum, { from, to }) => sum + to - from, 0);
      const trips = scenario.territory.layout === 'cities' ? 1.3 : 1.001;
      expect(auditor.total(`minutes.${role}`)).toBeLessThanOrEqual(paid * WEEKS * trips);
    }
  });
});

describe('trips to far cities', () => {
  it('are made, with leaders who come along and fly too, and hold no more than was booked', () => {
    const [name, reference, overrides] = ORGANISATIONS.find(([title]) => title.includes('real cities'))!;
    const { auditor } = auditOf(name, reference, overrides);
    expect(auditor.total('trips.salesperson')).toBeGreaterThan(10);
    expect(auditor.total('trips.project-leader')).toBeGreaterThan(3);
    expect(auditor.total('flights')).toBeGreaterThan(20);
    expect(auditor.faults).toEqual([]);
  });

  it.each([
    ['nobody away', []],
    ['people who fall ill and leave', ['people.absence.sick=8 %', 'people.absence.planned=8 %', ...LEAVING]],
    [
      'leaders who stand in',
      [
        'people.absence.sick=10 %',
        'organisation.staffing.cover=project-leader',
        'organisation.roles.salesperson.turnover=60 %',
      ],
    ],
    ['trips of four days', ['organisation.booking.tripDays=4', 'people.absence.sick=8 %']],
  ])('tell every night away once, and nobody goes home in the night: %s', (_, overrides) => {
    for (const replication of [1, 2]) {
      const { auditor } = audit('regional-standard', overrides, replication, { seed: 1, weeks: 60 });
      expect(auditor.faults).toEqual([]);
      expect(auditor.trips.nights).toBeGreaterThan(50);
      expect(auditor.trips.shortened).toBeGreaterThan(0);
    }
  });
});

describe('the market', () => {
  it('is the same for every organisation with the same market, and another in another replication', () => {
    const hashes = ORGANISATIONS.filter(([name]) => !/inflow|cities|clustering/.test(name)).map(
      ([name, reference, overrides]) => auditOf(name, reference, overrides).system.tapeHash(),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(audit('standard', [], 1).system.tapeHash()).not.toBe(hashes[0]);
    expect(audit('standard', ['market.opportunities.inflow=2'], 0).system.tapeHash()).not.toBe(hashes[0]);
  });
});

describe('a replication', () => {
  it('gives the same figures again, bit for bit', () => {
    const { scenario } = loadScenario({
      reference: 'traditional',
      overrides: ['run.weeks=30', 'run.warmUp=5'],
    });
    const first = replicate({ scenario, seed: 3, replication: 2 });
    expect(replicate({ scenario, seed: 3, replication: 2 })).toEqual(first);
    expect(replicate({ scenario, seed: 3, replication: 3 }).values).not.toEqual(first.values);
    expect(replicate({ scenario, seed: 4, replication: 2 }).values).not.toEqual(first.values);
  });

  it('does not depend on what was simulated before it in the same process', () => {
    const { scenario } = loadScenario({ reference: 'standard', overrides: ['run.weeks=30', 'run.warmUp=5'] });
    const alone = replicate({ scenario, seed: 3, replication: 5 });
    replicate({ scenario, seed: 3, replication: 4 });
    expect(replicate({ scenario, seed: 3, replication: 5 })).toEqual(alone);
  });
});
