import type { MetricDifference, OrganisationResult } from '../../sim/experiment/result.ts';

/** A group of people, or the market, with a figure. */
export interface GroupFigure {
  readonly group: string;
  readonly mean: number;
  readonly ci95: readonly [number, number] | null;
}

/** What one more head of a role changes in throughput, money per year, and what the head costs. */
export interface HeadGain {
  readonly role: string;
  readonly cost: number;
  readonly replications: number;
  readonly throughput: MetricDifference & { readonly mean: number };
  readonly profit: MetricDifference | undefined;
}

/** What is known of the constraint of one organisation, three ways. */
export interface ConstraintFindings {
  /** Busy share of paid time, busiest first. */
  readonly busiest: readonly GroupFigure[];
  /** Share of office hours as momentary constraint, longest first; the market included. */
  readonly shares: readonly GroupFigure[];
  /** Who is it most often: more than one if their intervals do not tell them apart. */
  readonly longest: readonly GroupFigure[];
  /** What one more head brings, most first; empty if it was not tried. */
  readonly gains: readonly HeadGain[];
  /** The role whose head raises throughput most, among those where the gain is certain. */
  readonly best: HeadGain | undefined;
}

/** Gathers what a result says about the constraint of one organisation. */
export function constraintFindings(organisation: OrganisationResult): ConstraintFindings {
  const gains = organisation.oneMore
    .flatMap(({ role, cost, replications, metrics }): HeadGain[] => {
      const throughput = metrics['throughput-per-year'];
      if (throughput?.mean === undefined || throughput.mean === null) return [];
      const known = { ...throughput, mean: throughput.mean };
      return [{ role, cost, replications, throughput: known, profit: metrics['profit-per-year'] }];
    })
    .sort((a, b) => b.throughput.mean - a.throughput.mean);
  const shares = family(organisation, 'constraint-share.');
  return {
    busiest: family(organisation, 'utilisation.'),
    shares,
    longest: longestOf(shares),
    gains,
    best: gains.find(({ throughput }) => throughput.verdict === 'higher'),
  };
}

/** The largest of figures in order of size, and those whose intervals reach into its own. */
export function longestOf<Figure extends Pick<GroupFigure, 'ci95'>>(figures: readonly Figure[]): Figure[] {
  const lower = figures[0]?.ci95?.[0];
  return figures.filter(
    ({ ci95 }, i) => i === 0 || (lower !== undefined && ci95 !== null && ci95[1] >= lower),
  );
}

/** Members of a family of metrics that have a figure, largest first. */
function family({ metrics }: OrganisationResult, prefix: string): GroupFigure[] {
  return Object.entries(metrics)
    .flatMap(([id, { mean, ci95 }]): GroupFigure[] =>
      id.startsWith(prefix) && mean !== null ? [{ group: id.slice(prefix.length), mean, ci95 }] : [],
    )
    .sort((a, b) => b.mean - a.mean);
}
