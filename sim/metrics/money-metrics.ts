import { PRODUCTS } from '../scenario/schema/ids.ts';
import type { Metric } from './metric.ts';
import { EXPENSES, operatingExpense } from './operating-expense.ts';
import { WEEKS_PER_YEAR, type Window } from './window.ts';

const REVENUE = PRODUCTS.map((product) => `revenue.${product}`);
const LIST_REVENUE = PRODUCTS.map((product) => `list-revenue.${product}`);
const SMALL = { share: 0.01 };
/** Kinds of expense that follow from the scenario; the others hang on what happens, even where it happens alike. */
const BY_ARITHMETIC: readonly string[] = ['payroll', 'offices'];

function revenue(window: Window): number {
  return window.perWeek(...REVENUE) * WEEKS_PER_YEAR;
}

function trulyVariable(window: Window): number {
  const { trulyVariableCost } = window.firm.scenario.money;
  const beyondEstimates = window.perWeek('project-extra-cost') * WEEKS_PER_YEAR;
  return window.perWeek(...LIST_REVENUE) * WEEKS_PER_YEAR * trulyVariableCost + beyondEstimates;
}

/** Money, as throughput accounting counts it. */
export const MONEY_METRICS: readonly Metric[] = [
  {
    id: 'revenue-per-year',
    title: 'Revenue',
    unit: 'money per year',
    definition: 'Price of what was delivered, repeat orders and projects, at delivery.',
    indifference: SMALL,
    weekly: false,
    of: revenue,
  },
  {
    id: 'truly-variable-cost-per-year',
    title: 'Truly variable cost',
    unit: 'money per year',
    definition:
      'What is spent only because an order is delivered: a share of its price before any discount, and the cost of work on projects ' +
      'beyond what was estimated.',
    indifference: SMALL,
    weekly: false,
    of: trulyVariable,
  },
  {
    id: 'throughput-per-year',
    title: 'Throughput',
    unit: 'money per year',
    definition: 'Revenue less truly variable cost.',
    indifference: SMALL,
    weekly: true,
    of: (window) => revenue(window) - trulyVariable(window),
  },
  {
    id: 'payroll-per-year',
    title: 'Payroll',
    unit: 'money per year',
    definition: 'Salaries of everybody employed, engineering and production included, without burden.',
    isArithmetic: true,
    indifference: 0,
    weekly: true,
    of: (window) => window.payroll(),
  },
  {
    id: 'transition-cost-per-year',
    title: 'Cost of the transition',
    unit: 'money per year',
    definition: 'What the steps of the plan cost once, and the salary with burden of whoever runs it.',
    indifference: SMALL,
    weekly: true,
    of: (window) => window.transitionCost(),
  },
  {
    id: 'operating-expense-per-year',
    title: 'Operating expense',
    unit: 'money per year',
    definition:
      'What is spent whether anything is sold or not: payroll with burden, travel, campaigns, hiring, offices, and ' +
      'the transition to another organisation.',
    indifference: 0,
    weekly: true,
    of: operatingExpense,
  },
  ...Object.entries(EXPENSES).map(([kind, { title, definition, of }]): Metric => ({
    id: `operating-expense-per-year.${kind}`,
    title: `Operating expense: ${title}`,
    unit: 'money per year',
    definition,
    ...(BY_ARITHMETIC.includes(kind) ? { isArithmetic: true } : {}),
    indifference: 0,
    weekly: false,
    of,
  })),
  {
    id: 'profit-per-year',
    title: 'Profit',
    unit: 'money per year',
    definition: 'Throughput less operating expense. Costs that this model does not know are not counted.',
    indifference: SMALL,
    weekly: true,
    of: (window) => revenue(window) - trulyVariable(window) - operatingExpense(window),
  },
];
