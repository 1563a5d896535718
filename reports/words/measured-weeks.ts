import { counted } from './counted.ts';

/** How much was simulated and which weeks count: `20 replications of 104 weeks, the first 26 not measured`. */
export function measuredWeeks(of: {
  readonly replications: number;
  readonly weeks: number;
  /** Weeks of warm-up. */
  readonly warmUp: number;
}): string {
  const { replications, weeks, warmUp } = of;
  const left =
    warmUp === 0
      ? 'measured from the first one on'
      : warmUp === 1
        ? 'the first one not measured'
        : `the first ${warmUp} not measured`;
  return `${counted(replications, 'replication')} of ${counted(weeks, 'week')}, ${left}`;
}
