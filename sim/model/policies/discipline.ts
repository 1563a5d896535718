import { momentsOf } from '../../random/moments.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { TaskKind } from '../people/task.ts';

/** The latest instant at which a case can be begun and still be in time, at the usual length of the work. */
export function latestStartIn(
  firm: { readonly scenario: Scenario; readonly charter: Charter; readonly officeHours: WorkingTime },
  { order, openedAt }: { order: { type: keyof Scenario['service']['tolerance'] }; openedAt: number },
  activity: keyof Scenario['activities'],
): number {
  const { scenario, charter, officeHours } = firm;
  const { tolerance, handling } = scenario.service;
  const { procedures } = charter.firm.customerService;
  const usual = momentsOf(scenario.activities[activity].time).mean * handling * procedures;
  return officeHours.after(openedAt, Math.max(0, tolerance[order.type] - usual));
}

/** The same kind of task in the most urgent class, in which slack alone decides. */
export function mostUrgent(kind: TaskKind): TaskKind {
  return { ...kind, urgency: 0 };
}
