import type { Recording } from '../recorder/recording.ts';
import { SIMULATED_ROLES } from '../recorder/simulated-roles.ts';
import { ROLE_METRICS, ROLE_TITLES, type SimulatedRole } from './role-metrics.ts';
import { Window, type Firm } from './window.ts';

/** A function is saturated when it is this busy over this many weeks. */
export const SATURATED_AT = 0.95;
export const SATURATION_WEEKS = 4;

/** Id, title and definition of the week in which a function saturates, as the catalogue shows them. */
export const SATURATION_METRICS = SIMULATED_ROLES.map((role) => ({
  id: `saturation-week.${role}`,
  role,
  title: `Week in which ${ROLE_TITLES[role]} saturate`,
  unit: 'week' as const,
  definition:
    `First week, counted from 1 at the start of the run, in which the utilisation of the last ${SATURATION_WEEKS} ` +
    `weeks is at least ${100 * SATURATED_AT} % in the mean; over the replications in which that happens.`,
  indifference: 1,
}));

/** The week, counted from 1, in which a role is saturated for the first time; undefined for never. */
export function saturationWeek(recording: Recording, firm: Firm, role: SimulatedRole): number | undefined {
  const utilisation = ROLE_METRICS.find(({ id }) => id === `utilisation.${role}`)!;
  for (let to = SATURATION_WEEKS; to <= recording.weeks; to++) {
    const window = new Window(recording, firm, to - SATURATION_WEEKS, to);
    if ((utilisation.of(window) ?? 0) >= SATURATED_AT) return to;
  }
  return undefined;
}
