import { counted } from '../../reports/words/counted.ts';
import { weeksInWords } from '../../reports/words/weeks.ts';
import { expenseChecks, type ExpenseCheck } from '../experiment/expense-check.ts';
import type {
  Interval,
  MetricDifference,
  MetricResult,
  OrganisationResult,
  Result,
} from '../experiment/result.ts';
import type { ServiceVerdict } from '../experiment/service-questions.ts';
import { formatMoney } from '../scenario/units.ts';
import { bold, table, wrapped } from './terminal.ts';

/** What the table shows, in this order, in words short enough for a line; the report shows everything. */
const SHOWN: Readonly<Record<string, string>> = {
  'bd-meetings-per-week': 'BD meetings held a week',
  'bd-meetings-per-salesperson-week': 'BD meetings a salesperson and week',
  'open-opportunities-per-salesperson': 'Open opportunities a salesperson',
  'travel-minutes-per-meeting': 'Minutes of travel per meeting',
  'wait-for-single-meeting': 'Days to a meeting alone',
  'wait-for-joint-meeting': 'Days to a meeting with leader',
  'orders-won-per-week': 'Projects won a week',
  'service-within-tolerance': 'Service within tolerance',
  'on-time-delivery': 'Deliveries on time',
  'utilisation.salesperson': 'Utilisation of salespeople',
  'utilisation.sales-coordinator': 'Utilisation of sales coordinators',
  'utilisation.project-leader': 'Utilisation of project leaders',
  'utilisation.customer-service': 'Utilisation of customer service',
  'utilisation.engineering': 'Utilisation of engineering',
  'utilisation.production': 'Utilisation of production',
  'payroll-per-year': 'Payroll a year',
  'throughput-per-year': 'Throughput a year',
  'profit-per-year': 'Profit a year',
};

/** A result as text of 80 columns: each organisation's means, and what each other one has more or less. */
export function resultInWords(result: Result): string {
  const { provenance, organisations, differences } = result;
  const heading =
    `${counted(provenance.replications, 'replication')}, seed ${provenance.seed}, ` +
    `${weeksInWords({ from: provenance.warmUp.weeks, to: organisations[0]!.facts.weeks })} measured` +
    (provenance.interrupted ? '; stopped early' : '');
  const parts = [wrapped(heading), ''];
  if (differences.length === 0) parts.push(meansOf(organisations[0]!));
  for (const { a, b, metrics } of differences) {
    const first = organisations.find(({ name }) => name === a)!;
    const second = organisations.find(({ name }) => name === b)!;
    parts.push(pairOf(first, second, metrics), '');
  }
  parts.push(...wordsIn(parts.join('\n')));
  parts.push(...expenseChecks(result).map(expenseOf), ...organisations.map(saturationOf), '');
  parts.push(...organisations.flatMap(readinessOf), '');
  return parts.join('\n');
}

/** What words of a table mean, those that stand there. */
function wordsIn(text: string): string[] {
  const meanings = Object.entries(MEANINGS).flatMap(([word, meaning]) =>
    text.includes(word) ? [meaning] : [],
  );
  return meanings.length === 0 ? [] : [wrapped(meanings.join(' ')), ''];
}

const MEANINGS = {
  ' points ': 'Points: percentage points.',
  negligible: 'Negligible: the whole interval is so close to zero that it would hardly change a decision.',
  'not decided':
    'Not decided: the interval is neither clear of zero nor that close to it, or too few replications agree.',
};

function meansOf(organisation: OrganisationResult): string {
  return table(
    [
      { title: '', align: 'left' },
      { title: organisation.name, align: 'right' },
      { title: '95 % interval', align: 'left' },
    ],
    Object.entries(SHOWN).flatMap(([id, title]) => {
      if (!hasFigure(organisation, id)) return [];
      const metric = organisation.metrics[id]!;
      return [[title, figure(metric), interval(metric.ci95, metric.unit)]];
    }),
  );
}

function pairOf(
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
    Object.entries(SHOWN).flatMap(([id, title]) => {
      if (!hasFigure(a, id) && !hasFigure(b, id)) return [];
      const difference = differences[id]!;
      const words = difference.mean === null ? '' : changeInWords(difference);
      return [[title, figure(a.metrics[id]!), figure(b.metrics[id]!), words]];
    }),
  );
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

/** What of the questions to customer service cannot be answered with yes, and on what that rests. */
function readinessOf({ name, service }: OrganisationResult): string[] {
  if (service === undefined) return [];
  const short = service.answers.filter(({ answer }) => Object.hasOwn(SHORT_OF_YES, answer));
  const isReady =
    service.isReady === 'yes' ? 'ready' : service.isReady === 'no' ? 'not ready' : 'perhaps ready';
  const questions = short.length === 0 ? '.' : ', by these questions:';
  return [
    wrapped(`${bold(name)}: customer service is ${isReady}${questions}`),
    ...short.map(({ topic, answer, because }) =>
      wrapped(`${topic}: ${SHORT_OF_YES[answer]!}. ${because}`, '  '),
    ),
  ];
}

const SHORT_OF_YES: Readonly<Partial<Record<ServiceVerdict, string>>> = {
  no: 'no',
  'not-chosen': 'no, the scenario leaves it out',
  open: 'not decided by these replications',
};

function expenseOf({ a, b, rise, ci95, currency, verdict }: ExpenseCheck): string {
  const [amount, bounds] = [rise ?? 0, interval(ci95, `${currency} per year`)];
  const size = formatMoney(Math.abs(amount), currency);
  const spent = amount === 0 ? 'as much as' : `${size} a year ${amount < 0 ? 'less' : 'more'} than`;
  const isEqual = ci95 !== null && ci95[0] === ci95[1];
  const spread = ci95 === null || isEqual ? '' : ` (difference ${bounds})`;
  const why =
    verdict === 'undecided' && isEqual ? ', since fewer than six replications that agree show nothing' : '';
  return wrapped(`Operating expense must not rise: ${verdict}${why}. ${b} spends ${spent} ${a}${spread}.`);
}

function hasFigure({ metrics }: OrganisationResult, id: string): boolean {
  return typeof metrics[id]?.mean === 'number';
}

function figure({ mean, unit }: MetricResult): string {
  return mean === null ? '-' : format(mean, unit);
}

/**
 * A difference with its interval and verdict: `$310k lower`, `4.12 to 4.34 higher`, of shares in points; signs only
 * where the verdict does not say the direction.
 */
export function changeInWords({
  ci95,
  unit,
  verdict,
}: Omit<MetricDifference, 'mean' | 'correlation'>): string {
  const word = verdict === 'undecided' ? 'not decided' : verdict;
  if (ci95 === null) return word;
  const isLower = verdict === 'lower' && ci95[1] <= 0;
  const bounds: Interval = isLower ? [-ci95[1], -ci95[0]] : ci95;
  return `${intervalOfChange(bounds, unit)} ${word}`;
}

/** Both ends of the interval of a difference; of shares, in percentage points. */
export function intervalOfChange(bounds: Interval | null, unit: string): string {
  return bounds === null ? '' : inPoints(interval(bounds, unit), unit);
}

/** A difference; of shares, in percentage points. */
export function change(value: number, unit: string): string {
  return inPoints(format(value, unit), unit);
}

function inPoints(text: string, unit: string): string {
  return unit === 'share' ? `${text.replaceAll(' %', '')} points` : text;
}

/** Both ends of an interval. */
export function interval(bounds: Interval | null, unit: string): string {
  if (bounds === null) return '';
  const [lower, upper] = bounds.map((bound) => format(bound, unit)) as [string, string];
  return lower === upper ? lower : `${lower} to ${upper}`;
}

/** A figure with so many digits as its size needs. */
export function format(value: number, unit: string): string {
  const money = /^(.*) (per year|total)$/.exec(unit);
  if (money !== null) return formatMoney(value, money[1]);
  if (unit === 'share') return `${withoutDust((100 * value).toFixed(1))} %`;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return withoutDust(value.toFixed(digits));
}

/** Without the minus of a number that rounds to 0. */
function withoutDust(text: string): string {
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}
