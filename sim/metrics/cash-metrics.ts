import { MINUTES_PER_DAY } from '../time/working-time.ts';
import type { Metric } from './metric.ts';
import { operatingExpense } from './operating-expense.ts';
import { WEEKS_PER_YEAR, type Window } from './window.ts';

/** Money received less money spent; operating expense is spent as it arises, salaries week by week. */
function cashFlow(window: Window): number {
  return (
    window.total('cash.received') -
    window.total('cash.material') -
    (operatingExpense(window) * window.weeks) / WEEKS_PER_YEAR
  );
}

/** The lowest balance at the end of a week, if it began with nothing; 0 if it never falls below that. */
function lowestBalance(window: Window): number {
  let balance = 0;
  let lowest = 0;
  for (const week of window.byWeek()) {
    balance += cashFlow(week);
    lowest = Math.min(lowest, balance);
  }
  return lowest;
}

function days(moneyMinutes: number, money: number): number | undefined {
  return money === 0 ? undefined : moneyMinutes / money / MINUTES_PER_DAY;
}

/** When money comes and goes. */
export const CASH_METRICS: readonly Metric[] = [
  {
    id: 'cash-at-end',
    title: 'Cash',
    unit: 'money',
    definition:
      'Money received less money spent since the end of the warm-up, when it is taken to be 0. Received: paid ' +
      'invoices. Spent: material when it is bought, operating expense as it arises. Taxes and investments are left out.',
    indifference: { share: 0.01 },
    weekly: true,
    of: (window) => {
      const since = window.sinceWarmUp();
      return since && cashFlow(since);
    },
  },
  {
    id: 'lowest-cash',
    title: 'Lowest cash',
    unit: 'money',
    definition:
      'The lowest cash at the end of a week since the end of the warm-up, when it is 0: what has to be financed.',
    indifference: { share: 0.01 },
    weekly: false,
    of: lowestBalance,
  },
  {
    id: 'receivables',
    title: 'Receivables',
    unit: 'money',
    definition: 'What clients have been invoiced for and have not paid, time average.',
    indifference: { share: 0.01 },
    weekly: true,
    of: (window) => window.average('receivables'),
  },
  {
    id: 'days-to-cash.order',
    title: 'Days from order to cash',
    unit: 'days',
    definition:
      'From the order to the payment of an invoice, deposits included; mean over money paid, in calendar days.',
    indifference: 0.5,
    weekly: false,
    of: (window) => days(window.total('cash.money-minutes-since-order'), window.total('cash.received')),
  },
  {
    id: 'days-to-cash.delivery',
    title: 'Days from delivery to cash',
    unit: 'days',
    definition: 'From delivery to payment; mean over money paid after delivery, in calendar days.',
    indifference: 0.5,
    weekly: false,
    of: (window) =>
      days(window.total('cash.money-minutes-since-delivery'), window.total('cash.received-after-delivery')),
  },
];
