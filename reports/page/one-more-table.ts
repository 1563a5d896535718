import { counted } from '../words/counted.ts';
import type { OneMoreResult, Result } from '../../sim/experiment/result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { capitalised, roleWords } from '../words/role-words.ts';
import { metricLink } from './definitions.ts';
import { differenceCell, unitRemark, verdictCell } from './difference-cell.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';
import { tableHtml } from './table.ts';

/** What one more head of each role costs and changes; nothing if it was not tried. */
export function oneMoreTable(result: Result): Html {
  const all = result.organisations.flatMap(({ oneMore }) => oneMore);
  const ids = [...new Set(all.flatMap(({ metrics }) => Object.keys(metrics)))];
  if (all.length === 0) return html``;
  const replications = Math.max(...all.map((more) => more.replications));
  return tableHtml({
    caption: html`One more head of each role: yearly cost with burden, and differences with 95 % interval and
    verdict, over ${counted(replications, 'replication')}.`,
    columns: [
      html`One more`,
      html`Cost <span class="small">a year</span>`,
      ...ids.map((id) => html`${metricLink(result, id)}${unitRemark(result.metrics[id]?.unit ?? '')}`),
    ],
    sections: result.organisations.flatMap(({ oneMore, facts }, i) => {
      if (oneMore.length === 0) return [];
      const rows = oneMore.map((more) => rowOf(more, ids, facts.currency));
      return [{ title: organisationHtml(organisationNames(result)[i]!, i), rows }];
    }),
  });
}

function rowOf({ role, cost, metrics }: OneMoreResult, ids: readonly string[], currency: string): Html[] {
  return [
    html`${capitalised(roleWords(role).one)}`,
    html`${amount({ mean: cost, ci95: null, unit: `${currency} per year` }).replace(' a year', '')}`,
    ...ids.map((id) => html`${differenceCell(metrics[id])}<br />${verdictCell(metrics[id])}`),
  ];
}
