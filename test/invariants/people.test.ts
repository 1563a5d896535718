import { describe, expect, it } from 'vitest';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { Auditor } from './auditor.ts';

const WEEKS = 60;
/** Far more coming and going than in any firm, so that everything happens often. */
const UNREST = [
  'people.absence.planned=10 %',
  'people.absence.sick=5 %',
  'people.skill.selling=0.3',
  'people.skill.technical=0.3',
  'organisation.roles.salesperson.turnover=90 %',
  'organisation.roles.salesperson.hiringTime=5 weeks',
  'organisation.roles.salesperson.rampUp=10 weeks',
  'organisation.roles.project-leader.turnover=90 %',
  'organisation.roles.project-leader.hiringTime=5 weeks',
  'organisation.roles.sales-coordinator.turnover=90 %',
  'organisation.roles.customer-service.turnover=60 %',
  'market.accounts.initial=200',
  // All opportunities come early and from customers who think fast, so that all are decided in the end.
  'market.profile.months=[1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]',
  'market.opportunities.inflow=0.5',
  'workflow.deliberation={kind: constant, value: 1 week}',
  'organisation.assignments.prospecting=dropped',
];

function audit(reference: string, overrides: readonly string[]) {
  const { scenario } = loadScenario({
    reference,
    overrides: [...UNREST, ...overrides, `run.weeks=${WEEKS}`],
  });
  const auditor = new Auditor(scenario);
  const system = new SalesSystem({ scenario, seed: 11, replication: 0, observer: auditor });
  let covers = 0;
  const onCovered = ({ standIn }: { standIn: unknown }): void => {
    if (standIn !== undefined) covers++;
  };
  system.staff.seatsOf('salesperson').watch({ onCovered });
  system.runThroughWeek(51);
  return { auditor, covers, hash: system.tapeHash(), staff: system.staff };
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['nobody stands in', 'traditional', ['organisation.roles.salesperson.heads=3']],
  [
    'colleagues stand in',
    'traditional',
    ['organisation.roles.salesperson.heads=3', 'organisation.staffing.cover=colleague'],
  ],
  [
    'executives stand in',
    'standard',
    ['organisation.staffing.cover=executive', 'organisation.management.sales=true'],
  ],
  ['leaders stand in', 'standard', ['organisation.staffing.cover=project-leader']],
  [
    'leaders are pooled, and the best sell',
    'standard',
    ['organisation.projectLeaders.allocation=pooled', 'organisation.staffing.selection=best-fit'],
  ],
];

describe.each(CASES)('while people are absent, leave and are replaced: %s', (name, reference, overrides) => {
  const { auditor, covers, staff } = audit(reference, overrides);

  it('has nobody at work while absent or not employed, and no appointment held by anybody who is not there', () => {
    expect(auditor.faults).toEqual([]);
    expect(auditor.totalOf('absent.')).toBeGreaterThan(50);
    expect(auditor.total('hired')).toBeGreaterThan(2);
    expect(auditor.total('called-off')).toBeGreaterThan(3);
  });

  it('decides every opportunity in the end', () => {
    expect(auditor.totalOf('arrived.')).toBeGreaterThan(30);
    expect(auditor.open).toBe(0);
  });

  it('lets somebody stand in where that is the policy', () => {
    if (/colleagues|executives|leaders stand/.test(name)) expect(covers).toBeGreaterThan(5);
    else expect([covers, auditor.total('held.covered')]).toEqual([0, 0]);
    if (/executives|leaders stand/.test(name)) expect(auditor.total('held.covered')).toBeGreaterThan(3);
    for (const { standIn } of staff.salespeople) expect(standIn?.person.timesheet.isAway).not.toBe(true);
  });
});

describe('time off', () => {
  it('is the same for the same seat in every organisation, and the market is too', () => {
    const told = ['traditional', 'standard'].map((reference) => {
      const { scenario } = loadScenario({
        reference,
        overrides: ['people.absence.planned=10 %', 'people.absence.sick=3 %'],
      });
      const absences: string[] = [];
      const auditor = new Auditor(scenario);
      const observer = Object.assign(Object.create(auditor) as Auditor, {
        onAbsent: (
          { role, index }: { role: number; index: number },
          reason: string,
          of: { from: number },
        ) => {
          if (role === 0 && index < 2) absences.push(`${index} ${reason} ${of.from}`);
        },
      });
      const system = new SalesSystem({ scenario, seed: 11, replication: 0, observer });
      system.runThroughWeek(11);
      return { absences, hash: system.tapeHash() };
    });
    expect(told[0]!.absences.length).toBeGreaterThan(2);
    expect(told[1]).toEqual(told[0]);
  });
});
