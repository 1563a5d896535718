import { RunningMoments } from '../running-moments.ts';
import { checkSelection, type SelectionGoal } from './goal.ts';

/**
 * The constants of Kim and Nelson's procedure with c = 1: eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2, and
 * h^2 = 2 eta (n0 - 1).
 */
export function kimNelsonConstants({
  systems,
  confidence,
  firstStage,
}: Omit<SelectionGoal, 'indifference'>): { readonly eta: number; readonly h2: number } {
  checkSelection({ systems, confidence, firstStage, indifference: 1 });
  const alpha = 1 - confidence;
  const eta = ((2 * alpha) / (systems - 1)) ** (-2 / (firstStage - 1)) / 2 - 0.5;
  return { eta, h2: 2 * eta * (firstStage - 1) };
}

/**
 * Kim and Nelson's fully sequential selection (2001, "A fully sequential procedure for indifference-zone selection in
 * simulation", ACM TOMACS 11, p. 251-273). Feed it the first stage, then one replication at a time of the systems that
 * are still in; a system leaves as soon as another one is ahead of it by more than the continuation region allows. The
 * variances are those of the differences, so that common random numbers save replications; the guarantee holds with
 * and without them, for normal figures.
 */
export class KimNelson {
  /** Places of the systems still in, in order. */
  survivors: readonly number[];
  /** Replications of each of them so far. */
  replications: number;
  private readonly sums: number[];
  /** Variances of differences in the first stage, [i][l]. */
  private readonly variances: readonly (readonly number[])[];
  private readonly indifference: number;
  private readonly h2: number;

  /** `first` has the shape [system][replication]. Throws a RangeError outside the ranges of a SelectionGoal. */
  constructor(of: {
    readonly first: readonly (readonly number[])[];
    readonly confidence: number;
    readonly indifference: number;
  }) {
    const { first, confidence, indifference } = of;
    const firstStage = first[0]?.length ?? 0;
    checkSelection({ systems: first.length, confidence, firstStage, indifference });
    this.indifference = indifference;
    this.h2 = kimNelsonConstants({ systems: first.length, confidence, firstStage }).h2;
    this.survivors = first.map((_, i) => i);
    this.replications = firstStage;
    this.sums = first.map((figures) => figures.reduce((sum, figure) => sum + figure, 0));
    this.variances = first.map((figures) =>
      first.map((others) => new RunningMoments(figures.map((figure, r) => figure - others[r]!)).variance!),
    );
    this.screen();
  }

  /** The system selected; undefined as long as more than one is in. */
  get selected(): number | undefined {
    return this.survivors.length === 1 ? this.survivors[0] : undefined;
  }

  /** One more replication: the figures of the survivors, in their order. */
  add(figures: readonly number[]): void {
    if (figures.length !== this.survivors.length) {
      throw new RangeError(`${figures.length} figures for ${this.survivors.length} systems still in`);
    }
    this.survivors.forEach((system, i) => (this.sums[system]! += figures[i]!));
    this.replications++;
    this.screen();
  }

  /** Lets go of everybody who is beaten by somebody who was still in when this replication began. */
  private screen(): void {
    const before = this.survivors;
    this.survivors = before.filter((i) => !before.some((l) => l !== i && this.isBeaten(i, l)));
  }

  private isBeaten(i: number, l: number): boolean {
    const { indifference, h2, replications } = this;
    const variance = this.variances[i]![l]!;
    const allowance = Math.max(0, ((h2 * variance) / indifference ** 2 - replications) * (indifference / 2));
    const behind = this.sums[l]! - this.sums[i]!;
    // Where both are equal to the last digit the earlier one stays, so that somebody does.
    return behind > allowance || (allowance === 0 && behind === 0 && l < i);
  }
}
