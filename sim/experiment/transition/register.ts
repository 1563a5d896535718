import type { Stage } from '../../scenario/plan.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK } from '../../time/working-time.ts';
import type { Pair } from './path.ts';
import type { Estimate, ExperimentResult, ExperimentVerdict } from './transition-result.ts';
import { differences, estimateOf, isThinSample } from './weekly-figures.ts';

type Experiment = Scenario['transition']['register'][number];

/** Checks one hypothesis: before against after the step, and against the firm left as it was in the same weeks. */
export function checked(experiment: Experiment, stage: Stage, { planned, unchanged }: Pair, unit: string) {
  const { hypothesis, step, metric, direction, by } = experiment;
  const windows = windowsOf(experiment, stage, planned.weeks);
  const base = { hypothesis, step, metric, unit, expected: expectedIn(direction, by) };
  const nothing: Estimate = { mean: null, ci95: null };
  if (windows === undefined) {
    const none = { before: null, after: null, levelBefore: null, change: nothing, netChange: nothing };
    return { ...base, ...none, verdict: 'not-measured' } satisfies ExperimentResult;
  }
  const { before, after } = windows;
  const changeIn = (figures: Pair['planned']) =>
    differences(figures.meansOver(...before), figures.meansOver(...after));
  const change = changeIn(planned);
  const net = differences(changeIn(unchanged), change);
  const netChange = estimateOf(net);
  const isThin = isThinSample(planned.entry, net);
  const levelBefore = estimateOf(planned.meansOver(...before)).mean;
  return {
    ...base,
    before: [before[0] + 1, before[1]],
    after: [after[0] + 1, after[1]],
    levelBefore,
    change: estimateOf(change),
    netChange,
    verdict: isThin
      ? 'undecided'
      : verdictOn(netChange, { direction, size: by * Math.abs(levelBefore ?? NaN) }),
  } satisfies ExperimentResult;
}

type Weeks = readonly [from: number, to: number];

/** Weeks from the first up to before the second; undefined if the run does not hold them all. */
function windowsOf(
  { before, settle, after }: Experiment,
  { at, doneAt }: Stage,
  weeks: number,
): { before: Weeks; after: Weeks } | undefined {
  const first = Math.floor(at / MINUTES_PER_WEEK);
  const begin = Math.ceil((doneAt + settle) / MINUTES_PER_WEEK);
  const windows = {
    before: [first - Math.round(before / MINUTES_PER_WEEK), first],
    after: [begin, begin + Math.round(after / MINUTES_PER_WEEK)],
  } as const;
  return windows.before[0] >= 0 && windows.after[1] <= weeks ? windows : undefined;
}

function expectedIn(direction: Experiment['direction'], by: number): string {
  const size = `${Number((100 * by).toFixed(1))} %`;
  if (direction === 'stays') return `stays within ${size}`;
  return by === 0 ? direction : `${direction} by ${size} or more`;
}

/** Confirmed or refuted only where the whole interval says so. */
function verdictOn(
  { ci95 }: Estimate,
  { direction, size }: { direction: Experiment['direction']; size: number },
): ExperimentVerdict {
  if (ci95 === null || Number.isNaN(size)) return 'undecided';
  const [lower, upper] = direction === 'falls' ? [-ci95[1], -ci95[0]] : ci95;
  if (direction === 'stays') {
    if (lower >= -size && upper <= size) return 'confirmed';
    return lower > size || upper < -size ? 'refuted' : 'undecided';
  }
  // Without a size any change in the direction will do; none at all will not.
  if (lower > 0 && lower >= size) return 'confirmed';
  return upper < size || upper <= 0 ? 'refuted' : 'undecided';
}
