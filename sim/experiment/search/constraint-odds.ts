import { CATALOGUE } from '../../metrics/catalogue.ts';
import { SIMULATED_ROLES } from '../../recorder/simulated-roles.ts';
import { atLeastSoMany } from '../../statistics/binomial-tail.ts';
import { proportionInterval } from '../../statistics/proportion.ts';
import type { Interval } from '../result.ts';

/** Who can be the constraint: the simulated roles, and the market where everybody has room. */
export const CONSTRAINT_GROUPS = [...SIMULATED_ROLES, 'market'] as const;
export type ConstraintGroup = (typeof CONSTRAINT_GROUPS)[number];

/** To name a group that is the constraint in half of all replications at most. */
const ERROR = 0.025;

const PLACES = CONSTRAINT_GROUPS.map((group) =>
  CATALOGUE.findIndex(({ id }) => id === `constraint-share.${group}`),
);

/** How often a group is the constraint. */
export interface GroupOdds {
  readonly group: ConstraintGroup;
  /** Replications in which it is. */
  readonly count: number;
  /** Over all replications. */
  readonly probability: number;
  /** Score interval of the probability. */
  readonly ci95: Interval;
}

/** Who is the constraint, as far as replications can tell. */
export interface ConstraintOdds {
  /** The group that is the constraint in most replications, shown by a test; null if they cannot separate it. */
  readonly is: ConstraintGroup | null;
  /** Groups that are the constraint in a replication or more, most often first. */
  readonly odds: readonly GroupOdds[];
}

/** The group that is the constraint for the largest share of a run, the first of equals. `values` as in Figures. */
export function constraintOf(values: Float64Array): ConstraintGroup {
  let longest: ConstraintGroup = 'market';
  let most = -Infinity;
  CONSTRAINT_GROUPS.forEach((group, i) => {
    const share = values[PLACES[i]!]!;
    // NaN, of a group that nobody belongs to, is not above anything.
    if (share > most) [longest, most] = [group, share];
  });
  return longest;
}

/**
 * Probabilities of being the constraint, over replications: it is a group if the exact binomial test shows, with an
 * error of 2.5 %, that its probability is above one half. Only one group can be that, so the chance to name a wrong one
 * is that of one test.
 */
export function constraintOdds(constraints: readonly ConstraintGroup[]): ConstraintOdds {
  const trials = constraints.length;
  const odds = CONSTRAINT_GROUPS.flatMap((group): GroupOdds[] => {
    const count = constraints.filter((other) => other === group).length;
    if (count === 0) return [];
    const { lower, upper } = proportionInterval({ successes: count, trials });
    return [{ group, count, probability: count / trials, ci95: [lower!, upper!] }];
  }).sort((a, b) => b.count - a.count);
  const [first] = odds;
  const isShown =
    first !== undefined && atLeastSoMany({ successes: first.count, trials, chance: 0.5 }) <= ERROR;
  return { is: isShown ? first.group : null, odds };
}
