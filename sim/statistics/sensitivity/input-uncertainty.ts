/** Where the uncertainty of an estimate comes from: inputs known from data only, or too few replications. */
export interface UncertaintySplit {
  /** Mean squares between and within inputs, unit squared. */
  readonly between: number;
  readonly within: number;
  /** Variance that the uncertainty of the inputs adds, unit squared; not below 0. */
  readonly inputVariance: number;
  /** Of the variance of the mean of one input's replications: the share that comes from the inputs, in [0, 1]. */
  readonly inputShare: number;
  /** Standard deviation from the inputs over that from the simulation; Infinity without simulation error. */
  readonly ratio: number;
  /** What would lessen the uncertainty more. */
  readonly advice: 'collect-more-data' | 'run-more';
}

/**
 * Random-effects analysis of variance on B sets of inputs (bootstrapped, or drawn from what is known of them) with R
 * replications each (Ankenman and Nelson 2012, "A quick assessment of input uncertainty", Winter Simulation
 * Conference). `responses` has the shape [input][replication]; two of each or more, else a RangeError.
 */
export function uncertaintySplit(responses: readonly (readonly number[])[]): UncertaintySplit {
  const inputs = responses.length;
  const replications = responses[0]?.length ?? 0;
  if (!(inputs >= 2 && replications >= 2 && responses.every((row) => row.length === replications))) {
    throw new RangeError('a split needs two inputs or more, each with the same two replications or more');
  }
  const means = responses.map(mean);
  const overall = mean(means);
  const between = (replications * sum(means.map((m) => (m - overall) ** 2))) / (inputs - 1);
  const squares = responses.map((row, i) => sum(row.map((y) => (y - means[i]!) ** 2)));
  const within = sum(squares) / (inputs * (replications - 1));
  const inputVariance = Math.max(0, (between - within) / replications);
  const simulationVariance = within / replications;
  const all = inputVariance + simulationVariance;
  return {
    between,
    within,
    inputVariance,
    inputShare: all === 0 ? 0 : inputVariance / all,
    ratio: Math.sqrt(inputVariance / simulationVariance),
    advice: inputVariance > simulationVariance ? 'collect-more-data' : 'run-more',
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
