import { DEFAULT, type Origin } from '../../scenario/origin.ts';
import { problemAt, ScenarioError, type Complaint } from '../../scenario/problems.ts';
import { plainOf, treeOf, type Tree } from '../../scenario/tree.ts';
import { putTogether, takenApart } from '../../scenario/written-number.ts';
import { factorOf } from '../batch/factor-values.ts';

/** A path of the scenario, and the values that a sweep gives to it. */
export interface Axis {
  readonly path: string;
  /** Ends of the range, in the unit in which it was written; from < to. */
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
  /** Numbers of the grid, from the lowest to the highest. */
  readonly grid: readonly number[];
  /** A number of the range as a value to set. */
  readonly written: (number: number) => Tree;
}

/** Values of a range that does not say how many. */
const USUAL_STEPS = 5;
const ACCEPTED =
  'path=from..to/values, such as market.opportunities.inflow=0.5..3/6 or organisation.visitsKept=20 %..60 %/5';

/**
 * Reads what is to be varied: `path=a..b/n`, n values from a to b. The unit may be written once, at the end. Without n
 * it is every whole number where only whole numbers can be set, five values otherwise. Throws a ScenarioError.
 */
export function axisOf(text: string): Axis {
  const origin: Origin = { kind: 'override', text, option: '--vary' };
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim();
  const fail = (complaint: Complaint): never => {
    throw new ScenarioError([problemAt(origin, { path: path === '' ? [] : path.split('.'), ...complaint })]);
  };
  const match = /^\s*(.+?)\s*\.\.\s*(.+?)\s*(?:\/\s*(\d+)\s*)?$/.exec(text.slice(equals + 1));
  if (equals < 0 || match === null) return fail({ wrong: 'is no range of values', accepted: ACCEPTED });
  const [, from, to, count] = match as unknown as [string, string, string, string | undefined];
  const [low, high] = [takenApart(from), takenApart(to)];
  if (low === undefined || high === undefined) {
    return fail({ wrong: 'has an end without a number', accepted: ACCEPTED });
  }
  const isBare = low.before === '' && low.after === '';
  const isSame = low.before.trim() === high.before.trim() && low.after.trim() === high.after.trim();
  if (!isBare && !isSame) {
    return fail({ wrong: `has ends in two units: ${from} and ${to}`, accepted: 'both in one unit' });
  }
  if (!(low.number < high.number)) {
    return fail({
      wrong: `goes from ${from} to ${to}, which is not above it`,
      accepted: 'the lower end first',
    });
  }
  const steps = count === undefined ? undefined : Number(count);
  if (steps !== undefined && steps < 2) {
    return fail({ wrong: `asks for ${steps} values`, accepted: 'two values or more' });
  }
  const written = { from: putTogether(high, low.number), to };
  const factor = factorOf(path, { ...written, steps }, treeOf(written, origin));
  if (!('range' in factor)) return fail(factor as Complaint);
  const { isWhole, written: value } = factor.range;
  const numbers = (levels: readonly Tree[]) =>
    levels.map((level) => takenApart(String(plainOf(level)))!.number);
  const span = high.number - low.number;
  if (isWhole && steps !== undefined && steps <= span + 1 && span % (steps - 1) !== 0) {
    return fail({
      wrong: `asks for ${steps} values from ${from} to ${to} at equal distances, and these are not all whole numbers`,
      accepted: `${listed(countsBetween(span))} values`,
    });
  }
  const grid = isWhole || steps !== undefined ? numbers(factor.levels) : evenly(low.number, high.number);
  if (new Set(grid).size < grid.length) {
    return fail({
      wrong: `asks for ${grid.length} values, and there are fewer whole numbers from ${from} to ${to}`,
      accepted: 'as many values as there are, or fewer',
    });
  }
  return { path, from: low.number, to: high.number, isWhole, grid, written: value };
}

/** The axes of a sweep. Throws a ScenarioError if there are none, more than two, or two of one path. */
export function axesOf(texts: readonly string[]): Axis[] {
  const axes = texts.map(axisOf);
  const refuse = (wrong: string, accepted: string): never => {
    throw new ScenarioError([problemAt(DEFAULT, { wrong, accepted }, '--vary')]);
  };
  if (axes.length < 1 || axes.length > 2) {
    return refuse(`${axes.length} paths are varied`, 'one path, or two for a map');
  }
  if (axes[0]!.path === axes[1]?.path) return refuse(`${axes[0]!.path} is varied twice`, 'two paths');
  return axes;
}

function evenly(from: number, to: number): number[] {
  const at = (i: number) => from + (i * (to - from)) / (USUAL_STEPS - 1);
  return Array.from({ length: USUAL_STEPS }, (_, i) => Number(at(i).toPrecision(6)));
}

/** How many whole numbers at equal distances there can be over a span. */
function countsBetween(span: number): number[] {
  return Array.from({ length: span }, (_, i) => i + 1)
    .filter((steps) => span % steps === 0)
    .map((steps) => steps + 1);
}

function listed(counts: readonly number[]): string {
  return counts.length < 2 ? counts.join('') : `${counts.slice(0, -1).join(', ')} or ${counts.at(-1)!}`;
}
