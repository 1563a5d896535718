import type { MetricDifference, Result } from '../../sim/experiment/result.ts';
import { comparisonOf } from '../words/comparison.ts';
import { isMoney, percent } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle } from '../words/role-words.ts';
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

/** All main figures of all organisations with their intervals, and the paired differences. */
export function metricsTable(result: Result): Html {
  return tableOf(result, (id) => !id.startsWith(HOURS) && !id.startsWith(SATURATION), 'All main figures');
}

/** Hours by activity of every role. */
export function hoursTable(result: Result): Html {
  return tableOf(result, (id) => id.startsWith(HOURS), 'Hours per head and week, by activity');
}

function tableOf(result: Result, isWanted: (id: string) => boolean, title: string): Html {
  const ids = Object.keys(result.metrics).filter((id) => isWanted(id) && hasFigure(result, id));
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
      title: html`${section}`,
      rows: members.map((id) => rowOf(result, id)),
    })),
  });
}

/**
 * Whether a figure exists anywhere and is not zero everywhere, as hours of activities that a role never does.
 */
function hasFigure({ organisations }: Result, id: string): boolean {
  const means = organisations.map(({ metrics }) => metrics[id]?.mean ?? null);
  return id.startsWith(HOURS)
    ? means.some((mean) => mean !== null && mean !== 0)
    : means.some((mean) => mean !== null);
}

function sectionOf({ metrics, organisations }: Result, id: string): string {
  if (isMoney(metrics[id]!.unit)) return 'Money';
  const member = id.split('.')[1] ?? '';
  const isRole = organisations.some(({ saturation }) => Object.hasOwn(saturation, member));
  return isRole || member === 'market' ? roleTitle(member) : 'Sales, service and delivery';
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
  return Math.abs(share) > 100 ? '–' : `${share > 0 ? '+' : ''}${percent(share)}`;
}

function correlation(difference: MetricDifference | undefined): string {
  const value = difference?.correlation ?? null;
  return value === null ? '–' : value.toFixed(2).replace('-', '\u2212');
}
