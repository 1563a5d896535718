import type { OrganisationResult, Result } from '../../sim/experiment/result.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { ACTIVITY_GROUPS, activityGroupOf, type ActivityGroup } from './activity-groups.ts';

/** Hours that one head of a role gives to a group of activities in a week, stacked from 0. */
export interface TimeUse {
  readonly organisation: number;
  readonly role: string;
  readonly group: ActivityGroup;
  readonly hours: number;
  /**
   * Half-width of the 95 % interval: the sum of those of the activities, hence at least as wide as the true
   * one.
   */
  readonly halfWidth: number;
  readonly from: number;
  readonly to: number;
}

const FAMILY = 'hours-per-week.';
/** Less than a minute and a half a week is not drawn. */
const LEAST_HOURS = 0.025;

/**
 * Where the week of every role goes, in every organisation that employs it; roles in the order of the
 * catalogue.
 */
export function timeUses(result: Result): TimeUse[] {
  const ids = Object.keys(result.metrics).filter((id) => id.startsWith(FAMILY));
  const roles = [...new Set(ids.map((id) => id.split('.')[1]!))];
  return roles.flatMap((role) =>
    organisationNames(result).flatMap((_, i) => timeUsesOf(result.organisations[i]!, i, role, ids)),
  );
}

function timeUsesOf(
  { metrics }: OrganisationResult,
  organisation: number,
  role: string,
  ids: readonly string[],
): TimeUse[] {
  let from = 0;
  return ACTIVITY_GROUPS.flatMap((group): TimeUse[] => {
    const figures = ids
      .filter((id) => id.startsWith(`${FAMILY}${role}.`))
      .filter((id) => activityGroupOf(id.slice(FAMILY.length + role.length + 1)) === group)
      .flatMap((id) => metrics[id] ?? []);
    const hours = figures.reduce((sum, { mean }) => sum + (mean ?? 0), 0);
    if (hours < LEAST_HOURS) return [];
    const halfWidth = figures.reduce(
      (sum, { ci95 }) => sum + (ci95 === null ? 0 : (ci95[1] - ci95[0]) / 2),
      0,
    );
    return [{ organisation, role, group, hours, halfWidth, from, to: (from += hours) }];
  });
}
