import type { MetricDifference, Result } from '../../sim/experiment/result.ts';
import { TOPICS } from '../verdict/topics.ts';
import { comparisonOf } from '../words/comparison.ts';
import { counted } from '../words/counted.ts';
import { percent } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle } from '../words/role-words.ts';
import { SUBJECTS, subjectOf } from '../words/subjects.ts';
import { metricLink } from './definitions.ts';
import { differenceCell, figureCell, unitRemark, verdictCell } from './difference-cell.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';
import { tableHtml, type TableSection } from './table.ts';

const HOURS = 'hours-per-week.';
/** Shown in a table of its own, where weeks that never come have a place. */
const SATURATION = 'saturation-week.';

const PAIRS =
  'No spread: the same in every replication. Correlation of pairs: how much alike both organisations move from one ' +
  'replication to the next; the nearer to 1, the more exact pairing makes the difference.';

/** The figures by which a firm is judged first, and all others folded by subject. */
export function metricsTables(result: Result): Html {
  const shown = Object.keys(result.metrics).filter(
    (id) => !id.startsWith(HOURS) && !id.startsWith(SATURATION) && hasFigure(result, id),
  );
  const main = TOPICS.map(({ id }) => id).filter((id) => shown.includes(id));
  const folded = SUBJECTS.flatMap((subject) => {
    const ids = shown.filter((id) => subjectOf(id, result.metrics[id]!.unit) === subject);
    return ids.length === 0 ? [] : [foldedTable(result, subject, ids)];
  });
  return html`${tableOf(result, main, 'Main figures')}
    <h3>Every figure, by subject</h3>
    ${folded}
    <details id="hours">
      <summary>Hours by activity of every role</summary>
      ${hoursTable(result)}
    </details>`;
}

/** One subject, closed at first; what is zero everywhere is named and takes no row. */
function foldedTable(result: Result, subject: string, ids: readonly string[]): Html {
  const rows = ids.filter((id) => !isZero(result, id));
  const zeros = ids.filter((id) => isZero(result, id)).map((id) => metricLink(result, id));
  const links = zeros.map((link, i) => html`${i === 0 ? '' : ', '}${link}`);
  const note =
    zeros.length === 0
      ? undefined
      : html`<p class="small">
          Zero in every replication: ${links.reduce((all, link) => html`${all}${link}`, html``)}.
        </p>`;
  return html`<details>
    <summary>${subject} <span class="small">${counted(ids.length, 'figure')}</span></summary>
    ${tableOf(result, rows, subject)} ${note}
  </details>`;
}

/** Hours by activity of every role; activities that a role never does have no row. */
function hoursTable(result: Result): Html {
  const ids = Object.keys(result.metrics).filter(
    (id) => id.startsWith(HOURS) && hasFigure(result, id) && !isZero(result, id),
  );
  return tableOf(result, ids, 'Hours per head and week, by activity');
}

function tableOf(result: Result, ids: readonly string[], title: string): Html {
  if (ids.length === 0) return html``;
  const names = organisationNames(result);
  const sections = new Map<string, string[]>();
  for (const id of ids) {
    const section = sectionOf(result, id);
    sections.set(section, [...(sections.get(section) ?? []), id]);
  }
  return tableHtml({
    caption: html`${title}: means with 95 % intervals; a name leads to its operational definition.
    ${names.length > 1 ? PAIRS : ''}`,
    columns: [
      html`Figure`,
      ...names.map((name, i) => organisationHtml(name, i)),
      ...names
        .slice(1)
        .flatMap((name, i) => [
          html`${organisationHtml(name, i + 1)} less ${organisationHtml(names[0]!, 0)}`,
          html`in per cent`,
          html`verdict`,
          html`correlation of pairs`,
        ]),
    ],
    sections: [...sections].map(([section, members]): TableSection => ({
      ...(sections.size > 1 ? { title: html`${section}` } : {}),
      rows: members.map((id) => rowOf(result, id)),
      metrics: members,
    })),
  });
}

function hasFigure({ organisations }: Result, id: string): boolean {
  return organisations.some(({ metrics }) => typeof metrics[id]?.mean === 'number');
}

/** Whether a figure is zero in every replication of every organisation that has it, as of what is switched off. */
function isZero({ organisations }: Result, id: string): boolean {
  return organisations.every(({ metrics }) => {
    const { mean, ci95 } = metrics[id] ?? { mean: null, ci95: null };
    return mean === null || (mean === 0 && (ci95 === null || ci95.every((end) => end === 0)));
  });
}

/** The heading within a table: the role, where the figure is one of a role. */
function sectionOf({ organisations }: Result, id: string): string {
  const member = id.split('.')[1] ?? '';
  const isRole = organisations.some(({ saturation }) => Object.hasOwn(saturation, member));
  return isRole || member === 'market' ? roleTitle(member) : 'The firm';
}

function rowOf(result: Result, id: string): Html[] {
  return [
    html`${metricLink(result, id)}${unitRemark(result.metrics[id]!.unit)}`,
    ...result.organisations.map(({ metrics }) => figureCell(metrics[id])),
    ...result.differences.flatMap(({ metrics }, i) => [
      differenceCell(metrics[id]),
      html`${relative(result, i + 1, id)}`,
      verdictCell(metrics[id]),
      html`${correlation(metrics[id])}`,
    ]),
  ];
}

function relative(result: Result, index: number, id: string): string {
  const comparison = comparisonOf(result, index, id);
  if (comparison === undefined || comparison.a.mean <= 0) return '–';
  const share = comparison.difference.mean / comparison.a.mean;
  const words = percent(share);
  return Math.abs(share) > 100 ? '–' : `${share > 0 && /[1-9]/.test(words) ? '+' : ''}${words}`;
}

function correlation(difference: MetricDifference | undefined): string {
  const value = difference?.correlation ?? null;
  return value === null ? '–' : value.toFixed(2).replace('-', '\u2212');
}
