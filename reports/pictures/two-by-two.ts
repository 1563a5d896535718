import type { OrganisationResult } from '../../sim/experiment/result.ts';
import { WORKS } from '../words/role-words.ts';

/** Where work is done: at the customer's, the way there included, or not. */
export const SIDES = ['outside', 'inside'] as const;
export const NATURES = ['selling', 'not-selling'] as const;

/** What one role spends on one activity. */
export interface ActivityHours {
  readonly role: string;
  readonly activity: string;
  /** Hours a week of all heads of the role, mean over replications. */
  readonly hours: number;
  /** Half of its 95 % interval; undefined for one replication. */
  readonly halfWidth: number | undefined;
}

/** One cell of the two-by-two, longest activities first. */
export interface Cell {
  readonly side: (typeof SIDES)[number];
  readonly nature: (typeof NATURES)[number];
  readonly hours: number;
  /** Of the hours in all four cells, 0 to 1. */
  readonly share: number;
  readonly activities: readonly ActivityHours[];
}

const FAMILY = 'hours-per-week.';
/** What comes with appointments: time uses that are no activities. */
const ON_THE_WAY = ['travel', 'waiting', 'no-show'];

/**
 * Hours a week by where work is done and whether it is a selling conversation, outside before inside, selling before
 * not selling. Empty in results that do not say of what sort activities are, or without hours.
 */
export function twoByTwo({ facts, metrics }: OrganisationResult): Cell[] {
  const { activities: kinds, roles } = facts;
  if (kinds === undefined) return [];
  const spent = roles
    // The works make what was sold: not part of looking after accounts.
    .filter(({ role }) => !WORKS.includes(role))
    .flatMap(({ role, heads }) => {
      // Heads may come and go.
      const mostly = metrics[`heads.${role}`]?.mean ?? heads;
      return Object.entries(metrics).flatMap(([id, { mean, ci95 }]) => {
        const prefix = `${FAMILY}${role}.`;
        if (!id.startsWith(prefix) || mean === null || mean === 0) return [];
        const activity = id.slice(prefix.length);
        const kind = ON_THE_WAY.includes(activity) ? TRAVELLING : kinds[activity];
        const halfWidth = ci95 === null ? undefined : ((ci95[1] - ci95[0]) / 2) * mostly;
        return kind === undefined ? [] : [{ role, activity, hours: mean * mostly, halfWidth, ...kind }];
      });
    });
  const total = spent.reduce((sum, { hours }) => sum + hours, 0);
  if (total === 0) return [];
  return SIDES.flatMap((side) =>
    NATURES.map((nature) => {
      const own = spent.filter((entry) => sideOf(entry.setting) === side && entry.nature === nature);
      const hours = own.reduce((sum, entry) => sum + entry.hours, 0);
      const activities = own
        .map(({ role, activity, hours: each, halfWidth }): ActivityHours => ({
          role,
          activity,
          hours: each,
          halfWidth,
        }))
        .sort((a, b) => b.hours - a.hours);
      return { side, nature, hours, share: hours / total, activities };
    }),
  );
}

const TRAVELLING = { setting: 'field', nature: 'not-selling' } as const;

function sideOf(setting: string): Cell['side'] {
  return setting === 'field' ? 'outside' : 'inside';
}
