import { CATALOGUE } from '../metrics/catalogue.ts';
import { individualConfidence } from '../statistics/bonferroni.ts';
import { decideAtLooks } from '../statistics/decision.ts';
import { looksUpTo } from '../statistics/looks.ts';
import type { DecisionEffort } from './effort.ts';
import type { RunFigures } from './replicate.ts';
import type { DecidedDifference, DecisionResult } from './result.ts';
import { figuresAt, unitIn, zoneOf } from './summarise.ts';

/** The first look: what Student's t needs to be of use. */
const FIRST_LOOK = 10;

/** One organisation by name, and its replications. */
interface Decided {
  readonly name: string;
  readonly runs: readonly Pick<RunFigures, 'values'>[];
}

/** Replications after which the evidence is looked at. */
export function looksOf({ atMost }: DecisionEffort): number[] {
  return looksUpTo(atMost, FIRST_LOOK);
}

/** What the replications so far say of each difference to the first organisation. */
export function decisionOf(
  effort: DecisionEffort,
  organisations: readonly Decided[],
  currency: string,
): DecisionResult {
  const looks = looksOf(effort);
  const [first, ...others] = organisations as [Decided, ...Decided[]];
  const comparisons = Math.max(1, others.length * effort.metrics.length);
  const confidence = individualConfidence({ confidence: effort.confidence, comparisons });
  const differences = others.flatMap((other) =>
    effort.metrics.map((metric): DecidedDifference => {
      const place = CATALOGUE.findIndex(({ id }) => id === metric);
      const entry = CATALOGUE[place]!;
      const { verdict, replications, difference } = decideAtLooks({
        a: figuresAt(first.runs, place),
        b: figuresAt(other.runs, place),
        looks,
        confidence,
        zoneOf: (a) => zoneOf(entry, a as readonly number[]),
        isArithmetic: entry.isArithmetic,
      });
      const { mean, lower, upper } = difference?.interval ?? { mean: undefined };
      return {
        a: first.name,
        b: other.name,
        metric,
        verdict,
        replications,
        mean: mean ?? null,
        interval: lower === undefined || upper === undefined ? null : [lower, upper],
        unit: unitIn(entry.unit, currency),
      };
    }),
  );
  return { confidence: effort.confidence, looks, differences };
}
