import type { ThresholdResult } from '../result.ts';
import type { Organisation } from '../summarise.ts';
import type { Condition } from './condition.ts';
import { judge } from './judge.ts';

/** One side of a 95 % interval: what the verdicts of a result rest on. */
const LEVEL = 0.025;

/**
 * Judges what organisations must not be: each but the first, which is that of today, or the only one. Each verdict has
 * a one-sided error of 2.5 % for itself; that all are passed although one should fail has no more.
 */
export function thresholdsOf(
  conditions: readonly Condition[],
  organisations: readonly Organisation[],
): ThresholdResult[] {
  const [first, ...others] = organisations as [Organisation, ...Organisation[]];
  return (others.length === 0 ? [first] : others).flatMap(({ scenario, runs }) =>
    conditions.map((condition): ThresholdResult => {
      const evidence = { runs, today: first.runs, currency: scenario.money.currency };
      const { verdict, estimate, ci95, unit } = judge(condition, evidence, { met: LEVEL, notMet: LEVEL });
      return {
        organisation: scenario.name,
        condition: condition.text,
        verdict: verdict === 'met' ? 'failed' : verdict === 'not-met' ? 'passed' : 'undecided',
        estimate,
        ci95,
        unit,
      };
    }),
  );
}
