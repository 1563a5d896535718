import { describe, expect, it } from 'vitest';
import { CATALOGUE, WEEKLY_METRICS, figuresOf } from '../../sim/metrics/catalogue.ts';
import { Firm } from '../../sim/metrics/window.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';

const DAY = 1440;
const WEEK = 7 * DAY;
const WEEKS_PER_YEAR = 365.2425 / 7;
const HOME = { x: 0, y: 0, city: 0 };
const ENDS = { from: HOME, to: HOME };

/** A firm that spends $1,000 a week on salaries, four weeks long, the first of them warm-up. */
function firmWith(...overrides: string[]) {
  const { scenario } = loadScenario({
    reference: 'traditional',
    overrides: [
      'run.weeks=4',
      'run.warmUp=1',
      'money.burden=2',
      ...ROLES.map((role) => `organisation.roles.${role}.salary=$0`),
      'organisation.roles.salesperson.heads=1',
      `organisation.roles.salesperson.salary=$${500 * WEEKS_PER_YEAR}`,
      ...overrides,
    ],
  });
  const recorder = new Recorder(scenario);
  const figures = () => {
    recorder.finish(4 * WEEK);
    const { values, weekly } = figuresOf(recorder.recording, new Firm(scenario));
    const place = (id: string) => CATALOGUE.findIndex((entry) => entry.id === id);
    const row = (id: string) => WEEKLY_METRICS.findIndex((entry) => entry.id === id);
    return {
      of: (id: string) => values[place(id)]!,
      weeksOf: (id: string) => [...weekly.slice(4 * row(id), 4 * row(id) + 4)],
    };
  };
  return { recorder, figures };
}

describe('cash', () => {
  it('is what came in less what went out since the warm-up, and at its lowest what has to be financed', () => {
    const { recorder, figures } = firmWith();
    recorder.onPaid({ order: 1, amount: 9000, sinceOrder: 5 * DAY, sinceDelivery: 0 }, 3 * DAY); // in the warm-up
    recorder.onMaterialPaid(1500, WEEK + DAY);
    recorder.onInvoiced({ order: 1, amount: 8000 }, 2 * WEEK);
    recorder.onPaid(
      { order: 1, amount: 2000, sinceOrder: 30 * DAY, sinceDelivery: undefined },
      2 * WEEK + DAY,
    );
    recorder.onPaid(
      { order: 1, amount: 6000, sinceOrder: 50 * DAY, sinceDelivery: 20 * DAY },
      3 * WEEK + DAY,
    );
    // Week 1: -1,500 - 1,000; week 2: +2,000 - 1,000; week 3: +6,000 - 1,000.
    const { of, weeksOf } = figures();
    const [before, ...balances] = weeksOf('cash-at-end');
    expect(before).toBeNaN();
    expect(balances.map((balance) => Math.round(balance))).toEqual([-2500, -1500, 3500]);
    expect(of('cash-at-end')).toBeCloseTo(3500, 6);
    expect(of('lowest-cash')).toBeCloseTo(-2500, 6);
    expect(of('days-to-cash.order')).toBeCloseTo((2 * 30 + 6 * 50) / 8, 9);
    expect(of('days-to-cash.delivery')).toBeCloseTo(20, 9);
    // Owed: 8,000 for a day, 6,000 for a week, over three weeks; paid in the warm-up was not invoiced here.
    expect(of('receivables')).toBeCloseTo((8000 + 7 * 6000 - 21 * 9000) / 21, 6);
  });
});

describe('operating expense', () => {
  it('is payroll with burden, and nothing else unless the scenario gives it a price', () => {
    const { recorder, figures } = firmWith();
    recorder.onSetOut({ role: 0, index: 0 }, { ...ENDS, isFlown: false, roadMiles: 100 }, WEEK);
    const { of } = figures();
    expect(of('operating-expense-per-year')).toBeCloseTo(1000 * WEEKS_PER_YEAR, 6);
    expect(of('operating-expense-per-year.travel')).toBe(0);
  });

  it('has miles, flights, nights, campaigns, hires and offices at their prices', () => {
    const { recorder, figures } = firmWith(
      'money.travel.perMile=$0.67',
      'money.travel.perFlight=$200',
      'money.travel.perNight=$170',
      'organisation.costs.offices=$90k',
      'organisation.costs.other=$5k',
    );
    const who = { role: 0, index: 0 };
    recorder.onSetOut(who, { ...ENDS, isFlown: false, roadMiles: 1000 }, DAY); // in the warm-up
    recorder.onSetOut(who, { ...ENDS, isFlown: false, roadMiles: 60 }, WEEK);
    recorder.onSetOut(who, { ...ENDS, isFlown: true, roadMiles: 0 }, 2 * WEEK);
    recorder.onSetOut(who, { ...ENDS, isFlown: true, roadMiles: 0 }, 2 * WEEK + DAY);
    recorder.onTripEnded({ ...who, days: 2, nights: 2, booked: 7, held: 6 }, 2 * WEEK + DAY);
    recorder.onTripEnded({ ...who, days: 1, nights: 1, booked: 3, held: 3 }, 3 * WEEK + DAY);
    recorder.onTripEnded({ role: 2, index: 0, days: 1, nights: 1, booked: 1, held: 1 }, 3 * WEEK + DAY);
    recorder.onHired({ role: 8, index: 1 }, 6000, 4 * WEEK - 1);
    recorder.onDemand({ kind: 'campaign-sent', addresses: 1, answers: 0, cost: 300 }, WEEK);
    const { of } = figures();
    const travel = ((60 * 0.67 + 2 * 200 + 4 * 170) / 3) * WEEKS_PER_YEAR;
    expect(of('operating-expense-per-year.travel')).toBeCloseTo(travel, 6);
    expect(of('operating-expense-per-year.campaigns')).toBeCloseTo(100 * WEEKS_PER_YEAR, 6);
    expect(of('operating-expense-per-year.offices')).toBe(95_000);
    expect(of('operating-expense-per-year.hiring')).toBeCloseTo(2000 * WEEKS_PER_YEAR, 6);
    expect(of('operating-expense-per-year')).toBeCloseTo(3100 * WEEKS_PER_YEAR + travel + 95_000, 6);
    // The leader who came along adds a night, not a trip. Seven of eight places are filled, three of four are not.
    expect(of('nights-away-per-week')).toBeCloseTo(4 / 3, 9);
    expect(of('flights-per-week')).toBeCloseTo(2 / 3, 9);
    expect(of('trips-per-week')).toBeCloseTo(2 / 3, 9);
    expect(of('appointments-per-trip')).toBeCloseTo(4.5, 9);
    expect(of('trips-filled')).toBe(0.5);
  });
});
