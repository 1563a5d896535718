import { describe, expect, it } from 'vitest';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { Charter } from '../../../sim/model/charter.ts';
import { Account } from '../../../sim/model/market/accounts.ts';
import { QualityMemory } from '../../../sim/model/market/quality.ts';
import { Seats } from '../../../sim/model/people/seat.ts';
import { InsideSales } from '../../../sim/model/work/demand/inside-sales.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { Office, clock, place, weekdays } from '../people/office.ts';
import { constantActivities, drawsOf, scenarioWith } from './stubs.ts';

const HOURS = weekdays(['08:00', '12:00'], ['13:00', '17:00']);

function accountWith(id: number, scenario: ReturnType<typeof scenarioWith>): Account {
  const quality = new QualityMemory(scenario.service.feedback, 0);
  return new Account({
    id,
    place: place(0),
    quality,
    habit: 0,
    lostAtHazard: Infinity,
    at: 0,
    businessTime: 0,
  });
}

/** What happens when one inside salesperson phones two accounts, the first of whom is not reached at once. */
function phoning(until: string, ...overrides: string[]) {
  const scenario = scenarioWith(
    'organisation.roles.inside-sales.heads=1',
    'organisation.assignments.inside-call=inside-sales',
    'organisation.insideSales.callEvery=1 week',
    'activities.inside-call.time=3 min',
    'activities.inside-conversation.time=10 min',
    'activities.order-entry.time=15 min',
    ...overrides,
  );
  const office = new Office();
  const { simulation } = office;
  const ivy = office.person('Ivy', { hours: HOURS });
  const seen: string[] = [];
  const note = (words: string): void => {
    const week = Math.floor(simulation.now / 10_080);
    const minute = simulation.now % 1440;
    const day = Math.floor((simulation.now % 10_080) / 1440);
    seen.push(
      `week ${week} day ${day} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')} ${words}`,
    );
  };
  const inside = new InsideSales({
    simulation,
    observer: {
      ...office.observer,
      onDemand: (event) => {
        if (event.kind !== 'inside-conversation') return;
        note(`talked${event.hasOrder ? ', order' : ''}${event.hasProject ? ', project' : ''}`);
      },
    },
    scenario,
    charter: new Charter(scenario.organisation),
    activities: constantActivities(scenario),
    seats: new Seats(1, {
      make: (index) => ({
        role: 'inside-sales',
        index,
        person: ivy.person,
        queue: ivy.queue,
        isOpen: true,
        isVacant: false,
        standIn: undefined,
      }),
    }),
    // The first dial to account 0 reaches nobody; whether an account is withheld is asked far away.
    dialDraws: drawsOf((account, nth) =>
      nth > 1000 ? (account === 0 ? 0.3 : 0.7) : account === 0 && nth === 0 ? 0.9 : 0.1,
    ),
    talkDraws: drawsOf((_, nth) => (nth % 4 === 0 ? 0.05 : 0.5)),
    onOrder: ({ id }, nth) => note(`order of ${id} entered, talk ${nth}`),
    onProject: ({ id }) => note(`project of ${id}`),
  });
  for (const id of [0, 1]) inside.onGained(accountWith(id, scenario));
  inside.start();
  ivy.person.start();
  simulation.run(clock(until));
  return seen;
}

describe('an inside salesperson', () => {
  // Needs for orders: 1 a year lasting 6 weeks; nobody ever asked: 1 - exp(-6 / 52.18) = 10.9 %, and a week after a
  // conversation 1 - exp(-0.115 (1 - exp(-1/6))) = 1.7 %. Every draw for an order is 5 %.
  it('phones in turn, tries again next day, takes the order there is, and finds none so soon after', () => {
    expect(phoning('We 00:00 +1')).toEqual([
      // 8:00 account 0 is not reached; 8:03 account 1 is, 8:06 to 8:16 they talk, then the order is entered.
      'week 0 day 0 8:16 talked, order',
      'week 0 day 0 8:31 order of 1 entered, talk 0',
      // A working day after 8:03.
      'week 0 day 1 8:16 talked, order',
      'week 0 day 1 8:31 order of 0 entered, talk 0',
      // A week after 8:16.
      'week 1 day 0 8:29 talked',
      'week 1 day 1 8:29 talked',
    ]);
  });

  it('passes a project on, and enters the order of the same conversation', () => {
    const seen = phoning('Mo 12:00', 'market.untapped.projects=20 per year');
    // 20 a year lasting 6 weeks: 1 - exp(-2.3) = 90 %.
    expect(seen).toEqual([
      'week 0 day 0 8:16 talked, order, project',
      'week 0 day 0 8:16 project of 1',
      'week 0 day 0 8:31 order of 1 entered, talk 0',
    ]);
  });

  it('does not phone accounts that are withheld, nor before inside sales begin', () => {
    // Account 0 draws 0.3 against a half.
    const seen = phoning('Mo 00:00 +1', 'incentives.hoarding=100 %', 'organisation.pay.commission=50 %');
    expect(seen.filter((line) => line.includes('talked'))).toEqual(['week 0 day 0 8:13 talked, order']);
    const late = phoning('We 00:00 +1', 'organisation.insideSales.begin=1 week');
    expect(late[0]).toBe('week 1 day 0 8:16 talked, order');
  });
});

describe('inside sales', () => {
  it('hold as many conversations as the minutes of a day allow', () => {
    const { scenario } = loadScenario({
      reference: 'standard',
      overrides: [
        'run.weeks=20',
        'organisation.switching=0 min',
        'run.warmUp=4',
        'organisation.roles.inside-sales.heads=1',
        'organisation.assignments.inside-call=inside-sales',
        'market.accounts.orders=0 per year',
        'market.accounts.issues=0.1 per year',
        'market.accounts.quotes=0 per year',
        'market.accounts.maintenanceVisits=0 per year',
        'market.untapped.projects=0 per year',
      ],
    });
    const { values } = replicate({ scenario, seed: 1, replication: 0 });
    const figure = (id: string) => values[CATALOGUE.findIndex((entry) => entry.id === id)]!;
    const perDay = figure('inside-conversations-per-day');
    const orders = figure('inside-orders-per-week') / 5;
    // Four dials of 3 min, 8 min of talk, 15 min for each order, out of 480. Of 80 days with 22 conversations, each with
    // a standard deviation of 11 min (3 sqrt(0.75) / 0.25 for dials, 4 for the talk): standard error 6.
    expect(Math.abs(perDay * 20 + orders * 15 - 480)).toBeLessThan(4 * 6);
    expect(figure('utilisation.inside-sales')).toBeGreaterThan(0.98);
  });
});
