import { latinHypercube } from './latin-hypercube.ts';

/** Largest absolute correlation between two factors of a nearly orthogonal design (Cioppa and Lucas 2007). */
export const LARGEST_CORRELATION = 0.05;

/** Random hypercubes that are tried before giving up, and exchanges without success after which each is given up. */
const STARTS = 8;
const PATIENCE = 4_000;

/** A design and the largest absolute correlation between two of its factors. */
export interface NearlyOrthogonalDesign {
  readonly points: readonly (readonly number[])[];
  readonly largestCorrelation: number;
}

/**
 * A Latin hypercube with correlations of at most `atMost` between any two factors, so that the effects of factors can
 * be told apart (Cioppa and Lucas 2007, "Efficient nearly orthogonal and space-filling Latin hypercubes", Technometrics
 * 49, p. 45-55). Found by exchanges of two strata within a column that lessen the sum of squared correlations; points
 * lie in the middle of their strata. Throws a RangeError that names the least correlation reached if there are too few
 * points for so many factors.
 */
export function nearlyOrthogonal(of: {
  readonly points: number;
  readonly factors: number;
  readonly uniform: () => number;
  readonly atMost?: number;
}): NearlyOrthogonalDesign {
  const { points, factors, uniform, atMost = LARGEST_CORRELATION } = of;
  let least = Infinity;
  for (let start = 0; start < STARTS; start++) {
    const columns = columnsOf(latinHypercube({ points, factors, uniform, isCentred: true }));
    const search = new Exchange(columns, uniform);
    const largestCorrelation = search.run(atMost);
    if (largestCorrelation <= atMost) return { points: columnsOf(columns), largestCorrelation };
    least = Math.min(least, largestCorrelation);
  }
  throw new RangeError(
    `${points} points are too few for ${factors} factors: no design was found with correlations of at most ` +
      `${atMost}, the best one has ${least.toFixed(3)}; take more points`,
  );
}

/** Exchanges strata of columns, in place. All columns have the same mean and variance, so products say it all. */
class Exchange {
  private readonly columns: number[][];
  private readonly uniform: () => number;
  /** Correlations, [a][b]. */
  private readonly correlations: number[][];
  private readonly variance: number;

  constructor(columns: number[][], uniform: () => number) {
    this.columns = columns;
    this.uniform = uniform;
    const n = columns[0]!.length;
    // n strata in their middles: variance of the uniform grid (n^2 - 1) / (12 n^2), times n.
    this.variance = (n * n - 1) / (12 * n);
    this.correlations = columns.map((a) => columns.map((b) => this.correlation(a, b)));
  }

  /** Until the largest correlation is small enough or nothing more is gained. Returns the largest correlation. */
  run(atMost: number): number {
    for (let idle = 0; idle < PATIENCE && this.largest() > atMost; idle++) {
      if (this.exchange()) idle = 0;
    }
    return this.largest();
  }

  private largest(): number {
    let largest = 0;
    for (let a = 0; a < this.columns.length; a++) {
      for (let b = 0; b < a; b++) largest = Math.max(largest, Math.abs(this.correlations[a]![b]!));
    }
    return largest;
  }

  /** Exchanges two random strata of a random column if that lessens its squared correlations. */
  private exchange(): boolean {
    const { columns, uniform, correlations, variance } = this;
    const factor = Math.floor(uniform() * columns.length);
    const column = columns[factor]!;
    const [i, j] = [Math.floor(uniform() * column.length), Math.floor(uniform() * column.length)];
    const step = column[j]! - column[i]!;
    const changed = columns.map((other, b) =>
      b === factor ? 1 : correlations[factor]![b]! + (step * (other[i]! - other[j]!)) / variance,
    );
    const gain = changed.reduce((sum, r, b) => sum + correlations[factor]![b]! ** 2 - r * r, 0);
    if (!(gain > 1e-15)) return false;
    [column[i], column[j]] = [column[j]!, column[i]!];
    changed.forEach((r, b) => {
      correlations[factor]![b] = r;
      correlations[b]![factor] = r;
    });
    return true;
  }

  private correlation(a: readonly number[], b: readonly number[]): number {
    return a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0) / this.variance;
  }
}

function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return rows[0]!.map((_, i) => rows.map((row) => row[i]!));
}
