import { counted } from './counted.ts';

/** Weeks `[from, to)`, counted from 0, as they are counted by people: `week 3`, `weeks 3 and 4`, `weeks 3 to 5`. */
export function weeksInWords({ from, to }: { readonly from: number; readonly to: number }): string {
  const first = from + 1;
  if (to <= first) return `week ${first}`;
  return `weeks ${first} ${to === first + 1 ? 'and' : 'to'} ${to}`;
}

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
