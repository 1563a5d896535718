import { CATALOGUE } from '../../metrics/catalogue.ts';
import { SATURATED_AT } from '../../metrics/saturation.ts';
import type { RunFigures } from '../replicate.ts';
import { constraintOdds, type ConstraintGroup } from '../search/constraint-odds.ts';
import { estimateOf } from '../transition/weekly-figures.ts';
import type { Detector, DetectorResult } from './constraint-result.ts';

/** A detector that watches a run: the group with the largest figure is the suspect. */
interface Watcher {
  /** Family of metrics that it looks at. */
  readonly family: string;
  /** 1 if the largest is suspect, -1 if the smallest is. */
  readonly sign: 1 | -1;
  /** No group on this side of it is a suspect: then it is the market. Not there if the market has a figure itself. */
  readonly least?: number;
}

/**
 * What each detector looks at. The bounds beyond which nobody is suspect: planners leave a fifth to a tenth of capacity
 * free (parameters section 5: 75 to 90 % are planned; a group that is saturated is at 95 %, see SATURATED_AT; 90 % is
 * taken); a wait within a day is what anybody accepts; times between departures that vary more than those of a Poisson
 * process (standard deviation over mean of 1) say no more than what arrives.
 */
const WATCHERS: Readonly<Record<Exclude<Detector, 'elasticity'>, Watcher>> = {
  utilisation: { family: 'utilisation', sign: 1, least: SATURATED_AT - 0.05 },
  wait: { family: 'wait-hours', sign: 1, least: 24 },
  'active-period': { family: 'constraint-share', sign: 1 },
  departures: { family: 'departure-variation', sign: -1, least: 1 },
};

/** What the detectors say that watch, each by itself, replication by replication. */
export function watched(
  runs: readonly RunFigures[],
  groups: readonly ConstraintGroup[],
): Record<Exclude<Detector, 'elasticity'>, DetectorResult> {
  const detectors = Object.entries(WATCHERS).map(([name, watcher]) => [
    name,
    resultOf(watcher, runs, groups),
  ]);
  return Object.fromEntries(detectors) as Record<keyof typeof WATCHERS, DetectorResult>;
}

function resultOf(
  watcher: Watcher,
  runs: readonly RunFigures[],
  groups: readonly ConstraintGroup[],
): DetectorResult {
  const { family } = watcher;
  const places = new Map(
    groups.map((group) => [group, CATALOGUE.findIndex(({ id }) => id === `${family}.${group}`)] as const),
  );
  const figureOf = (run: RunFigures, group: ConstraintGroup) => run.values[places.get(group)!] ?? NaN;
  const figures = groups.flatMap((group) => {
    const estimate = estimateOf(runs.map((run) => figureOf(run, group)));
    return estimate.mean === null ? [] : [[group, estimate] as const];
  });
  const suspects = runs.map((run) => suspectOf(watcher, groups, (group) => figureOf(run, group)));
  return { figures: Object.fromEntries(figures), ...constraintOdds(suspects) };
}

/** The group with the largest figure, or the smallest; the market where none goes beyond the bound. */
export function suspectOf(
  { sign, least }: Pick<Watcher, 'sign' | 'least'>,
  groups: readonly ConstraintGroup[],
  figureOf: (group: ConstraintGroup) => number,
): ConstraintGroup {
  let suspect: ConstraintGroup = 'market';
  let most = least === undefined ? -Infinity : sign * least;
  for (const group of groups) {
    const figure = sign * figureOf(group);
    if (figure > most) [suspect, most] = [group, figure];
  }
  return suspect;
}
