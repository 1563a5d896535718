import { readFileSync } from 'node:fs';
import type { MetricResult, OrganisationResult, Result } from '../../sim/experiment/result.ts';

/**
 * A result as the command line wrote it: `compare --replications 12 --one-more 2 --set run.weeks=30
 * --set run.warmUp=8 --json`. What it says is of no importance, only that the report says the same.
 */
export function smallResult(): Result {
  return JSON.parse(readFileSync(new URL('small-result.json', import.meta.url), 'utf8')) as Result;
}

/** The same result with other names, in the order of the organisations. */
export function renamed(result: Result, names: readonly string[]): Result {
  return {
    ...result,
    provenance: {
      ...result.provenance,
      scenarios: result.provenance.scenarios.map((facts, i) => ({ ...facts, name: names[i]! })),
    },
    organisations: result.organisations.map((organisation, i) => ({ ...organisation, name: names[i]! })),
    differences: result.differences.map((difference, i) => ({
      ...difference,
      a: names[0]!,
      b: names[i + 1]!,
    })),
  };
}

/** As `run` gives it: the first organisation alone. */
export function ofOneOrganisation(result: Result): Result {
  const { provenance, organisations } = result;
  return {
    ...result,
    provenance: { ...provenance, scenarios: provenance.scenarios.slice(0, 1) },
    organisations: organisations.slice(0, 1),
    differences: [],
  };
}

/** The second organisation twice, the third under a name of its own. */
export function ofThreeOrganisations(result: Result): Result {
  const { provenance, organisations, differences } = result;
  return {
    ...result,
    provenance: { ...provenance, scenarios: [...provenance.scenarios, provenance.scenarios[1]!] },
    organisations: [...organisations, { ...organisations[1]!, name: 'third' }],
    differences: [...differences, { ...differences[0]!, b: 'third' }],
  };
}

/** As one replication gives it: means, but no interval, and no verdict. */
export function ofOneReplication(result: Result): Result {
  return {
    ...result,
    provenance: { ...result.provenance, replications: 1 },
    organisations: result.organisations.map((organisation) => ({
      ...organisation,
      metrics: mapped(organisation.metrics, (figure) => ({
        ...figure,
        ci95: null,
        n: Math.min(1, figure.n),
      })),
      series: mapped(organisation.series, (series) => ({
        ...series,
        lo: series.lo.map(() => null),
        hi: series.hi.map(() => null),
      })),
      oneMore: organisation.oneMore.map((more) => ({
        ...more,
        replications: 1,
        metrics: mapped(more.metrics, undecided),
      })),
    })),
    differences: result.differences.map((difference) => ({
      ...difference,
      metrics: mapped(difference.metrics, undecided),
    })),
  };
}

function undecided<Figure extends object>(figure: Figure) {
  return { ...figure, ci95: null, correlation: null, verdict: 'undecided' as const };
}

/** Without any figure of some metrics. */
export function withoutFigures(result: Result, isGone: (id: string) => boolean): Result {
  const nothing = { mean: null, ci95: null };
  return {
    ...result,
    organisations: result.organisations.map((organisation) => ({
      ...organisation,
      metrics: mapped(organisation.metrics, (figure, id) =>
        isGone(id) ? { ...figure, ...nothing, n: 0 } : figure,
      ),
      series: mapped(organisation.series, (series, id) =>
        isGone(id)
          ? { ...series, mean: gone(series.mean), lo: gone(series.lo), hi: gone(series.hi) }
          : series,
      ),
    })),
    differences: result.differences.map((difference) => ({
      ...difference,
      metrics: mapped(difference.metrics, (figure, id) =>
        isGone(id) ? { ...figure, ...nothing, correlation: null, verdict: 'undecided' as const } : figure,
      ),
    })),
  };
}

function gone(values: readonly unknown[]): null[] {
  return values.map(() => null);
}

/** One organisation changed. */
export function withOrganisation(
  result: Result,
  index: number,
  change: (organisation: OrganisationResult) => Partial<OrganisationResult>,
): Result {
  return {
    ...result,
    organisations: result.organisations.map((organisation, i) =>
      i === index ? { ...organisation, ...change(organisation) } : organisation,
    ),
  };
}

/** A figure with its interval. */
export function figure(mean: number, ci95: readonly [number, number] | null, unit = 'share'): MetricResult {
  return { mean, ci95, unit, n: ci95 === null ? 1 : 3 };
}

function mapped<Old, New>(
  values: Readonly<Record<string, Old>>,
  change: (value: Old, key: string) => New,
): Record<string, New> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}
