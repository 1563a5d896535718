import { describe, expect, it } from 'vitest';
import { TIME_USES, type PersonId } from '../../../sim/model/observer.ts';
import { SalesSystem } from '../../../sim/model/sales-system.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { ROLES, type Role } from '../../../sim/scenario/schema/ids.ts';
import { SMALL_FIRM } from '../../laws/small-firm.ts';
import { Office, weekdays } from './office.ts';
import { SILENT } from './silent-observer.ts';

const HOURS = weekdays(['08:00', '12:00'], ['13:00', '17:00']);

/** Minutes that coordinators spend on each activity in the small firm. */
function minutesOfCoordinators(...overrides: string[]): ReadonlyMap<string, number> {
  const { scenario } = loadScenario({ reference: 'standard', overrides: [...SMALL_FIRM, ...overrides] });
  const minutes = new Map<string, number>();
  const coordinator: Role = 'sales-coordinator';
  const onTimeSpent = ({ role }: PersonId, use: number, from: number, to: number): void => {
    if (ROLES[role] !== coordinator) return;
    minutes.set(TIME_USES[use]!, (minutes.get(TIME_USES[use]!) ?? 0) + to - from);
  };
  const system = new SalesSystem({ scenario, seed: 5, replication: 0, observer: { ...SILENT, onTimeSpent } });
  system.runThroughWeek(scenario.run.weeks - 1);
  return minutes;
}

describe('somebody with two roles', () => {
  it('takes the most urgent task of both queues, and of the own one where they are equally urgent', () => {
    const office = new Office();
    const own = office.queue();
    const service = office.queue();
    office.person('Rex', { hours: HOURS, queues: [service] });
    office.person('Cora', { hours: HOURS, queues: [own, service] });
    office.at('Mo 08:10', () => {
      // Rex is busy until 09:40, Cora until 08:40, when the others come.
      service.add(office.task('issue', 90));
      own.add(office.task('confirm', 30));
      own.add(office.task('schedule-call', 5, { urgency: 3 }));
      own.add(office.task('debrief', 20));
      service.add(office.task('order-entry', 15));
      service.add(office.task('status-call', 10, { urgency: 0 }));
    });
    const done = office.timeline('Mo 12:00').flatMap((line) => {
      const words = /^(.{8}).*?(\S+) done/.exec(line);
      return words === null ? [] : [`${words[1]!} ${words[2]!}`];
    });
    expect(done).toEqual([
      'Mo 08:40 confirm',
      'Mo 08:50 status-call',
      'Mo 09:10 debrief',
      'Mo 09:25 order-entry',
      'Mo 09:30 schedule-call',
      'Mo 09:40 issue',
    ]);
  });
});

describe('coordinators who are customer service too', () => {
  it('handle cases, and those who are not never do', () => {
    const few = 'organisation.roles.customer-service.hours=Mon-Fri 10:00-12:00';
    expect(minutesOfCoordinators(few).get('order-entry')).toBeUndefined();
    const combined = minutesOfCoordinators(few, 'organisation.combinedRoles=coordinator-and-service');
    expect(combined.get('order-entry')).toBeGreaterThan(0);
    expect(combined.get('schedule-call')).toBeGreaterThan(0);
  });
});
