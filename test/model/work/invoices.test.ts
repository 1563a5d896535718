import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import type { Account } from '../../../sim/model/market/accounts.ts';
import { SalesSystem } from '../../../sim/model/sales-system.ts';
import { Invoices } from '../../../sim/model/work/invoices.ts';
import { Order } from '../../../sim/model/work/order.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Observer } from '../../../sim/model/observer.ts';
import type { Product } from '../../../sim/scenario/schema/ids.ts';
import { SILENT } from '../people/silent-observer.ts';
import { drawsOf, scenarioWith } from './stubs.ts';

const DAY = 1440;

/** Everything that an order of $10,000 ($12,500 before a discount) makes move, of which 60 % is truly variable. */
function movements(
  product: Product,
  of: {
    readonly ordered: number;
    readonly made: number;
    readonly delivered: number;
    readonly isOnTime: boolean;
  },
  ...overrides: string[]
): string[] {
  const scenario = scenarioWith('money.trulyVariableCost=60 %', ...overrides);
  const simulation = new Simulation();
  const seen: string[] = [];
  const note = (words: string, at: number): void => {
    seen.push(`day ${at / DAY}: ${words}`);
  };
  const invoices = new Invoices({
    simulation,
    observer: {
      ...SILENT,
      onInvoiced: ({ amount }, at) => note(`$${amount} invoiced`, at),
      onPaid: ({ amount, sinceOrder, sinceDelivery }, at) =>
        note(
          `$${amount} paid ${sinceOrder / DAY} after the order` +
            (sinceDelivery === undefined ? '' : `, ${sinceDelivery / DAY} after delivery`),
          at,
        ),
      onMaterialPaid: (amount, at) => note(`$${Math.round(amount)} for material`, at),
    },
    scenario,
    // Deposits are paid after a quarter of the time that others take at most, deliveries after three quarters.
    draws: drawsOf((_, draw) => (draw === 0 ? 0.25 : 0.75)),
  });
  const goods = { key: 1, product, account: {} as unknown as Account, price: 10_000, listPrice: 12_500 };
  const order = new Order(goods, of.ordered * DAY);
  simulation.schedule(of.ordered * DAY, () => invoices.onOrdered(order), undefined);
  simulation.schedule(of.made * DAY, () => invoices.onMakingBegun(order), undefined);
  simulation.schedule(of.delivered * DAY, () => invoices.onDelivered(order, of.isOnTime), undefined);
  simulation.run(1000 * DAY);
  return seen;
}

const TERMS = [
  'money.invoicing.deposit=30 %',
  'money.invoicing.terms={ kind: uniform, min: 20 days, max: 60 days }',
  'money.invoicing.lateExtra=10 days',
  'money.invoicing.materialAhead=80 %',
];

describe('the money of a project', () => {
  it('comes as a deposit and the rest after delivery, and goes for material when making begins', () => {
    // Truly variable 60 % of 12,500 are 7,500: 6,000 ahead. Terms at a quarter are 30 days, at three quarters 50.
    const times = { ordered: 10, made: 30, delivered: 66, isOnTime: true };
    expect(movements('project', times, ...TERMS)).toEqual([
      'day 10: $3000 invoiced',
      'day 30: $6000 for material',
      'day 40: $3000 paid 30 after the order',
      'day 66: $1500 for material',
      'day 66: $7000 invoiced',
      'day 116: $7000 paid 106 after the order, 50 after delivery',
    ]);
  });

  it('comes later when it was late', () => {
    const times = { ordered: 10, made: 30, delivered: 66, isOnTime: false };
    expect(movements('project', times, ...TERMS).at(-1)).toBe(
      'day 126: $7000 paid 116 after the order, 60 after delivery',
    );
  });
});

describe('the money of a repeat order', () => {
  it('comes after delivery, without a deposit', () => {
    const times = { ordered: 3, made: 3, delivered: 4, isOnTime: true };
    expect(movements('stock', times, ...TERMS)).toEqual([
      'day 3: $6000 for material',
      'day 4: $1500 for material',
      'day 4: $10000 invoiced',
      'day 54: $10000 paid 51 after the order, 50 after delivery',
    ]);
  });

  it('moves at delivery unless the scenario says otherwise', () => {
    const times = { ordered: 3, made: 3, delivered: 4, isOnTime: false };
    expect(movements('to-order', times)).toEqual([
      'day 4: $7500 for material',
      'day 4: $10000 invoiced',
      'day 4: $10000 paid 1 after the order, 0 after delivery',
    ]);
  });
});

describe('the money of a whole firm', () => {
  it('is conserved: what is invoiced is revenue and deposits, and is paid or owed', () => {
    const overrides = [...TERMS, 'run.weeks=40', 'market.opportunities.inflow=2'];
    const { scenario } = loadScenario({ reference: 'standard', overrides });
    const seen = { invoiced: 0, matured: 0, paid: 0, rest: 0, projects: 0, list: 0, material: 0 };
    const end = 40 * 7 * DAY;
    const observer: Observer = {
      ...SILENT,
      onInvoiced: ({ amount }, at) => {
        seen.invoiced += amount;
        // Nobody takes more than 60 days, 70 for what was late.
        if (at <= end - 70 * DAY) seen.matured += amount;
      },
      onPaid: ({ amount }) => {
        seen.paid += amount;
      },
      onMaterialPaid: (amount) => {
        seen.material += amount;
      },
      onDelivered: ({ product, price, listPrice }) => {
        seen.list += listPrice;
        seen.rest += product === 'project' ? 0.7 * price : price;
        if (product === 'project') seen.projects += price;
      },
    };
    new SalesSystem({ scenario, seed: 5, replication: 0, observer }).runThroughWeek(39);
    // Beside the rest of what was delivered, deposits were invoiced: of projects delivered, and of those under way.
    expect(seen.projects).toBeGreaterThan(100_000);
    expect(seen.invoiced - seen.rest).toBeGreaterThan(0.3 * seen.projects);
    // What is due has been paid, and no more than was invoiced.
    expect(seen.paid).toBeGreaterThanOrEqual(seen.matured);
    expect(seen.paid).toBeLessThan(seen.invoiced);
    // Material was bought for what was delivered, and four fifths of it for what is being made.
    expect(seen.material).toBeGreaterThan(0.58 * seen.list);
    expect(seen.material).toBeLessThan(0.58 * (seen.list + 2_000_000));
  });
});
