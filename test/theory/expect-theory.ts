import { expect } from 'vitest';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { Draws, type RunName } from './draws.ts';
import type { Network } from './network.ts';
import { Spread } from './queueing-record.ts';
import { QueueingSystem } from './queueing-system.ts';

/** Figures of one replication, in the shape of those expected; a Spread stands for a variance. */
export type Figures = number | Spread | readonly Figures[] | { readonly [name: string]: Figures };

/** Figures by their path. */
type Leaves = Map<string, number | Spread>;

/** What is built, how long it is watched, and what is read off. */
export interface Experiment<F extends Figures> {
  readonly network: Network;
  readonly warmUp: number;
  readonly minutes: number;
  readonly figures: (system: QueueingSystem) => F;
}

/** What is to be compared with what theory says. */
export interface Comparison {
  /** The name of the test, so that its failure tells how to replay it. */
  readonly name: string;
  /** Numbers from theory, in any nesting. */
  readonly expected: unknown;
  /** The same figures from one replication; those of all replications are independent. */
  readonly observe: (run: RunName) => Figures;
  readonly replications?: number;
  /** Figures whose standard error may be more than a hundredth of the value, and why. */
  readonly loose?: Readonly<Record<string, Leeway>>;
}

/** The largest standard error allowed: as a share of the value, or as it is. */
export type Leeway = ({ readonly within: number } | { readonly standardError: number }) & {
  readonly because: string;
};

/** Confidence of every interval; with 20 replications these are 3.9 standard errors. */
const CONFIDENCE = 0.999;
/** A standard error above this share of the value would prove little. */
const SHARPEST = 0.01;
/** How many times the replications a second look has. */
const SECOND_LOOK = 4;
const SEED = Number(process.env['THEORY_SEED'] ?? 20261122);
/** Differences that rounding of the expected figures, given with ten digits, explains. */
const DIGITS = 2e-9;

/**
 * Fails unless each figure lies in the 99.9 % interval of the mean over replications, and that interval is narrow.
 *
 * Of the more than five hundred figures in these tests, every second seed would put one outside by chance alone. So a
 * case with a figure outside gets a second look: four times as many new replications, which decide alone. Chance
 * fails both once in a million; an error of four standard errors at first sight is one of eight at the second.
 *
 * A replication is two runs, the second with mirrored random numbers (antithetic variates, Law 2015, section 11.3):
 * their mean varies less than that of two independent ones.
 */
export function expectTheory(comparison: Comparison): void {
  const { replications = 20 } = comparison;
  let faults = faultsSeen(comparison, { from: 0, count: replications });
  if (faults.some(({ kind }) => kind === 'outside')) {
    faults = faultsSeen(comparison, { from: replications, count: SECOND_LOOK * replications });
  }
  const words = faults.map((fault) => fault.words);
  expect(words, words.join('\n')).toEqual([]);
}

/** What is wrong with the figures of some replications. */
function faultsSeen(comparison: Comparison, { from, count }: { from: number; count: number }): Fault[] {
  const { name, expected, observe, loose = {} } = comparison;
  const theory = leavesOf(expected as Figures);
  const runs = Array.from({ length: count }, (_, i) => {
    const run = { seed: SEED, replication: from + i, test: name };
    try {
      return meanOfTwo(leavesOf(observe(run)), leavesOf(observe({ ...run, isMirrored: true })));
    } catch (cause) {
      throw new Error(`${name} broke off. ${replay(name, from + i)}`, { cause });
    }
  });
  expect([...runs[0]!.keys()].sort(), `figures of ${name}`).toEqual([...theory.keys()].sort());
  const unknown = Object.keys(loose).filter((figure) => !theory.has(figure));
  expect(unknown, `figures of ${name} that are loose but not there`).toEqual([]);
  return [...theory].flatMap(([figure, each]) => {
    const value = each as number;
    const leeway = loose[figure] ?? { within: SHARPEST };
    const largest = 'within' in leeway ? leeway.within * Math.abs(value) : leeway.standardError;
    const values = overReplications(runs.map((run) => run.get(figure)!));
    return faultsOf({ name, figure, value, values, largest, from });
  });
}

/** The figures of one replication of an experiment. */
export function watching<F extends Figures>({
  network,
  warmUp,
  minutes,
  figures,
}: Experiment<F>): (run: RunName) => F {
  return (run) => figures(new QueueingSystem(network, new Draws(run)).watch({ warmUp, minutes }));
}

interface Estimate {
  readonly name: string;
  readonly figure: string;
  readonly value: number;
  readonly values: readonly number[];
  /** The largest standard error that says enough. */
  readonly largest: number;
  /** The first replication. */
  readonly from: number;
}

interface Fault {
  readonly kind: 'outside' | 'blunt';
  readonly words: string;
}

function faultsOf({ name, figure, value, values, largest, from }: Estimate): Fault[] {
  const interval = meanInterval(values, CONFIDENCE);
  const [mean, halfWidth] = [interval.mean!, interval.halfWidth!];
  const standardError = meanInterval(values, 0.6827).halfWidth!;
  if (process.env['THEORY_SHOW'] !== undefined) {
    const share = ((100 * standardError) / Math.abs(value)).toFixed(2);
    console.log(`${name} ${figure}: theory ${value}, ${mean} +- ${halfWidth}, standard error ${share} %`);
  }
  const furthest = values.reduce(
    (far, each, i) => (Math.abs(each - mean) > Math.abs(values[far]! - mean) ? i : far),
    0,
  );
  const faults: Fault[] = [];
  if (!(Math.abs(mean - value) <= halfWidth + DIGITS * Math.max(1, Math.abs(value)))) {
    const words =
      `${figure} of ${name}: theory says ${value}, ${values.length} replications say ${mean} +- ${halfWidth}. ` +
      `The one furthest from their mean has ${values[furthest]!}. ${replay(name, from + furthest)}`;
    faults.push({ kind: 'outside', words });
  }
  if (!(standardError <= largest)) {
    const words = `${figure} of ${name}: a standard error of ${standardError} says little about ${value}`;
    faults.push({ kind: 'blunt', words });
  }
  return faults;
}

function replay(name: string, replication: number): string {
  return `Replay: THEORY_SEED=${SEED} npx vitest run test/theory -t '${name}' (replication ${replication}).`;
}

/**
 * A figure of each replication. Of a variance: mean squared deviation from the mean of all replications together,
 * which unlike that from each one's own mean is too small by next to nothing.
 */
function overReplications(figures: readonly (number | Spread)[]): number[] {
  const spreads = figures.filter((figure) => figure instanceof Spread);
  const grandMean = spreads.reduce((sum, { mean }) => sum + mean, 0) / spreads.length;
  return figures.map((figure) =>
    figure instanceof Spread ? figure.square - 2 * grandMean * figure.mean + grandMean ** 2 : figure,
  );
}

/** The same figures of two runs, averaged. */
function meanOfTwo(one: Leaves, other: Leaves): Leaves {
  return new Map(
    [...one].map(([figure, a]): [string, number | Spread] => {
      const b = other.get(figure)!;
      if (!(a instanceof Spread) || !(b instanceof Spread))
        return [figure, ((a as number) + (b as number)) / 2];
      return [figure, new Spread((a.mean + b.mean) / 2, (a.square + b.square) / 2)];
    }),
  );
}

/** Numbers and spreads by their path, such as `classes.0.Wq`. Words among the figures are left out. */
function leavesOf(figures: Figures, path = ''): Leaves {
  if (typeof figures === 'number' || figures instanceof Spread) return new Map([[path, figures]]);
  if (typeof figures !== 'object') return new Map();
  const parts: readonly (readonly [string, Figures])[] = Object.entries(figures);
  return new Map(
    parts.flatMap(([name, part]) => [...leavesOf(part, path === '' ? name : `${path}.${name}`)]),
  );
}
