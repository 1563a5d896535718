import { counted } from '../../reports/words/counted.ts';
import type { TransitionOutcome } from '../experiment/transition/transition.ts';
import type {
  CashResult,
  Estimate,
  ExperimentResult,
  PathResult,
  PlanResult,
} from '../experiment/transition/transition-result.ts';
import { formatMoney } from '../scenario/units.ts';
import { change, format, intervalOfChange } from './result-table.ts';
import { bold, table, wrapped } from './terminal.ts';

/** What the table shows, in words short enough for a line. */
const SHOWN: Readonly<Record<string, string>> = {
  'bd-meetings-per-week': 'BD meetings a week',
  'orders-won-per-week': 'Projects a week',
  'service-within-tolerance': 'Service in time',
  'opportunities-to-book': 'Meetings to book',
  'queue-length.customer-service': 'Tasks, service',
  'throughput-per-year': 'Throughput a year',
  'payroll-per-year': 'Payroll a year',
  'profit-per-year': 'Profit a year',
};

/** What became of the plans as text of 80 columns: each against the firm left as it was, then against the first. */
export function transitionInWords(outcome: TransitionOutcome): string {
  const { provenance, transition } = outcome;
  const heading =
    `${counted(provenance.replications, 'replication')}, seed ${provenance.seed}. What follows is the difference to the same firm, ` +
    'left as it was, in the same market: the worst eight weeks if there are any, the week in which they end and the ' +
    'one by which eight weeks are as good again, and the last quarter.' +
    (provenance.interrupted ? ' Stopped early.' : '');
  const parts = [wrapped(heading), ''];
  for (const plan of transition.plans) parts.push(planInWords(plan), '');
  if (transition.plans.length > 1) parts.push(againstFirst(outcome), '');
  return parts.join('\n');
}

function planInWords(plan: PlanResult): string {
  const steps = plan.steps.map(({ name, from, to }) =>
    from === to ? `week ${from} ${name}` : `weeks ${from} to ${to} ${name}`,
  );
  return [
    wrapped(`${bold(plan.name)}: ${steps.join('; ')}.`),
    '',
    pathTable(plan),
    '',
    wrapped(cashInWords(plan.cash)),
    ...plan.register.flatMap((experiment) => ['', wrapped(experimentInWords(experiment))]),
  ].join('\n');
}

function pathTable({ paths }: PlanResult): string {
  return table(
    [
      { title: '', align: 'left' },
      { title: 'as it was', align: 'right' },
      { title: 'worst', align: 'right' },
      { title: 'week', align: 'right' },
      { title: 'until', align: 'right' },
      { title: 'last quarter, 95 %', align: 'left' },
    ],
    Object.entries(SHOWN).flatMap(([id, title]) => {
      const path = paths[id];
      return path === undefined || path.level === null ? [] : [[title, ...cellsOf(path)]];
    }),
  );
}

function cellsOf({ unit, level, dip, recoveredInWeek, end }: PathResult): string[] {
  return [
    format(level!, unit),
    dip === null ? '-' : signed(dip.mean, unit),
    dip === null ? '' : String(dip.week),
    dip === null ? '' : recoveredInWeek === null ? 'never' : String(recoveredInWeek),
    end.ci95 === null ? signed(end.mean, unit) : intervalOfChange(end.ci95, unit),
  ];
}

function cashInWords({ currency, total, lowest, paidBackInWeek }: CashResult): string {
  const bounds = total.ci95 === null ? '' : ` (95 %: ${moneyInterval(total, currency)})`;
  const end = `Profit added up to the end: ${money(total.mean, currency)}${bounds}`;
  if (lowest === null) return `${end}; it never costs more than it brings.`;
  const back = paidBackInWeek === null ? 'not made up' : `made up in week ${paidBackInWeek}`;
  return `${end}; at the lowest ${money(lowest.amount, currency)} in week ${lowest.week}, ${back}.`;
}

function experimentInWords(experiment: ExperimentResult): string {
  const { hypothesis, step, metric, expected, netChange, unit, verdict } = experiment;
  const said = hypothesis === '' ? '' : `${hypothesis} `;
  const found =
    netChange.mean === null
      ? 'the run holds not all the weeks'
      : `${signed(netChange.mean, unit)}${netChange.ci95 === null ? '' : ` (${intervalOfChange(netChange.ci95, unit)})`}`;
  return `${bold(verdict)}: ${said}[${step}] ${metric} ${expected}: ${found}.`;
}

function againstFirst({ transition, differences }: TransitionOutcome): string {
  const [first, ...others] = transition.plans as [PlanResult, ...PlanResult[]];
  const columns = others.map(({ name }) => differences.find(({ b }) => b === name)!.metrics);
  return [
    wrapped(`Difference to ${bold(first.name)}, all weeks after the warm-up:`),
    '',
    ...others.map((other, i) =>
      table(
        [
          { title: other.name, align: 'left' },
          { title: 'difference', align: 'right' },
          { title: '95 %', align: 'left' },
          { title: '', align: 'left' },
        ],
        Object.entries(SHOWN).flatMap(([id, title]) => {
          const found = columns[i]![id]!;
          if (found.mean === null) return [];
          return [
            [title, signed(found.mean, found.unit), intervalOfChange(found.ci95, found.unit), found.verdict],
          ];
        }),
      ).concat('\n'),
    ),
  ].join('\n');
}

function signed(value: number | null, unit: string): string {
  if (value === null) return '-';
  return value > 0 ? `+${change(value, unit)}` : change(value, unit);
}

function money(value: number | null, currency: string): string {
  return value === null ? '-' : formatMoney(value, currency);
}

function moneyInterval({ ci95 }: Estimate, currency: string): string {
  return ci95!.map((bound) => formatMoney(bound, currency)).join(' to ');
}
