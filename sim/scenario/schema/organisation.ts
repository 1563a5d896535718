import { customerService } from './customer-service.ts';
import { expansion } from './expansion.ts';
import type { Activity, Role } from './ids.ts';
import { combinedRoles, management } from './management.ts';
import { accountKeepers } from './relationship.ts';
import { pursuit } from './buying.ts';
import { costs } from './costs.ts';
import { insideSales, partners, reactivation, salesByPhone } from './demand.ts';
import { choice, group, order, quantity, workingHours, yesNo } from './fields.ts';
import { URGENCIES } from './ids.ts';
import { organisationBriefs } from './organisation-briefs.ts';
import { organisationPay } from './pay.ts';
import { targets } from './targets.ts';
import { campaigns } from './promotions.ts';
import { staffing, tenure } from './staffing.ts';
import { territories } from './territories.ts';
import { throttle } from './throttle.ts';

const REPLACEMENT = { hiring: '8 weeks', cost: '$10k', source: 'B; low' };
const OFFICE_HOURS = 'Mon-Fri 08:00-12:00, 13:00-17:00';

function role(
  salary: string,
  hours: string | readonly string[],
  source: string,
  replacement: { hiring: string; cost: string; source: string } = REPLACEMENT,
  hoursSource = 'B: 40 hours a week; low',
) {
  return group({
    heads: quantity('count', 0, {
      about: 'People employed in the role.',
      source: 'the organisation',
      max: '500',
    }),
    salary: quantity('money', salary, { about: 'Yearly salary of one of them, without burden.', source }),
    hours: workingHours(hours, {
      about: 'Paid working hours; a list rotates over the heads.',
      source: hoursSource,
    }),
    ...tenure(replacement),
  });
}

/** The roles among which an activity may be assigned; the first is the default. */
function takenBy<const Takers extends readonly [Role | 'dropped', ...(Role | 'dropped')[]]>(
  ...takers: Takers
) {
  return choice(takers, takers[0], {
    about: takers.includes('dropped') ? 'Role that does it, or dropped.' : 'Role that does it.',
    source: 'the organisation',
  });
}

/** Who does what, how many there are, who owns the calendar, and which policies rule. */
export const organisation = group({
  roles: group({
    salesperson: role(
      '$130k',
      'Mon-Fri 08:00-16:30',
      'V65, B; medium',
      {
        hiring: '13 weeks',
        cost: '$115k',
        source: 'parameters section 7: $35k-$500k, V59, V60, V62; time B; medium',
      },
      'B: 42.5 hours a week, on the road, where lunch is no break; low',
    ),
    'sales-coordinator': role(
      '$50k',
      'Mon-Fri 08:30-12:00, 12:30-16:30',
      'V66 45k-65k; medium',
      REPLACEMENT,
      'D: 37.5 hours a week, for which parameters section 2 derives the load; medium',
    ),
    'project-leader': role('$130k', OFFICE_HOURS, 'S2 nobody earns less; V67; medium'),
    'customer-service': role(
      '$40k',
      ['Mon-Fri 08:00-12:00, 12:30-16:18', 'Mon-Fri 08:42-12:30, 13:00-17:00'],
      'B 40k; 39 h a week; high',
      { hiring: '6 weeks', cost: '$10k', source: 'parameters section 6: 4-8 weeks; cost B; medium' },
      'B: 39 hours a week in two shifts, so that somebody is there from 8:00 to 17:00; low',
    ),
    'inside-sales': role('$60k', OFFICE_HOURS, 'B; low'),
    'promotions-coordinator': role('$55k', OFFICE_HOURS, 'D; medium'),
    'sales-manager': role('$150k', OFFICE_HOURS, 'V65; medium'),
    'support-manager': role('$85k', OFFICE_HOURS, 'D; medium'),
    engineering: role('$90k', OFFICE_HOURS, 'B; low'),
    production: role('$50k', 'Mon-Fri 07:00-11:30, 12:00-15:30', 'B; low'),
    finishing: role('$50k', 'Mon-Fri 07:00-11:30, 12:00-15:30', 'B; low'),
  } satisfies Record<Role, unknown>),
  assignments: group({
    prospecting: takenBy('dropped', 'salesperson'),
    campaign: takenBy('dropped', 'promotions-coordinator'),
    reactivate: takenBy('dropped', 'salesperson', 'sales-coordinator'),
    'inside-call': takenBy('dropped', 'inside-sales'),
    'sales-call': takenBy('dropped', 'sales-coordinator', 'inside-sales'),
    'simple-concept': takenBy('dropped', 'project-leader', 'engineering'),
    'partner-support': takenBy('dropped', 'salesperson', 'sales-coordinator'),
    'schedule-call': takenBy('salesperson', 'sales-coordinator'),
    confirm: takenBy('salesperson', 'sales-coordinator'),
    'book-travel': takenBy('salesperson', 'sales-coordinator'),
    prepare: takenBy('salesperson', 'dropped'),
    debrief: takenBy('salesperson', 'sales-coordinator'),
    'follow-up': takenBy('salesperson', 'sales-coordinator'),
    'take-brief': takenBy('salesperson', 'project-leader'),
    'solution-design': takenBy('salesperson', 'project-leader'),
    'site-visit': takenBy('dropped', 'engineering'),
    liaison: takenBy('dropped', 'project-leader'),
    'scope-review': takenBy('dropped', 'project-leader', 'engineering'),
    proposal: takenBy('salesperson', 'sales-coordinator', 'project-leader'),
    'project-initiation': takenBy('dropped', 'project-leader', 'salesperson'),
    'delivery-review': takenBy('dropped', 'salesperson', 'project-leader'),
    'project-leadership': takenBy('salesperson', 'project-leader'),
    'order-entry': takenBy('customer-service', 'salesperson'),
    'order-exception': takenBy('customer-service', 'salesperson'),
    issue: takenBy('customer-service', 'salesperson'),
    'simple-quote': takenBy('customer-service', 'salesperson'),
    'status-call': takenBy('customer-service', 'salesperson'),
    'delivery-update': takenBy('dropped', 'customer-service'),
    'service-call': takenBy('customer-service', 'salesperson'),
    reporting: takenBy('salesperson', 'sales-coordinator'),
  } satisfies Partial<Record<Activity, unknown>>),
  booking: group({
    day: choice(['earliest', 'cluster'], 'earliest', {
      about: 'Which day is offered: the earliest with a slot, or the one that adds least travel.',
      source: 'policy',
    }),
    phoneNext: choice(['longest-waiting', 'most-valuable', 'best-fit'], 'longest-waiting', {
      about: 'Whom to phone next: who waits longest, has most to spend, or fits best into the days booked.',
      source: 'policy',
    }),
    workFirst: choice(['as-they-come', 'open-first', 'new-first'], 'as-they-come', {
      about:
        'Whom to phone before others, whatever phoneNext says: nobody; open opportunities, then existing clients, ' +
        'then new prospects; or the other way round.',
      source: 'policy; S2: first the open ones, then existing clients',
    }),
    visits: choice(['like-meetings', 'fill-gaps'], 'like-meetings', {
      about:
        'Maintenance visits are booked like meetings; or they fill gaps: phoned when no opportunity is left to ' +
        'phone, offered only days of the week ahead, and never with a detour above the cap.',
      source: 'policy',
    }),
    detourCap: quantity('work', '35 min', {
      about: 'With cluster: a slot on a day in use that adds more travel is not offered at first.',
      source: 'baseline firm: 35 metro, 60 regional; low',
    }),
    capLiftedAfter: quantity('duration', '10 days', {
      about: 'Waiting after which the customer is offered it nevertheless.',
      source: 'baseline firm; low',
    }),
    delayPrice: quantity('work', '5 min', {
      about: 'With cluster and best-fit: minutes of travel that a day sooner is worth.',
      source: 'D; low',
    }),
    dailyMaximum: quantity('count', 99, {
      about: 'Meetings and visits on one day, at most; off by default.',
      source: 'policy',
      min: '1',
    }),
    tripFill: quantity('count', 1, {
      about: 'Requests from one far city that start a trip there.',
      source: 'policy; S2 a day or two in each city',
      min: '1',
    }),
    tripDays: quantity('count', 1, { about: 'Days of such a trip.', source: 'policy', min: '1', max: '5' }),
    tripNotice: quantity('duration', '0 days', {
      about: 'A trip is planned no sooner than this ahead, so that there is time to phone.',
      source: 'policy; D 7-14 days firm; low',
    }),
    tripLongestWait: quantity('duration', '3 weeks', {
      about: 'A request is held no longer than this for a trip to fill.',
      source: 'policy; D 7-14 days firm; low',
    }),
  }),
  territories,
  costs,
  qualification: group({
    threshold: quantity('share', '0 %', {
      about: 'Opportunities whose chance to be won is estimated below this are not pursued.',
      source: 'policy; S2 lets salespeople drop four of nine',
      max: '100 %',
    }),
    error: quantity('factor', 0.5, {
      about: 'Standard deviation of the logarithm of the estimate.',
      source: 'D; low',
      max: '3',
    }),
  }),
  campaigns,
  reactivation,
  insideSales,
  salesByPhone,
  partners,
  throttle,
  prospectingDays: quantity('share', '67 %', {
    about: 'Share of days on which idle time at base goes into cold calls, where prospecting is assigned.',
    source: 'D: about 3 h a week against 1.5 h idle; low',
    max: '100 %',
  }),
  casesThroughSalesperson: choice(['keep', 'forward'], 'forward', {
    about: 'Whether the salesperson handles what clients bring to him, or passes it on.',
    source: 'policy',
  }),
  visitsKept: quantity('share', '100 %', {
    about: 'Share of maintenance visits that stay visits; the others become a service call.',
    source: 'policy; MODEL rule one in five in the divided organisation',
    max: '100 %',
  }),
  briefs: organisationBriefs,
  pursuit,
  pay: organisationPay,
  accountKeepers,
  management,
  combinedRoles,
  targets,
  projectLeaders: group({
    allocation: choice(['dedicated', 'pooled'], 'dedicated', {
      about: 'Whether an engagement keeps its leader.',
      source: 'policy',
    }),
    discoveryHalfDays: quantity('count', 1, {
      about: 'Half-days that a leader plans for requirement discovery, meeting included.',
      source: 'D, baseline firm; medium',
      min: '1',
      max: '4',
    }),
    presentationHalfDays: quantity('count', 1, {
      about: 'Half-days that a leader plans for the presentation, meeting included.',
      source: 'D, baseline firm; medium',
      min: '1',
      max: '4',
    }),
    projectSpan: quantity('duration', '8 weeks', {
      about: 'Time after the sale over which project leadership spreads.',
      source: 'V54; D; medium',
      min: '1 week',
    }),
    commitAhead: quantity('duration', '10 days', {
      about: 'How long ahead a half-day after the sale is committed.',
      source: 'baseline firm; low',
      max: '8 weeks',
    }),
  }),
  customerService,
  expansion,
  staffing,
  orderOfWork: order(URGENCIES, {
    about: 'Order in which a person works through the classes of tasks, most urgent first.',
    source: 'MODEL rule; neither order is tuned to a result',
  }),
  interrupting: yesNo(true, {
    about: 'Whether a reactive task interrupts a salesperson at a less urgent one.',
    source: 'S2, V1',
  }),
  switching: quantity('work', '6 min', {
    about: 'Time to find back into a task that was interrupted, each time.',
    source: 'D; low',
    max: '1 h',
  }),
  baseGap: quantity('work', '90 min', {
    about: 'A gap between appointments longer than the way to base and back plus this is spent at base.',
    source: 'MODEL rule; low',
  }),
});
