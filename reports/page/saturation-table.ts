import type { Result, SaturationResult } from '../../sim/experiment/result.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle } from '../words/role-words.ts';
import { metricLink } from './definitions.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';
import { tableHtml } from './table.ts';

/** When each function saturates in each organisation: never, or how often and in which week. */
export function saturationTable(result: Result): Html {
  const { organisations } = result;
  const names = organisationNames(result);
  const roles = [...new Set(organisations.flatMap(({ saturation }) => Object.keys(saturation)))];
  const known = roles.filter((role) => organisations.some((_, i) => foundIn(result, i, role) !== undefined));
  if (known.length === 0) return html``;
  return tableHtml({
    caption: html`Saturated: 95 % busy over four weeks. In how many replications this happens to a function,
    and in which week, counted from the start of the run, for the first time: the median, and the quartiles
    between which half of these replications lie. “Mean saturates”: the week in which the mean over all
    replications does; it may never, although each of them does at some time. Weeks within the warm-up count.`,
    columns: [
      html`Function`,
      ...names.flatMap((name, i) => [
        html`${organisationHtml(name, i)}: how often`,
        html`${organisationHtml(name, i)}: in week (quartiles)`,
        html`${organisationHtml(name, i)}: mean saturates`,
      ]),
    ],
    sections: [
      {
        rows: known.map((role) => [
          metricLink(result, `saturation-week.${role}`, roleTitle(role)),
          ...names.flatMap((_, i) => cells(foundIn(result, i, role))),
        ]),
      },
    ],
  });
}

/** What was found; undefined where the organisation employs nobody in the role. */
function foundIn({ organisations }: Result, index: number, role: string): SaturationResult | undefined {
  const { facts, saturation } = organisations[index]!;
  const heads = facts.roles.find((entry) => entry.role === role)?.heads ?? 0;
  return heads > 0 ? saturation[role] : undefined;
}

function cells(found: SaturationResult | undefined): Html[] {
  if (found === undefined) return [html`–`, html`nobody employed`, html`–`];
  const { count, replications, week, weekOfMean } = found;
  const weeks = week === null ? undefined : [week.median, week.lower, week.upper].map(Math.round);
  return [
    html`${count} of ${replications}`,
    weeks === undefined
      ? html`never`
      : html`<b>${weeks[0]}</b>${weeks[1] === weeks[2] ? '' : ` (${weeks[1]} to ${weeks[2]})`}`,
    weekOfMean === null ? html`never` : html`week ${weekOfMean}`,
  ];
}
