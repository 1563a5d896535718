import { counted } from '../../reports/words/counted.ts';
import type { StaffedDesign, StaffingResult } from '../experiment/staffing/staffing-result.ts';
import { formatMoney } from '../scenario/units.ts';
import { format, interval } from './result-table.ts';
import { bold, table, wrapped } from './terminal.ts';

const OPEN_SHOWN = 5;

/** A staffing as text of 80 columns: the answer beside today and the formula, the conditions, what it rests on. */
export function staffingInWords(result: StaffingResult): string {
  const { best, provenance, open } = result;
  const parts = [wrapped(headingOf(result)), '', headTable(result), ''];
  if (best === null) {
    parts.push(wrapped(noneOf(result)), '');
  } else {
    const lines = conditionLines('The answer', best);
    if (lines.length > 0) parts.push(...lines, '');
  }
  if (result.formula !== null) parts.push(wrapped(formulaOf(result, result.formula)), '');
  if (open.length > 0) parts.push(...openLines(result), '');
  parts.push(wrapped(searchOf(result)), wrapped(guaranteeOf(result)));
  if (provenance.interrupted) parts.push('Stopped early: this is what was known by then.');
  return `${parts.join('\n')}\n`;
}

function headingOf({ provenance, goal, conditions }: StaffingResult): string {
  const asked = conditions.length === 0 ? 'no conditions' : `subject to ${conditions.join('; ')}`;
  return `${provenance.scenarios[0]!.name}: ${goal.most ? 'most' : 'least'} ${goal.metric}, ${asked}; seed ${provenance.seed}`;
}

function headTable({ roles, best, today, formula, goal, provenance }: StaffingResult): string {
  const currency = goal.unit.endsWith(' per year') ? goal.unit.replace(' per year', '') : '$';
  const columns = [today, formula, best] as const;
  const payroll = columns.map((design) => (design === null ? '-' : formatMoney(design.payroll, currency)));
  const people = columns.map((design) => (design === null ? '-' : String(design.people)));
  const figure = (design: StaffedDesign | null) => {
    if (design === null || design.goal.mean === null) return '-';
    return format(design.goal.mean, design.goal.unit);
  };
  const isPayroll = goal.metric === 'payroll-per-year';
  const heads = (count: number | null) => (count === null ? '-' : String(count));
  return table(
    [
      { title: 'Heads', align: 'left' },
      { title: 'Range', align: 'right' },
      { title: provenance.scenarios[1]!.name, align: 'right' },
      { title: 'by formula', align: 'right' },
      { title: 'found', align: 'right' },
    ],
    [
      ...roles.map(({ role, from, to, ...count }) => [
        role,
        `${from} to ${to}`,
        heads(count.today),
        heads(count.formula),
        heads(count.best),
      ]),
      ['People in all', '', ...people],
      ['Payroll a year', '', ...payroll],
      ...(isPayroll ? [] : [[goal.metric, '', ...columns.map(figure)]]),
    ],
  );
}

/** One condition a line, and below it what was found: conditions may be long. */
function conditionLines(title: string, { conditions, replications }: StaffedDesign): string[] {
  if (conditions.length === 0) return [];
  return [
    bold(`${title}, by ${counted(replications, 'replication')}`),
    ...conditions.flatMap(({ condition, estimate, ci95, unit, verdict }) => {
      const found = estimate === null ? 'no figure' : format(estimate, unit);
      const bounds = ci95 === null || ci95[0] === ci95[1] ? '' : ` (${interval(ci95, unit)})`;
      const against = isAgainstToday(condition) ? ' against today' : '';
      return [wrapped(condition, '  '), wrapped(`${verdict}: ${found}${against}${bounds}`, '      ')];
    }),
  ];
}

/** What was found is a difference then. */
function isAgainstToday(condition: string): boolean {
  return /[<>=]\s*today('s)?\s*$/.test(condition);
}

function noneOf({ search, open }: StaffingResult): string {
  if (search.designs === search.byFacts + search.byLoad) {
    return 'No staffing within the ranges can meet the conditions, by arithmetic alone.';
  }
  const undecided = open.length === 0 ? '' : `; of ${open.length} the replications leave it undecided`;
  return `${bold('Nothing is shown to meet the conditions')} within the ranges${undecided}.`;
}

/** How far the headcount of the source documents is off. */
function formulaOf({ roles, best }: StaffingResult, formula: StaffedDesign): string {
  const off = roles.flatMap(({ role, formula: heads, best: found }) =>
    heads === null || found === null || heads === found
      ? []
      : [`${heads > found ? `${heads - found} more` : `${found - heads} fewer`} in ${role}`],
  );
  const failing = formula.conditions.filter(({ verdict }) => verdict !== 'met');
  const judged =
    formula.conditions.length === 0
      ? ''
      : failing.length === 0
        ? ' It is shown to meet the conditions.'
        : ` ${failing.map(({ condition, verdict }) => `${condition}: ${verdict}`).join('; ')}.`;
  const distance =
    best === null ? '' : off.length === 0 ? ' the same heads.' : ` ${off.join(', ')} than found.`;
  return (
    `By the formula of the source documents (20 meetings a salesperson and week, a coordinator for each, others with work ` +
    `for 80 % of their time):${distance === '' ? '' : distance}${judged}`
  );
}

function openLines({ open, roles, goal }: StaffingResult): string[] {
  const isPayroll = !goal.most && goal.metric === 'payroll-per-year';
  const what = isPayroll ? 'Cheaper, but not decided' : 'Not decided, or not told from the answer';
  return [
    bold(`${what} within the replications`),
    ...open.slice(0, OPEN_SHOWN).map(({ heads, conditions, replications }) => {
      const staffing = roles.map(({ role }) => `${role} ${heads[role]!}`).join(', ');
      const unsure = conditions
        .filter(({ verdict }) => verdict !== 'met')
        .map(({ condition, estimate, unit }) => {
          return `${condition}: ${estimate === null ? '-' : format(estimate, unit)}`;
        });
      return wrapped(`${staffing} (${[...unsure, counted(replications, 'replication')].join('; ')})`, '  ');
    }),
    ...(open.length > OPEN_SHOWN ? [`  and ${open.length - OPEN_SHOWN} more: staffing.json`] : []),
  ];
}

function searchOf({ search, provenance }: StaffingResult): string {
  const { designs, byFacts, byLoad, hopelessLoad, examined, unexamined, looks } = search;
  const dropped = [
    byFacts === 0 ? [] : [`${byFacts} ruled out by payroll or as no valid scenario`],
    byLoad === 0 ? [] : [`${byLoad} by a load above ${(100 * hopelessLoad!).toFixed(0)} %`],
  ].flat();
  const left = unexamined === 0 ? '' : `, ${unexamined} not looked at`;
  return (
    `${designs} ways to staff${dropped.length === 0 ? '' : `, ${dropped.join(', ')} without simulation`}; ` +
    `${examined} examined${left}, in ${provenance.runs} runs, each after ${looks.join(', ')} replications.`
  );
}

function guaranteeOf({ search, goal, best }: StaffingResult): string {
  const { confidence, indifference, isComplete } = search;
  const sure = `${(100 * confidence).toFixed(confidence > 0.995 ? 1 : 0)} %`;
  if (best === null)
    return `Confidence ${sure}, all designs, conditions and looks taken together (Bonferroni).`;
  if (!isComplete) {
    return `It meets the conditions with ${sure} confidence; whether another one is better is not known: raise --budget or --replications.`;
  }
  const rivals =
    indifference === null
      ? 'no cheaper one that was ruled out by simulation does'
      : `none of the others that do is better by more than ${format(indifference, goal.unit)}`;
  return (
    `With ${sure} confidence, all designs, conditions and looks taken together (Bonferroni), it meets the conditions and ` +
    `${rivals}.`
  );
}
