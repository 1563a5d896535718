import type { TopLevelSpec } from 'vega-lite';
import type { Interval, Result } from '../../sim/experiment/result.ts';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { isThinEvidence, scaleOf } from '../../sim/statistics/thin-evidence.ts';
import { RunningMoments } from '../../sim/statistics/running-moments.ts';
import { amount, interval } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { outcomeAxis } from './outcome-axis.ts';
import { mainPairs, type Pairs } from './pairs.ts';
import { panelTitle } from './panel-title.ts';
import { sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, INK, hueOf } from './theme.ts';

/** Steps that a line of this width can show. */
const MOST_STEPS = 120;

/** The estimate of a difference after so many replications. */
interface Step {
  readonly replications: number;
  readonly mean: number;
  /** Ends of the paired-t interval at 95 %; undefined after the first replication. */
  readonly interval: Interval | undefined;
  /** Whether it leaves out zero, and not only because few replications agree. */
  readonly isClear: boolean;
}

/** How the estimate of one difference settles. */
interface Course extends Pairs {
  readonly steps: readonly Step[];
  /** Replications from which on the interval leaves out zero to the end; undefined if it does not at the end. */
  readonly clearFrom: number | undefined;
}

/** How the paired difference and its interval settle with the number of replications; undefined without pairs. */
export function convergenceOfEstimates(result: Result, layout: Layout): Chart | undefined {
  const courses = mainPairs(result).map(courseOf);
  if (courses.length === 0) return undefined;
  return {
    id: 'convergence',
    title: titleOf(result, courses),
    subtitle:
      'Line: mean of the paired differences of all replications so far. Band: its 95 % interval then; four times as many ' +
      'replications make it half as wide. Looking after every replication is not a test: a band that is looked at ' +
      'so often leaves out zero by chance more often than one time in twenty. The verdict rests on the last one alone.',
    source: sourceOf(result),
    textAlternative: `${titleOf(result, courses)}. ${courses.map((course) => inWords(result, course)).join('; ')}.`,
    metrics: [...new Set(courses.map(({ id }) => id))],
    spec: {
      config: CONFIG,
      columns: layout === 'wide' ? 3 : 1,
      concat: courses.map((course) => coursePanel(result, course, layout)),
      spacing: { row: 34, column: 24 },
    } satisfies TopLevelSpec,
    data: courses.flatMap((course) => course.steps.map((step) => dataRow(result, course, step))),
  };
}

function courseOf(of: Pairs): Course {
  const moments = new RunningMoments();
  const scale = scaleOf(
    of.pairs.map(({ a }) => a),
    of.pairs.map(({ b }) => b),
  );
  const steps = of.pairs.map(({ a, b }): Step => {
    moments.add(b - a);
    const estimate = meanInterval(moments);
    const { n, mean, lower, upper } = estimate;
    const interval: Interval | undefined =
      lower === undefined || upper === undefined ? undefined : [lower, upper];
    const isClear = leavesOutZero(interval) && !isThinEvidence(estimate, { scale });
    return { replications: n, mean: mean!, interval, isClear };
  });
  const lastUnclear = steps.findLast(({ isClear }) => !isClear)?.replications ?? 0;
  return { ...of, steps, clearFrom: lastUnclear === steps.length ? undefined : lastUnclear + 1 };
}

function leavesOutZero(interval: Interval | undefined): boolean {
  return interval !== undefined && (interval[0] > 0 || interval[1] < 0);
}

function dataRow(result: Result, { id, index }: Course, { replications, mean, interval }: Step): Row {
  const names = organisationNames(result);
  return {
    metric: id,
    unit: unitOf(result, id),
    first: names[0]!,
    second: names[index]!,
    replications,
    meanDifference: mean,
    lower: interval?.[0] ?? null,
    upper: interval?.[1] ?? null,
  };
}

function unitOf({ organisations }: Result, id: string): string {
  return organisations[0]!.metrics[id]?.unit ?? '';
}

function coursePanel(result: Result, course: Course, layout: Layout): Panel {
  const { id, index, steps, clearFrom } = course;
  const x: Position = {
    field: 'replications',
    type: 'quantitative',
    title: 'replications',
    scale: { domain: [1, steps.length], nice: false },
    axis: { tickCount: 5, format: ',~f', tickMinStep: 1 },
  };
  const y: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain: [...domainOf(steps)], nice: true },
    axis: { ...outcomeAxis(unitOf(result, id), 5), grid: true, minExtent: 52 },
  };
  return {
    width: layout === 'wide' ? 256 : 270,
    height: 190,
    data: { values: drawn(steps) },
    layer: [
      panelTitle(`${headOf(result, course)}\n${sizeOf(result, course)}, ${clearWords(course)}`),
      {
        mark: { type: 'area', fillOpacity: 0.22, clip: true, color: hueOf(index) },
        encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
      },
      { mark: { type: 'rule', color: INK, strokeWidth: 1 }, encoding: { y: { ...y, datum: 0 } } },
      {
        mark: { type: 'line', strokeWidth: 2, clip: true, color: hueOf(index) },
        encoding: { x, y: { ...y, field: 'mean' } },
      },
      ...(clearFrom === undefined ? [] : [clearMark(clearFrom, x)]),
    ],
  };
}

/** A line where the band leaves out zero for good. */
function clearMark(clearFrom: number, x: Position): Panel {
  return {
    data: { values: [{ replications: clearFrom }] },
    mark: { type: 'rule', color: INK, strokeWidth: 1, strokeDash: [2, 2] },
    encoding: { x },
  };
}

/** Zero, every mean but the first ones, and the band once it is of use: it begins many times as wide. */
function domainOf(steps: readonly Step[]): Interval {
  const settled = steps.slice(Math.max(3, Math.floor(steps.length / 8)));
  const values = settled.flatMap(({ mean, interval }) => [mean, ...(interval ?? [])]);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** Steps that are drawn, the last one among them: not more than a drawing can show. */
function drawn(steps: readonly Step[]) {
  const stride = Math.ceil(steps.length / MOST_STEPS);
  return steps
    .filter(({ replications }) => replications <= 20 || (steps.length - replications) % stride === 0)
    .map(({ replications, mean, interval }) => ({
      replications,
      mean: rounded(mean),
      lower: rounded(interval?.[0] ?? null),
      upper: rounded(interval?.[1] ?? null),
    }));
}

/** The metric or, where all panels have the same one, the organisation. */
function headOf(result: Result, { id, index }: Course): string {
  return result.differences.length === 1
    ? (result.metrics[id]?.title ?? id)
    : organisationNames(result)[index]!;
}

function clearWords({ clearFrom, steps }: Course): string {
  return clearFrom === undefined ? `not clear after ${steps.length}` : `clear from ${clearFrom} on`;
}

/** The difference at the end. */
function sizeOf(result: Result, { id, steps }: Course): string {
  const { mean, interval = null } = steps.at(-1)!;
  return amount({ mean, ci95: interval, unit: unitOf(result, id) }, { isDifference: true });
}

/** When the most important difference was clear, and what it is at the end. */
function titleOf(result: Result, courses: readonly Course[]): string {
  const names = organisationNames(result);
  const main = courses.at(-1)!.id;
  const findings = courses
    .filter(({ id }) => id === main)
    .map((course) => {
      const { index, steps, clearFrom } = course;
      const size = `${names[index]!} less ${names[0]!} is ${sizeOf(result, course)}`;
      return clearFrom === undefined
        ? `${size}, not clear of zero after ${steps.length} replications`
        : `${size}, clear of zero from ${clearFrom} replications on`;
    });
  return `${result.metrics[main]?.title ?? main}: ${findings.join('; ')}`;
}

function inWords(result: Result, course: Course): string {
  const { id, steps } = course;
  const { mean, interval: ci95 = null } = steps.at(-1)!;
  const range = interval({ mean, ci95, unit: unitOf(result, id) }, { isDifference: true });
  const sure = range === undefined ? '' : ` (${range})`;
  return `${headOf(result, course)}: ${sizeOf(result, course)}${sure} after ${steps.length}, ${clearWords(course)}`;
}
