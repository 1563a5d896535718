import type { MetricResult, OrganisationResult } from '../../sim/experiment/result.ts';

/** A member of a family of metrics, such as `production` of `queue-length.`, with its figure. */
export interface Member {
  readonly member: string;
  readonly figure: MetricResult & { readonly mean: number };
}

/** Members of a family that have a figure in an organisation, the largest first. */
export function largestOf({ metrics }: OrganisationResult, family: string): Member[] {
  return Object.entries(metrics)
    .flatMap(([id, figure]): Member[] =>
      id.startsWith(family) && figure.mean !== null
        ? [{ member: id.slice(family.length), figure: { ...figure, mean: figure.mean } }]
        : [],
    )
    .sort((a, b) => b.figure.mean - a.figure.mean);
}
