import { fieldOn } from '../../scenario/form.ts';
import { metaOf } from '../../scenario/schema/fields.ts';
import { scenarioSchema } from '../../scenario/schema/scenario.ts';
import { DEFAULT } from '../../scenario/origin.ts';
import { childOf, treeOf, type Tree } from '../../scenario/tree.ts';
import { putTogether, takenApart, type WrittenNumber } from '../../scenario/written-number.ts';
import type { FactorText } from './experiment-file.ts';

/** A factor of a design, ready to be asked for values. */
export interface Factor {
  readonly path: string;
  /** The value at a place in (0, 1), as it would be written, with the place in the file that it comes from. */
  readonly at: (u: number) => Tree;
  /** The values of a grid. */
  readonly levels: readonly Tree[];
  /** Not there where values are listed one by one. */
  readonly range?: FactorRange;
}

/** Everything between two values of a factor. */
export interface FactorRange {
  /** Numbers in the unit in which they are written. */
  readonly from: number;
  readonly to: number;
  /** Whether only whole numbers can be set. */
  readonly isWhole: boolean;
  /** A number as it would be written in the file. */
  readonly written: (number: number) => Tree;
}

/** What is wrong with a factor: a part of it, and words. */
export interface FactorFault {
  readonly key: string | undefined;
  readonly wrong: string;
  readonly accepted?: string;
}

/** A factor as it is written, read; or what is wrong with it. `tree` is where it stands in the file. */
export function factorOf(path: string, text: FactorText, tree: Tree): Factor | FactorFault {
  const { values, from, to, steps } = text;
  if (values !== undefined) {
    if (from !== undefined || to !== undefined) {
      return { key: 'values', wrong: 'stands beside from and to', accepted: 'either values, or from and to' };
    }
    const levels = values.map((_, i) => childOf(childOf(tree, 'values')!, String(i))!);
    if (levels.length === 0) return { key: 'values', wrong: 'is empty', accepted: 'one value or more' };
    return { path, levels, at: (u) => levels[Math.min(levels.length - 1, Math.floor(u * levels.length))]! };
  }
  if (from === undefined || to === undefined) {
    return { key: undefined, wrong: 'has neither values nor from and to' };
  }
  const [low, high] = [takenApart(from), takenApart(to)];
  if (low === undefined || high === undefined || low.after !== high.after || low.before !== high.before) {
    return { key: 'to', wrong: `is not in the unit of from (${from})`, accepted: 'both in one unit' };
  }
  return range({ path, low, high: high.number, steps, tree });
}

function range(of: {
  readonly path: string;
  readonly low: WrittenNumber;
  readonly high: number;
  readonly steps: number | undefined;
  readonly tree: Tree;
}): Factor {
  const { path, low, high, tree } = of;
  const origin = childOf(tree, 'from')?.origin ?? DEFAULT;
  const span = high - low.number;
  // A number alone is given as one, so that it looks like a number wherever it is shown.
  const written = (number: number): Tree => {
    const text = putTogether(low, number);
    return treeOf(low.before === '' && low.after === '' ? Number(text) : text, origin);
  };
  const isWhole = metaOf(fieldOn(path.split('.'), scenarioSchema).schema)?.dimension === 'count';
  // Each whole number of the range is as likely as any other.
  const at = isWhole
    ? (u: number) => written(low.number + Math.min(span, Math.floor(u * (span + 1))))
    : (u: number) => written(low.number + u * span);
  const steps = of.steps ?? (isWhole ? span + 1 : 2);
  const level = (i: number) => (steps === 1 ? low.number : low.number + (i * span) / (steps - 1));
  const levels = Array.from({ length: steps }, (_, i) => written(isWhole ? Math.round(level(i)) : level(i)));
  return { path, at, levels, range: { from: low.number, to: high, isWhole, written } };
}
