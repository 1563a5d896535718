import { CASE_TYPES, PRODUCTS, type CaseType, type Product } from '../scenario/schema/ids.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../time/working-time.ts';
import type { Metric } from './metric.ts';

const MADE = PRODUCTS.filter((product) => product !== 'stock');
const CLOSED = CASE_TYPES.map((type) => `cases-closed.${type}`);
const WITHIN = CASE_TYPES.map((type) => `cases-within-tolerance.${type}`);
const REPEAT = PRODUCTS.filter((product) => product !== 'project');
const DELIVERED = PRODUCTS.map((product) => `orders-delivered.${product}`);
const ON_TIME = PRODUCTS.map((product) => `orders-on-time.${product}`);

const CASE_TITLES: Readonly<Record<CaseType, string>> = {
  order: 'Orders entered',
  issue: 'Issues closed',
  quote: 'Simple quotations given',
  status: 'Calls about orders answered',
};

function withinTolerance(type: CaseType): Metric {
  return {
    id: `service-within-tolerance.${type}`,
    title: `${CASE_TITLES[type]} within tolerance`,
    unit: 'share',
    definition: `Cases of this type closed within the working time that the client expects, over all closed.`,
    indifference: 0.01,
    weekly: false,
    of: (window) =>
      window.ratio(window.total(`cases-within-tolerance.${type}`), window.total(`cases-closed.${type}`)),
  };
}

function leadTime(product: Product): Metric {
  return {
    id: `lead-time.${product}`,
    title: `Lead time, ${product === 'project' ? 'projects' : product}`,
    unit: 'weeks',
    definition:
      'From receipt of the order to delivery, entry of the order included; mean of those delivered.',
    indifference: { share: 0.05 },
    weekly: false,
    of: (window) => {
      const mean = window.ratio(
        window.total(`lead-time.${product}`),
        window.total(`orders-delivered.${product}`),
      );
      return mean === undefined ? undefined : mean / MINUTES_PER_WEEK;
    },
  };
}

/** What clients experience: service, deliveries, and what they do then. */
export const SERVICE_METRICS: readonly Metric[] = [
  {
    id: 'cases-per-week',
    title: 'Customer service cases closed',
    unit: 'per week',
    definition: 'Orders entered, issues, simple quotations and calls about orders, whoever handled them.',
    indifference: { share: 0.02 },
    weekly: false,
    of: (window) => window.perWeek(...CLOSED),
  },
  {
    id: 'service-within-tolerance',
    title: 'Service within tolerance',
    unit: 'share',
    definition:
      'Cases of all types closed before they were due, over all closed. The clock runs in office hours, from the ' +
      'call of the client to the end of the case, waiting for an answer from production included.',
    indifference: 0.01,
    weekly: true,
    of: (window) => window.ratio(window.total(...WITHIN), window.total(...CLOSED)),
  },
  ...CASE_TYPES.map(withinTolerance),
  {
    id: 'on-time-delivery',
    title: 'Deliveries on time',
    unit: 'share',
    definition:
      'Orders delivered not later than the first date promised, over all delivered. An order that is not delivered at ' +
      'all does not count: where work piles up, look at the lead times and at what waits too.',
    indifference: 0.01,
    weekly: true,
    of: (window) => window.ratio(window.total(...ON_TIME), window.total(...DELIVERED)),
  },
  {
    id: 'lateness-days',
    title: 'Lateness of orders made for a client',
    unit: 'days',
    definition:
      'Calendar days after the first date promised, 0 if on time; mean of those delivered, orders from stock left out.',
    indifference: 0.1,
    weekly: false,
    of: (window) => {
      const mean = window.ratio(
        window.total(...MADE.map((product) => `lateness.${product}`)),
        window.total(...MADE.map((product) => `orders-delivered.${product}`)),
      );
      return mean === undefined ? undefined : mean / MINUTES_PER_DAY;
    },
  },
  ...PRODUCTS.map(leadTime),
  {
    id: 'repeat-orders-per-week',
    title: 'Repeat orders received',
    unit: 'per week',
    definition: 'Orders of existing accounts, projects not counted, in the week in which they come.',
    indifference: { share: 0.02 },
    weekly: true,
    of: (window) => window.perWeek(...REPEAT.map((product) => `orders-received.${product}`)),
  },
  {
    id: 'accounts',
    title: 'Accounts',
    unit: 'number',
    definition:
      'Accounts in the books, time average: those of the first day, less lost ones, plus those won.',
    indifference: { share: 0.01 },
    weekly: true,
    of: (window) => window.average('accounts'),
  },
];
