import type { Activity, Role } from '../../scenario/schema/ids.ts';
import type { Organisation } from '../charter.ts';

/** An activity that somebody else does from now on. */
export interface Reassignment {
  readonly activity: Activity;
  readonly from: Role | 'dropped';
  readonly to: Role | 'dropped';
}

/** Who does what, of the activities that an organisation assigns. */
export function takersIn({ assignments }: Organisation): Partial<Record<Activity, Role | 'dropped'>> {
  return assignments;
}

/** What of one organisation's work is done by another role in another one. */
export function reassignments(before: Organisation, after: Organisation): Reassignment[] {
  if (before.assignments === after.assignments) return [];
  const takers = takersIn(after);
  return Object.entries(takersIn(before)).flatMap(([name, from]) => {
    const activity = name as Activity;
    const to = takers[activity]!;
    return from === to ? [] : [{ activity, from, to }];
  });
}

/** Whether salespeople keep no longer the cases that clients bring to them. */
export function givesUpCases(before: Organisation, after: Organisation): boolean {
  return before.casesThroughSalesperson === 'keep' && after.casesThroughSalesperson !== 'keep';
}
