import type {
  Interval,
  MetricDifference,
  MetricResult,
  OrganisationResult,
  Result,
} from '../experiment/result.ts';
import { formatMoney } from '../scenario/units.ts';
import { bold, table, wrapped } from './terminal.ts';

/** What the table shows, in this order; the report shows everything. */
const SHOWN = [
  'bd-meetings-per-week',
  'bd-meetings-per-salesperson-week',
  'open-opportunities-per-salesperson',
  'travel-minutes-per-meeting',
  'wait-for-single-meeting',
  'wait-for-joint-meeting',
  'orders-won-per-week',
  'service-within-tolerance',
  'on-time-delivery',
  'utilisation.salesperson',
  'utilisation.sales-coordinator',
  'utilisation.project-leader',
  'utilisation.customer-service',
  'utilisation.engineering',
  'utilisation.production',
  'payroll-per-year',
  'throughput-per-year',
  'profit-per-year',
];

/** A result as text of 80 columns: each organisation's means, and what each other one has more or less. */
export function resultInWords(result: Result): string {
  const { provenance, organisations, differences } = result;
  const heading =
    `${provenance.replications} replications, seed ${provenance.seed}, ` +
    `weeks ${provenance.warmUp.weeks + 1} to ${organisations[0]!.facts.weeks} measured` +
    (provenance.interrupted ? '; stopped early' : '');
  const parts = [wrapped(heading), ''];
  if (differences.length === 0) parts.push(meansOf(result, organisations[0]!));
  for (const { a, b, metrics } of differences) {
    const first = organisations.find(({ name }) => name === a)!;
    const second = organisations.find(({ name }) => name === b)!;
    parts.push(pairOf(result, first, second, metrics), '');
  }
  parts.push(...organisations.map(saturationOf), '');
  return parts.join('\n');
}

function meansOf(result: Result, organisation: OrganisationResult): string {
  return table(
    [
      { title: '', align: 'left' },
      { title: organisation.name, align: 'right' },
      { title: '95 % interval', align: 'left' },
    ],
    SHOWN.filter((id) => hasFigure(organisation, id)).map((id) => {
      const metric = organisation.metrics[id]!;
      return [shortTitle(result, id), figure(metric), interval(metric.ci95, metric.unit)];
    }),
  );
}

function pairOf(
  result: Result,
  a: OrganisationResult,
  b: OrganisationResult,
  differences: Readonly<Record<string, MetricDifference>>,
): string {
  return table(
    [
      { title: '', align: 'left' },
      { title: a.name, align: 'right' },
      { title: b.name, align: 'right' },
      { title: 'difference, 95 %', align: 'left' },
    ],
    SHOWN.filter((id) => hasFigure(a, id) || hasFigure(b, id)).map((id) => {
      const difference = differences[id]!;
      const bounds = interval(difference.ci95, difference.unit);
      return [
        shortTitle(result, id),
        figure(a.metrics[id]!),
        figure(b.metrics[id]!),
        difference.mean === null ? '' : `${bounds} ${difference.verdict}`.trim(),
      ];
    }),
  );
}

/** The title as short as a line of 80 columns needs it. */
function shortTitle(result: Result, id: string): string {
  const title = result.metrics[id]!.title.replace('Business-development meetings', 'BD meetings')
    .replace('with the salesperson alone', 'alone')
    .replace('with salesperson and project leader', 'with leader')
    .replace('per salesperson', 'a salesperson');
  return title.length > 34 ? `${title.slice(0, 33)}.` : title;
}

function saturationOf({ name, saturation }: OrganisationResult): string {
  const saturated = Object.entries(saturation)
    .filter(([, { count, replications }]) => count > replications / 2)
    .map(
      ([role, { week, count, replications }]) =>
        `${role} in week ${week!.median} (${count} of ${replications})`,
    );
  return wrapped(
    `${bold(name)}: ` +
      (saturated.length === 0 ? 'no function saturates.' : `saturates: ${saturated.join('; ')}.`),
  );
}

function hasFigure({ metrics }: OrganisationResult, id: string): boolean {
  return typeof metrics[id]?.mean === 'number';
}

function figure({ mean, unit }: MetricResult): string {
  return mean === null ? '-' : format(mean, unit);
}

function interval(bounds: Interval | null, unit: string): string {
  if (bounds === null) return '';
  return `${format(bounds[0], unit)} to ${format(bounds[1], unit)}`;
}

function format(value: number, unit: string): string {
  if (unit.endsWith(' per year')) return formatMoney(value, unit.replace(' per year', ''));
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
