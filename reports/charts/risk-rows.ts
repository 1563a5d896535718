import type { Result } from '../../sim/experiment/result.ts';
import { meanInterval, type MeanInterval } from '../../sim/statistics/mean-interval.ts';
import { quantileInterval, type QuantileInterval } from '../../sim/statistics/quantile-interval.ts';
import { valuesOf } from './pairs.ts';

/** Quantiles that are shown of single replications. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What is shown of risk and error: the way of an opportunity, what clients get, money. */
const RISK_IDS = [
  'bd-meetings-per-week',
  'orders-won-per-week',
  'cycle-time',
  'service-within-tolerance',
  'throughput-per-year',
  'profit-per-year',
] as const;
/** Of fewer replications, one in twenty says nothing. */
const LEAST_REPLICATIONS = 10;

/** A metric of one organisation: its average and how well it is known, and what single replications come to. */
export interface RiskRow {
  readonly id: string;
  readonly unit: string;
  /** Place of the organisation in the result. */
  readonly organisation: number;
  readonly least: number;
  readonly most: number;
  readonly mean: Required<MeanInterval>;
  /** Shape [quantile of QUANTILES]. */
  readonly quantiles: readonly (QuantileInterval & { readonly estimate: number })[];
}

/** Rows by metric and then organisation; of metrics that vary from one replication to the next. */
export function riskRows(result: Result): RiskRow[] {
  return RISK_IDS.flatMap((id) => result.organisations.flatMap((_, i) => rowOf(result, id, i) ?? []));
}

function rowOf(result: Result, id: string, organisation: number): RiskRow | undefined {
  const values = valuesOf(result.organisations[organisation]!, id);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const { n, mean, lower, upper, halfWidth } = meanInterval(values);
  if (n < LEAST_REPLICATIONS || least === most) return undefined;
  return {
    id,
    unit: result.organisations[organisation]!.metrics[id]?.unit ?? '',
    organisation,
    least,
    most,
    mean: { n, mean: mean!, lower: lower!, upper: upper!, halfWidth: halfWidth! },
    quantiles: QUANTILES.map((p) => {
      const interval = quantileInterval({ values, p });
      return { ...interval, estimate: interval.estimate! };
    }),
  };
}
