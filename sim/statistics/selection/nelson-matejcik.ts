import { normalProbability } from '../../random/quantile-library.ts';
import { chiSquareNodes, whereReaches } from './chi-square-mean.ts';
import { checkSelection, placeOfLargest, type SelectionGoal } from './goal.ts';

/** Step and reach of the trapezoidal rule over the standard normal. */
const STEP = 0.1;
const REACH = 8.5;

/**
 * The (1 - alpha) equicoordinate quantile g of a (k - 1)-variate t with (k - 1)(n0 - 1) degrees of freedom and common
 * correlation 1/2, in Nelson and Matejcik's procedure. With a common factor Z for the best system,
 * P(all T_i <= g) = E[ integral of Phi(sqrt(2) g sqrt(X / nu) + z)^(k-1) phi(z) dz ], X chi-square with nu.
 */
export function nelsonMatejcikConstant(goal: Omit<SelectionGoal, 'indifference'>): number {
  checkSelection({ ...goal, indifference: 1 });
  const { systems, confidence, firstStage } = goal;
  const degreesOfFreedom = (systems - 1) * (firstStage - 1);
  const { points, weights } = chiSquareNodes(degreesOfFreedom);
  const phi = normalProbability();
  return whereReaches(confidence, (g) => {
    let probability = 0;
    points.forEach((x, i) => {
      const shift = Math.SQRT2 * g * Math.sqrt(x / degreesOfFreedom);
      let inner = 0;
      for (let z = -REACH; z <= REACH; z += STEP) {
        inner += Math.exp((-z * z) / 2) * phi(shift + z) ** (systems - 1);
      }
      probability += (weights[i]! * inner * STEP) / Math.sqrt(2 * Math.PI);
    });
    return probability;
  });
}

/** What the first stage asks for. */
export interface NelsonMatejcikSize {
  /** The pooled variance of differences under common random numbers, unit squared. */
  readonly variance: number;
  /** Replications of every system in all. */
  readonly replications: number;
}

/**
 * Replications of every system that Nelson and Matejcik's procedure asks for under common random numbers: S^2 pools the
 * interaction of systems and replications (sphericity assumed), N = max(n0, ceil((g S / delta)^2)) with the constant g
 * (Nelson and Matejcik
 * 1995, "Using common random numbers for indifference-zone selection and multiple comparisons in simulation",
 * Management Science 41, p. 1935-1945). `first` has the shape [system][replication].
 */
export function nelsonMatejcikSize(of: {
  readonly first: readonly (readonly number[])[];
  readonly g: number;
  readonly indifference: number;
}): NelsonMatejcikSize {
  const { first, g, indifference } = of;
  const systems = first.length;
  const firstStage = first[0]!.length;
  const ofSystem = first.map(mean);
  const ofReplication = first[0]!.map((_, r) => mean(first.map((figures) => figures[r]!)));
  const overall = mean(ofSystem);
  let squares = 0;
  first.forEach((figures, i) => {
    figures.forEach((figure, r) => {
      squares += (figure - ofSystem[i]! - ofReplication[r]! + overall) ** 2;
    });
  });
  const variance = (2 * squares) / ((systems - 1) * (firstStage - 1));
  const replications = Math.max(firstStage, Math.ceil((g * g * variance) / indifference ** 2));
  return { variance, replications };
}

/**
 * Multiple comparisons with the best: for each system an interval for its mean less the best of the others', shape
 * [system][lower, upper]; all hold together with the confidence of the selection. An upper bound of 0 says that the
 * system is not the best, a lower bound of 0 that it is.
 */
export function comparisonsWithTheBest(
  means: readonly number[],
  indifference: number,
): readonly (readonly [lower: number, upper: number])[] {
  return means.map((own, i) => {
    const others = means.filter((_, j) => j !== i);
    const lead = own - others[placeOfLargest(others)]!;
    return [Math.min(0, lead - indifference), Math.max(0, lead + indifference)];
  });
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
