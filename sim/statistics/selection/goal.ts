/** What a selection procedure has to guarantee. Larger figures are better; turn the sign where smaller ones are. */
export interface SelectionGoal {
  /** Systems to select from, 2 or more. */
  readonly systems: number;
  /** Probability of correct selection, in (1 / systems, 1), if the best is better by the indifference or more. */
  readonly confidence: number;
  /** Replications of every system in the first stage, 2 or more. */
  readonly firstStage: number;
  /** Smallest difference worth detecting, in the unit of the figures, above 0. */
  readonly indifference: number;
}

/** Throws a RangeError that says what does not fit. */
export function checkSelection({ systems, confidence, firstStage, indifference }: SelectionGoal): void {
  if (!(Number.isInteger(systems) && systems >= 2)) {
    throw new RangeError(`to select there must be two systems or more, not ${systems}`);
  }
  if (!(confidence > 1 / systems && confidence < 1)) {
    throw new RangeError(`the best of ${systems} cannot be selected with probability ${confidence}`);
  }
  if (!(Number.isInteger(firstStage) && firstStage >= 2)) {
    throw new RangeError(`a first stage has two replications or more, not ${firstStage}`);
  }
  if (!(indifference > 0 && indifference < Infinity)) {
    throw new RangeError(`a zone of indifference is above 0, not ${indifference}`);
  }
}

/** Place of the largest of some numbers; the first of several. -1 if there are none. */
export function placeOfLargest(figures: readonly number[]): number {
  let best = -1;
  figures.forEach((figure, i) => {
    if (best < 0 || figure > figures[best]!) best = i;
  });
  return best;
}
