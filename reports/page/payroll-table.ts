import type { OrganisationResult, Result, RoleFacts } from '../../sim/experiment/result.ts';
import { headsOf, payrollOf } from '../charts/payroll-steps.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle } from '../words/role-words.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';
import { tableHtml } from './table.ts';

/** Heads, salaries and cost of every role in every organisation, and what changes against the first one. */
export function payrollTable(result: Result): Html {
  const { organisations } = result;
  const names = organisationNames(result);
  const roles = [...new Set(organisations.flatMap(({ facts }) => facts.roles.map(({ role }) => role)))];
  return tableHtml({
    caption: html`Salaries of a year, without burden. Exact: heads times
    salary${result.transition === undefined ? '' : ', before the first step of the plan'}.`,
    columns: [
      html`Role`,
      ...names.flatMap((name, i) => {
        const organisation = organisationHtml(name, i);
        const columns = [
          html`${organisation}: heads`,
          html`${organisation}: salary`,
          html`${organisation}: cost`,
        ];
        return i === 0 ? columns : [...columns, html`${organisation}: difference`];
      }),
    ],
    sections: [
      {
        rows: [
          ...roles.map((role) => [roleName(organisations, role), ...roleCells(organisations, role)]),
          [html`Total`, ...totalCells(organisations)],
        ],
      },
    ],
  });
}

function roleName(organisations: readonly OrganisationResult[], role: string): Html {
  const hasWork = organisations.some((organisation) => factsOf(organisation, role)?.hasWork ?? false);
  return hasWork
    ? html`${roleTitle(role)}`
    : html`${roleTitle(role)} <span class="small">† paid, nothing to do here</span>`;
}

function roleCells(organisations: readonly OrganisationResult[], role: string): Html[] {
  return organisations.flatMap((organisation, i) => {
    const facts = factsOf(organisation, role);
    const { currency } = organisation.facts;
    const cost = costOf(facts);
    const cells = [
      html`${facts?.heads ?? 0}`,
      html`${facts === undefined ? '–' : money(facts.salary, currency)}`,
      html`${money(cost, currency)}`,
    ];
    const change = cost - costOf(factsOf(organisations[0]!, role));
    return i === 0 ? cells : [...cells, html`${money(change, currency, true)}`];
  });
}

function totalCells(organisations: readonly OrganisationResult[]): Html[] {
  return organisations.flatMap((organisation, i) => {
    const { currency } = organisation.facts;
    const total = payrollOf(organisation);
    const cells = [html`<b>${headsOf(organisation)}</b>`, html``, html`<b>${money(total, currency)}</b>`];
    const change = total - payrollOf(organisations[0]!);
    return i === 0 ? cells : [...cells, html`<b>${money(change, currency, true)}</b>`];
  });
}

function factsOf({ facts }: OrganisationResult, role: string): RoleFacts | undefined {
  return facts.roles.find((entry) => entry.role === role);
}

function costOf(facts: RoleFacts | undefined): number {
  return facts === undefined ? 0 : facts.heads * facts.salary;
}

function money(value: number, currency: string, isDifference = false): string {
  return amount({ mean: value, ci95: null, unit: `${currency} per year` }, { isDifference }).replace(
    ' a year',
    '',
  );
}
