import type { Setting } from '../../scenario/override.ts';
import { plainOf } from '../../scenario/tree.ts';
import type { Margin } from '../../statistics/sensitivity/break-even.ts';
import { verdictOf } from '../../statistics/verdict.ts';
import { findBreakEven } from '../find-break-even.ts';
import { differences, estimateOf, isThinSample } from '../transition/weekly-figures.ts';
import { settingAt, type Factor } from './factor.ts';
import { finished, type Answer, type Inquiry } from './inquiry.ts';
import type { AnswerResult, BreakEvenResult, FactorSwings, Swing } from './sensitivity-result.ts';

/** A factor, and its value where nothing is varied, in the unit of its range. */
export interface PlacedFactor {
  readonly factor: Factor;
  /** Undefined if it is no single number. */
  readonly own: number | undefined;
}

export interface TornadoRequest {
  readonly inquiry: Inquiry;
  readonly factors: readonly PlacedFactor[];
  /** Ids, in the order of the answers. */
  readonly metrics: readonly string[];
  /** Of each value; the same ones for all, which pairs them. */
  readonly replications: number;
  /** Values tried for each break-even at most. */
  readonly steps: number;
  /** With nothing varied. */
  readonly base: readonly Answer[];
}

/**
 * Sets each factor to either end of its range, everything else as it is, and looks for the values at which an answer
 * changes its sign. Factors that were not finished when the work was stopped are left out.
 */
export async function tornado(request: TornadoRequest): Promise<FactorSwings[]> {
  const swings = await finished(request.factors.map((placed, place) => swingsOf(placed, place, request)));
  return swings.filter((found) => found !== undefined);
}

async function swingsOf(
  { factor, own }: PlacedFactor,
  place: number,
  { inquiry, metrics, replications, steps, base }: TornadoRequest,
): Promise<FactorSwings> {
  const asked = new Map<string, Promise<Answer[]>>();
  const order = { from: 0, to: replications, place };
  const ask = (setting: Setting): Promise<Answer[]> => {
    const key = JSON.stringify(plainOf(setting.value));
    let answers = asked.get(key);
    if (answers === undefined) asked.set(key, (answers = inquiry.ask([setting], order)));
    return answers;
  };
  const [low, high] = await Promise.all([
    ask(settingAt(factor, factor.from.number)),
    ask(settingAt(factor, factor.to.number)),
  ]);
  const entries = metrics.map(async (id, metric): Promise<[string, Swing]> => {
    const ends = [low[metric]!, high[metric]!] as const;
    const middle = own === undefined ? undefined : { own, answer: base[metric]! };
    const breakEven = await searched({
      factor,
      steps,
      ends,
      middle,
      ask: async (setting) => (await ask(setting))[metric]!,
    });
    return [id, swingOf(ends, breakEven)];
  });
  return { path: factor.path, swings: Object.fromEntries(await Promise.all(entries)) };
}

function swingOf([low, high]: readonly [Answer, Answer], breakEven: BreakEvenResult): Swing {
  const changes = differences(low.values, high.values);
  const swing = estimateOf(changes);
  const isNothing = changes.every((change) => change === 0 || Number.isNaN(change));
  const isShown = shownSign({ ...low, values: changes }) !== 0;
  return {
    low: answerOf(low),
    high: answerOf(high),
    swing,
    effect: isNothing ? 'none' : isShown ? 'shown' : 'not-shown',
    breakEven,
  };
}

/** Mean, interval and verdict of an answer. */
export function answerOf(answer: Answer): AnswerResult {
  const { values, zone } = answer;
  const estimate = estimateOf(values);
  if (zone === undefined) return { ...estimate, verdict: null };
  if (isThinSample(answer, values)) return { ...estimate, verdict: 'undecided' };
  const [lower, upper] = estimate.ci95 ?? [];
  return { ...estimate, verdict: verdictOf({ lower, upper }, zone) };
}

async function searched(of: {
  readonly factor: Factor;
  readonly steps: number;
  readonly ends: readonly [Answer, Answer];
  readonly middle: { readonly own: number; readonly answer: Answer } | undefined;
  readonly ask: (setting: Setting) => Promise<Answer>;
}): Promise<BreakEvenResult> {
  const { factor, steps, ends, middle, ask } = of;
  const sides = [...ends, ...(middle === undefined ? [] : [middle.answer])];
  const marginOf = marginsBy(sides);
  const found = await findBreakEven({
    varied: factor,
    atDefault: middle === undefined ? undefined : { at: middle.own, margin: marginOf(middle.answer) },
    steps,
    marginWith: async (setting) => marginOf(await ask(setting)),
  });
  const signs = sides.map((answer) => shownSign(answer));
  return {
    at: found.all,
    words: found.words,
    isShown: found.flips.length > 0 && signs.includes(1) && signs.includes(-1),
  };
}

/** Above 0 where the mean is; in proportion to it, so that the search can interpolate. */
function marginsBy(sides: readonly Answer[]): (answer: Answer) => Margin {
  const scale = 2 * Math.max(...sides.map(({ values }) => Math.abs(estimateOf(values).mean ?? 0)), 1e-300);
  return ({ values }) => Math.max(-1, Math.min(1, (estimateOf(values).mean ?? 0) / scale));
}

function shownSign(answer: Answer): -1 | 0 | 1 {
  const { ci95 } = estimateOf(answer.values);
  if (ci95 === null || isThinSample(answer, answer.values)) return 0;
  return ci95[0] > 0 ? 1 : ci95[1] < 0 ? -1 : 0;
}
