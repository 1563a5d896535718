import { quantileSorted } from 'simple-statistics';
import { CATALOGUE, WEEKLY_METRICS, type MetricEntry } from '../metrics/catalogue.ts';
import { KEY_METRICS } from '../metrics/key-metrics.ts';
import { SATURATED_AT, SATURATION_METRICS, SATURATION_WEEKS } from '../metrics/saturation.ts';
import { ROLES, type Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { handOffs } from '../scenario/arithmetic/hand-offs.ts';
import { hasWork } from '../recorder/simulated-roles.ts';
import { meanInterval, type MeanInterval } from '../statistics/mean-interval.ts';
import { pairedDifference } from '../statistics/paired-difference.ts';
import { isThinEvidence, scaleOf } from '../statistics/thin-evidence.ts';
import { verdictOf } from '../statistics/verdict.ts';
import type { RunFigures } from './replicate.ts';
import type {
  DifferenceResult,
  Interval,
  MetricDifference,
  MetricFacts,
  MetricResult,
  OneMoreResult,
  OrganisationFacts,
  OrganisationResult,
  SaturationResult,
  SeriesResult,
} from './result.ts';
import { assessService } from './service-questions.ts';

/** One organisation and its replications. */
export interface Organisation {
  readonly scenario: Scenario;
  readonly runs: readonly RunFigures[];
}

/** What every metric id means. */
export function metricFacts(currency: string): Readonly<Record<string, MetricFacts>> {
  return byId(({ title, unit, definition }) => ({ title, unit: unitIn(unit, currency), definition }));
}

/** Metrics in which one more head is judged. */
const ONE_MORE_METRICS = [
  'bd-meetings-per-week',
  'orders-won-per-week',
  'throughput-per-year',
  'profit-per-year',
  'service-within-tolerance',
  'on-time-delivery',
];

/** An organisation with one more head of a role, in as many of its replications as were simulated. */
export interface OneMore {
  readonly role: Role;
  readonly runs: readonly RunFigures[];
}

/** Means, intervals and series of one organisation, and what one more head would change. */
export function summarise({ scenario, runs }: Organisation, oneMore: readonly OneMore[]): OrganisationResult {
  const { currency } = scenario.money;
  const illustration = runs[0]?.illustration;
  const metrics = byId((entry, place) => metricResult(figuresAt(runs, place), unitIn(entry.unit, currency)));
  return {
    name: scenario.name,
    description: scenario.description,
    facts: factsOf(scenario),
    metrics,
    service: assessService(metrics, scenario),
    outcomes: Object.fromEntries(KEY_METRICS.map((id) => [id, outcomesOf(runs, id)])),
    series: Object.fromEntries(
      WEEKLY_METRICS.map(({ id, unit }, row) => [
        id,
        seriesResult(runs, row, scenario.run.weeks, unitIn(unit, currency)),
      ]),
    ),
    saturation: Object.fromEntries(
      SATURATION_METRICS.map(({ id, role }) => [role, saturationResult(runs, id, role, scenario.run.weeks)]),
    ),
    oneMore: oneMore.map((more) => oneMoreResult({ scenario, runs }, more)),
    ...(illustration === undefined ? {} : { illustration }),
  };
}

/** What b has more or less than a, replication by replication. */
export function difference(a: Organisation, b: Organisation): DifferenceResult {
  const { currency } = a.scenario.money;
  return {
    a: a.scenario.name,
    b: b.scenario.name,
    metrics: byId((entry, place) =>
      metricDifference(entry, figuresAt(a.runs, place), figuresAt(b.runs, place), currency),
    ),
  };
}

function oneMoreResult({ scenario, runs }: Organisation, more: OneMore): OneMoreResult {
  const { money, organisation } = scenario;
  const base = runs.slice(0, more.runs.length);
  const differences = ONE_MORE_METRICS.map((id) => {
    const place = CATALOGUE.findIndex((entry) => entry.id === id);
    const [without, with_] = [figuresAt(base, place), figuresAt(more.runs.slice(0, base.length), place)];
    return [id, metricDifference(CATALOGUE[place]!, without, with_, money.currency)];
  });
  return {
    role: more.role,
    replications: base.length,
    cost: organisation.roles[more.role].salary * money.burden,
    metrics: Object.fromEntries(differences) as Record<string, MetricDifference>,
  };
}

/** What b has more or less of a metric than a, whose figures are given by replication, NaN where there is none. */
export function metricDifference(
  entry: MetricEntry,
  a: readonly number[],
  b: readonly number[],
  currency: string,
): MetricDifference {
  const { interval, correlation } = pairedDifference({ a, b });
  return {
    mean: interval.mean ?? null,
    ci95: boundsOf(interval),
    unit: unitIn(entry.unit, currency),
    correlation: correlation ?? null,
    verdict: isThin(entry, interval, { scale: scaleOf(a, b) })
      ? 'undecided'
      : verdictOf(interval, zoneOf(entry, a)),
  };
}

/**
 * Whether replications that all have the same difference, be it 0, are too few to show anything: a sign test needs six
 * of them at 5 %, two-sided, and speaks of the median. Of nothing but arithmetic, few replications tell all.
 */
export function isThin(
  { isArithmetic }: { readonly isArithmetic?: true | undefined },
  interval: MeanInterval,
  of: { readonly confidence?: number; readonly scale?: number } = {},
): boolean {
  return isArithmetic !== true && isThinEvidence(interval, of);
}

/** Half-width of the zone of indifference; a share refers to the first organisation's mean. */
export function zoneOf({ indifference }: MetricEntry, a: readonly number[]): number {
  if (typeof indifference === 'number') return indifference;
  const known = a.filter((value) => !Number.isNaN(value));
  return indifference.share * Math.abs(meanInterval(known).mean ?? 0);
}

/** Mean and interval of figures by replication, NaN where there is none. */
export function metricResult(values: readonly number[], unit: string): MetricResult {
  const interval = meanInterval(values.filter((value) => !Number.isNaN(value)));
  return { mean: interval.mean ?? null, ci95: boundsOf(interval), unit, n: interval.n };
}

function outcomesOf(runs: readonly RunFigures[], id: string): (number | null)[] {
  const place = CATALOGUE.findIndex((entry) => entry.id === id);
  return figuresAt(runs, place).map((value) => (Number.isNaN(value) ? null : value));
}

function seriesResult(runs: readonly RunFigures[], row: number, weeks: number, unit: string): SeriesResult {
  const week = Array.from({ length: weeks }, (_, i) => i);
  const intervals = week.map((i) =>
    meanInterval(runs.map(({ weekly }) => weekly[row * weeks + i]!).filter((value) => !Number.isNaN(value))),
  );
  return {
    unit,
    week,
    mean: intervals.map(({ mean }) => mean ?? null),
    lo: intervals.map(({ lower }) => lower ?? null),
    hi: intervals.map(({ upper }) => upper ?? null),
  };
}

function saturationResult(
  runs: readonly RunFigures[],
  id: string,
  role: string,
  weeks: number,
): SaturationResult {
  const place = CATALOGUE.findIndex((entry) => entry.id === id);
  const found = figuresAt(runs, place)
    .filter((week) => !Number.isNaN(week))
    .sort((a, b) => a - b);
  return {
    count: found.length,
    replications: runs.length,
    week:
      found.length === 0
        ? null
        : {
            lower: quantileSorted(found, 0.25),
            median: quantileSorted(found, 0.5),
            upper: quantileSorted(found, 0.75),
          },
    weekOfMean: saturationOfMean(runs, role, weeks),
  };
}

function saturationOfMean(runs: readonly RunFigures[], role: string, weeks: number): number | null {
  const row = WEEKLY_METRICS.findIndex(({ id }) => id === `utilisation.${role}`);
  for (let to = SATURATION_WEEKS; to <= weeks && runs.length > 0; to++) {
    let sum = 0;
    for (const { weekly } of runs) {
      for (let week = to - SATURATION_WEEKS; week < to; week++) sum += weekly[row * weeks + week]!;
    }
    if (sum / (runs.length * SATURATION_WEEKS) >= SATURATED_AT) return to;
  }
  return null;
}

function factsOf(scenario: Scenario): OrganisationFacts {
  const { money, run, organisation } = scenario;
  return {
    currency: money.currency,
    weeks: run.weeks,
    roles: ROLES.filter((role) => organisation.roles[role].heads > 0).map((role) => {
      const { heads, salary } = organisation.roles[role];
      return { role, heads, salary, hasWork: hasWork(scenario, role) };
    }),
    handOffs: handOffs(scenario),
    activities: Object.fromEntries(
      Object.entries(scenario.activities).map(([activity, { setting, nature }]) => [
        activity,
        { setting, nature },
      ]),
    ),
  };
}

/** A metric by replication, from its place in the catalogue; NaN where there is none. */
export function figuresAt(runs: readonly Pick<RunFigures, 'values'>[], place: number): number[] {
  return runs.map(({ values }) => values[place]!);
}

function boundsOf({ lower, upper }: MeanInterval): Interval | null {
  return lower === undefined || upper === undefined ? null : [lower, upper];
}

/** The unit as results show it. */
export function unitIn(unit: MetricEntry['unit'], currency: string): string {
  return unit === 'money per year' ? `${currency} per year` : unit === 'money' ? `${currency} total` : unit;
}

function byId<Value>(valueOf: (entry: MetricEntry, place: number) => Value): Record<string, Value> {
  return Object.fromEntries(CATALOGUE.map((entry, place) => [entry.id, valueOf(entry, place)]));
}
