import { normalProbability } from '../../random/quantile-library.ts';
import { RunningMoments } from '../running-moments.ts';
import { chiSquareNodes, whereReaches } from './chi-square-mean.ts';
import { checkSelection, type SelectionGoal } from './goal.ts';

/**
 * Rinott's constant h for k systems, a probability P* of correct selection and first stages of n0 replications: the
 * solution of E[ E[ Phi(h / sqrt(nu (1/X + 1/Y))) | Y ]^(k-1) ] = P* with X and Y chi-square with nu = n0 - 1 degrees
 * of freedom (Rinott 1978, "On two-stage selection procedures and related probability-inequalities", Communications in
 * Statistics A7, p. 799-811). Throws a RangeError outside the ranges of a SelectionGoal.
 */
export function rinottConstant(goal: Omit<SelectionGoal, 'indifference'>): number {
  checkSelection({ ...goal, indifference: 1 });
  const { systems, confidence, firstStage } = goal;
  const degreesOfFreedom = firstStage - 1;
  const { points, weights } = chiSquareNodes(degreesOfFreedom);
  const phi = normalProbability();
  return whereReaches(confidence, (h) => {
    let probability = 0;
    points.forEach((y, j) => {
      let beatsOne = 0;
      points.forEach((x, i) => {
        beatsOne += weights[i]! * phi(h / Math.sqrt(degreesOfFreedom * (1 / x + 1 / y)));
      });
      probability += weights[j]! * beatsOne ** (systems - 1);
    });
    return probability;
  });
}

/**
 * Replications that each system needs in all, by its first-stage variance: max(n0, ceil((h S / delta)^2)) with Rinott's
 * constant h, after which the system with the best mean is selected. The guarantee is for systems simulated
 * independently, with normal figures. `first` has the shape [system][replication], as many replications of each; the
 * indifference is above 0, in the unit of the figures.
 */
export function rinottSizes(of: {
  readonly first: readonly (readonly number[])[];
  readonly h: number;
  readonly indifference: number;
}): number[] {
  const { first, h, indifference } = of;
  return first.map((figures) => {
    const variance = new RunningMoments(figures).variance!;
    return Math.max(figures.length, Math.ceil((h * h * variance) / indifference ** 2));
  });
}
