import { quantileOf } from '../random/quantile.ts';
import type { Finding } from './finding.ts';
import type { Scenario } from './schema/scenario.ts';
import { formatQuantity } from './units.ts';

/** The largest uniform number that is ever drawn. */
const LARGEST_DRAW = 1 - 2 ** -33;

function complexityIsAShare({ market }: Scenario): readonly Finding[] {
  const most = quantileOf(market.opportunities.complexity)(LARGEST_DRAW);
  if (most <= 1) return [];
  return [
    {
      paths: ['market.opportunities.complexity'],
      wrong: `more than all of a brief could be tacit: up to ${formatQuantity(most, 'share')}`,
      accepted:
        'a distribution between 0 and 100 %, for instance { kind: beta, min: 0, max: 1, mean: 40 %, cv: 60 % }',
    },
  ];
}

function somebodyTakesBriefs({ organisation }: Scenario): readonly Finding[] {
  if (organisation.briefs.takenBy !== 'by-form' || organisation.roles['project-leader'].heads > 0) return [];
  return [
    {
      paths: ['organisation.briefs.takenBy', 'organisation.roles.project-leader.heads'],
      wrong: 'briefs that do not fit the form are to be taken by a project leader, and there is none',
      accepted: 'at least one project leader',
    },
  ];
}

function formCarriesAShare({ briefs, organisation }: Scenario): readonly Finding[] {
  const isAsked = organisation.briefs.takenBy === 'by-form' || organisation.briefs.formDetail > 0;
  const { carries, detailAdds } = briefs.form;
  if (!isAsked || carries + detailAdds <= 1) return [];
  return [
    {
      paths: ['briefs.form.carries', 'briefs.form.detailAdds'],
      wrong: `a form would carry ${formatQuantity(carries + detailAdds, 'share')} of a brief`,
      accepted: 'at most 100 % together',
    },
  ];
}

function somebodyLeadsAfterTheSale({ organisation }: Scenario): readonly Finding[] {
  const { preSalesLeaders } = organisation.briefs;
  const { heads } = organisation.roles['project-leader'];
  if (preSalesLeaders === 0 || preSalesLeaders < heads) return [];
  return [
    {
      paths: ['organisation.briefs.preSalesLeaders', 'organisation.roles.project-leader.heads'],
      wrong: `${preSalesLeaders} of ${heads} project leaders work before the sale: nobody is left after it`,
      accepted: 'fewer than there are project leaders',
    },
  ];
}

function commissionIsDividedUp({ organisation: { pay } }: Scenario): readonly Finding[] {
  if (pay.onMargin + pay.onLongTerm <= 1) return [];
  const sum = formatQuantity(pay.onMargin + pay.onLongTerm, 'share');
  return [
    {
      paths: ['organisation.pay.onMargin', 'organisation.pay.onLongTerm'],
      wrong: `${sum} of the commission follow margin and later orders`,
      accepted: 'at most 100 % together',
    },
  ];
}

/** Combinations of values about briefs and pay that mean nothing. */
export const briefChecks: readonly ((scenario: Scenario) => readonly Finding[])[] = [
  complexityIsAShare,
  somebodyTakesBriefs,
  formCarriesAShare,
  somebodyLeadsAfterTheSale,
  commissionIsDividedUp,
];
