import { describe, expect, it } from 'vitest';
import type { ClosedCase, Observer } from '../../sim/model/observer.ts';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { ageQuantile } from '../../sim/recorder/age-histogram.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { meanInterval } from '../../sim/statistics/mean-interval.ts';
import { pairedDifference } from '../../sim/statistics/paired-difference.ts';
import { MINUTES_PER_WEEK } from '../../sim/time/working-time.ts';
import { SILENT } from '../model/people/silent-observer.ts';

type Closed = ClosedCase & { readonly at: number };

/** Accounts only: there is nothing to sell and nobody to visit. */
const NOTHING_SOLD = ['market.opportunities.inflow=0', 'market.accounts.maintenanceVisits=0 per week'];

/** A run of an organisation: the cases closed in it, how many were opened, and what was recorded. */
function simulate(overrides: readonly string[], { replication = 0, weeks = 12 } = {}) {
  const { scenario } = loadScenario({
    reference: 'standard',
    overrides: [...NOTHING_SOLD, ...overrides, `run.weeks=${weeks}`, 'run.warmUp=0'],
  });
  const recorder = new Recorder(scenario);
  const closed: Closed[] = [];
  const opened: number[] = [];
  const heard: Partial<Observer> = {
    onCaseOpened: (type, at) => {
      opened.push(at);
      recorder.onCaseOpened(type, at);
    },
    onCaseClosed: (one, at) => {
      closed.push({ ...one, at });
      recorder.onCaseClosed(one, at);
    },
    onTimeSpent: (person, use, from, to) => recorder.onTimeSpent(person, use, from, to),
  };
  const system = new SalesSystem({ scenario, seed: 5, replication, observer: { ...SILENT, ...heard } });
  system.runThroughWeek(weeks - 1);
  recorder.finish(weeks * MINUTES_PER_WEEK);
  return {
    closed,
    opened,
    total: (name: string) => recorder.recording.total(name, 0, weeks),
    end: weeks * MINUTES_PER_WEEK,
  };
}

/** Nothing but issues, around the clock, each of exponential length: two servers that are busy 60 % of the time. */
const TWO_SERVERS = [
  'organisation.roles.customer-service.heads=2',
  'organisation.roles.customer-service.hours=Mon-Sun 00:00-24:00',
  'organisation.switching=0 min',
  'service.officeHours=Mon-Sun 00:00-24:00',
  `market.profile.hours=[${Array.from({ length: 24 }, () => 1).join(', ')}]`,
  'market.profile.weekdays=[1, 1, 1, 1, 1, 1, 1]',
  'market.opportunities.weeklyVariation=0 %',
  'market.accounts.initial=100',
  'market.accounts.issues=4.8384 per week',
  'market.accounts.orders=0 per week',
  'market.accounts.quotes=0 per week',
  'market.accounts.churn=0 %',
  'activities.issue.time={ kind: exponential, mean: 25 min }',
  'service.throughSalesperson.share=0 %',
  'service.productionAnswers.share=0 %',
  'service.feedback.slope=0',
];

/** Time below which a share of the customers of M/M/2 has left: Erlang C for the wait, then an exponential service. */
function stayQuantile(share: number, { arrivals, services }: { arrivals: number; services: number }): number {
  const load = arrivals / services;
  const waits = load ** 2 / (2 - load) / (1 + load + load ** 2 / (2 - load));
  const drain = 2 * services - arrivals;
  const isHere = (at: number): number =>
    (1 - waits) * Math.exp(-services * at) +
    (waits * (drain * Math.exp(-services * at) - services * Math.exp(-drain * at))) / (drain - services);
  let [low, high] = [0, 100 / services];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (isHere(middle) > 1 - share) low = middle;
    else high = middle;
  }
  return low;
}

describe('customer service as a textbook queue', () => {
  it('closes 95 % of cases within the time that M/M/2 says', () => {
    const quantiles = Array.from({ length: 12 }, (_, replication) => {
      const { total } = simulate(TWO_SERVERS, { replication, weeks: 8 });
      return ageQuantile('case-office-age', 0.95, total)!;
    });
    const { mean, halfWidth } = meanInterval(quantiles, 0.999);
    const theory = stayQuantile(0.95, { arrivals: 483.84 / MINUTES_PER_WEEK, services: 1 / 25 });
    // One hundredth more than the error of sampling, for the classes of the histogram.
    expect(Math.abs(mean! - theory)).toBeLessThan(halfWidth! + 0.01 * theory);
    expect(halfWidth! / theory).toBeLessThan(0.1);
  });
});

describe('cases', () => {
  it("obey Little's law without remainder: open cases over time are the time that each was open", () => {
    const { closed, opened, total, end } = simulate([]);
    const agesOfClosed = closed.reduce((sum, { age }) => sum + age, 0);
    const stillOpen = new Map<number, number>();
    for (const at of opened) stillOpen.set(at, (stillOpen.get(at) ?? 0) + 1);
    const openedAtOf = ({ at, age }: Closed): number =>
      opened.find((instant) => Math.abs(instant - (at - age)) < 1e-6)!;
    for (const one of closed) stillOpen.set(openedAtOf(one), stillOpen.get(openedAtOf(one))! - 1);
    let agesOfOpen = 0;
    for (const [at, count] of stillOpen) agesOfOpen += count * (end - at);
    expect([...stillOpen.values()].every((count) => count >= 0)).toBe(true);
    expect(total('cases-open')).toBeCloseTo(agesOfClosed + agesOfOpen, 2);
    expect(closed.length).toBeGreaterThan(3_000);
  });

  it('are within tolerance or have one cause of being late', () => {
    const { closed, total } = simulate(['organisation.roles.customer-service.heads=6']);
    const late = ['salesperson', 'queue', 'interrupted', 'production-answer', 'work'].map((cause) =>
      total(`cases-late.${cause}`),
    );
    const within = ['order', 'issue', 'quote', 'status'].map((type) =>
      total(`cases-within-tolerance.${type}`),
    );
    expect([...late, ...within].reduce((sum, count) => sum + count, 0)).toBe(closed.length);
    expect(late.every((count) => count > 0)).toBe(true);
  });

  it('wait no longer with more representatives, in the mean and beyond error', () => {
    const meanAge = (heads: number, replication: number): number => {
      const { closed } = simulate([`organisation.roles.customer-service.heads=${heads}`], {
        replication,
        weeks: 6,
      });
      return closed.reduce((sum, { officeAge }) => sum + officeAge, 0) / closed.length;
    };
    const means = [5, 6, 8, 10].map((heads) => [0, 1, 2].map((replication) => meanAge(heads, replication)));
    for (const [i, more] of means.slice(1).entries()) {
      const { interval } = pairedDifference({ a: means[i]!, b: more });
      expect(interval.lower!).toBeLessThanOrEqual(0);
    }
    expect(pairedDifference({ a: means[0]!, b: means[3]! }).interval.upper!).toBeLessThan(0);
  });
});

describe('overtime', () => {
  const FIVE = 'organisation.roles.customer-service.heads=5';

  it('is not worked where there is none', () => {
    expect(simulate([FIVE]).total('overtime.customer-service')).toBe(0);
  });

  it('is worked by a team that is too small, up to its limit, and helps', () => {
    const without = simulate([FIVE]);
    const with_ = simulate([FIVE, 'organisation.customerService.overtime=1 h']);
    const minutes = with_.total('overtime.customer-service');
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(12 * 5 * 5 * 60);
    // Not more cases: orders that are entered sooner bring fewer calls.
    const orders = (run: typeof without) => run.closed.filter(({ type }) => type === 'order').length;
    expect(orders(with_)).toBeGreaterThan(orders(without));
  });
});
