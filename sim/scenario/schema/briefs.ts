import { group, quantity, varying } from './fields.ts';

function chance(initial: string, about: string, source: string) {
  return quantity('share', initial, { about, source, max: '100 %' });
}

function estimateOf(who: string, source: string) {
  return varying('factor', 1, {
    about: `Work that a job takes over the work estimated for it, where ${who} estimates; misunderstandings aside.`,
    source,
  });
}

/**
 * Briefs: what of a customer's wishes can be written down, who misunderstands the rest, and what that costs. How much
 * is tacit at all is the market's: `market.opportunities.complexity`.
 */
export const briefs = group({
  form: group({
    carries: quantity('share', '30 %', {
      about: 'Largest tacit share of a brief that a simple form carries: a brief below it fits the form.',
      source: 'S0 a simple form; value D; low',
      max: '100 %',
    }),
    detailAdds: quantity('share', '10 %', {
      about: 'What no end of detail adds to that.',
      source: 'S0: a more comprehensive form is no solution; value D; low',
      max: '100 %',
    }),
    detailScale: quantity('work', '60 min', {
      about: 'Time spent on detail that brings 63 % of it; more brings less and less.',
      source: 'D; low',
      min: '1 min',
    }),
  }),
  misunderstood: group({
    salesperson: chance(
      '35 %',
      'Chance that a salesperson misunderstands a brief that does not fit the form.',
      'D 20-50 %, no direct source; low',
    ),
    productionPerson: chance(
      '12 %',
      'The same for a production person, such as a project leader, fresh from delivery.',
      'D 5-20 %, no direct source; low',
    ),
    fitting: chance('0 %', 'Chance that a brief is misunderstood which fits the form.', 'D; low'),
  }),
  catch: group({
    'site-visit': chance(
      '25 %',
      'Share of misunderstandings that delivery people see at the site, before the proposal.',
      'S4 direction; value D; low',
    ),
    liaison: chance(
      '25 %',
      'Share that a delivery manager who works with both sides finds, before the proposal.',
      'S4 direction; value D; low',
    ),
    'scope-review': chance(
      '58 %',
      'Share that project manager and senior designer find in a review, before the proposal.',
      'D: from 12 % to 5 %; V47 inspections 60-90 %, V48 a bad one leaks 75 %; medium',
    ),
    'project-initiation': chance(
      '40 %',
      'Share that the project initiation document brings to light, before the start.',
      'D: from 5 % to 3 %; S4 direction; low',
    ),
    'delivery-review': chance(
      '40 %',
      'Share that a review with the customer finds after engineering, before making.',
      'S4 direction; value D; low',
    ),
  }),
  rework: group({
    share: quantity('share', '30 %', {
      about: 'Share of the work done so far that a misunderstanding makes necessary again.',
      source: 'D 15-60 %; V48 over 30 % of engineering effort; medium',
      max: '300 %',
    }),
    settling: quantity('duration', '2 weeks', {
      about: 'Time to settle with the customer what is to be redone, if that comes to light at delivery.',
      source: 'D: with the work itself three weeks; low',
    }),
    unpaid: quantity('factor', 0.5, {
      about: 'Cost of work beyond the estimate, as a share of the price for each share of the work.',
      source: 'D: 15 points of margin at 30 %; medium',
      max: '5',
    }),
  }),
  estimate: group({
    salesperson: estimateOf('the salesperson', 'S4 direction; D 1.05-1.5, misunderstandings included; low'),
    productionPerson: estimateOf('a production person', 'D; low'),
  }),
  questions: group({
    rate: quantity('rate', '60 per week', {
      about: 'Questions of production about a brief nothing of which is written down, until delivery.',
      source: 'D: with complexity of 40 % in the mean 24 h a project, baseline firm; low',
    }),
    productionPerson: quantity('share', '30 %', {
      about: 'Share of these questions that is left where a production person took the brief.',
      source: 'S0 direction; value D; low',
      max: '100 %',
    }),
  }),
  skill: group({
    halfLife: quantity('duration', '18 months', {
      about: 'Time before the sale in which a project leader loses half of what he knows of delivery.',
      source: 'S4 direction; D 9-36 months; low',
      min: '1 week',
    }),
    recovery: quantity('duration', '3 months', {
      about: 'Time in delivery that makes up half of what is lost.',
      source: 'D; low',
      min: '1 week',
    }),
  }),
  allegiance: quantity('share', '0 %', {
    about: 'How far the giving of a brief moves the client towards phoning whoever took it.',
    source: 'S0 direction; no source for a value; low',
    max: '100 %',
  }),
});
