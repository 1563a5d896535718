import { describe, expect, it } from 'vitest';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { Charter } from '../../../sim/model/charter.ts';
import type { DemandEvent } from '../../../sim/model/demand-event.ts';
import type { ArrivalClock } from '../../../sim/model/market/arrival-clock.ts';
import type { OpportunityBirth } from '../../../sim/model/market/opportunity.ts';
import type { OpportunityTape } from '../../../sim/model/market/opportunity-tape.ts';
import type { DecidedOpportunity } from '../../../sim/model/observer.ts';
import type { Staff } from '../../../sim/model/people/staff.ts';
import type { BriefDesk } from '../../../sim/model/work/briefs/brief-desk.ts';
import type { Buying } from '../../../sim/model/work/buying.ts';
import { Channel } from '../../../sim/model/work/demand/channel.ts';
import { PhoneSales } from '../../../sim/model/work/demand/phone-sales.ts';
import { Reactivation } from '../../../sim/model/work/demand/reactivation.ts';
import { Illustrator } from '../../../sim/recorder/illustration/illustrator.ts';
import { tellBoth } from '../../../sim/recorder/tell-both.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { Office, clock, place, weekdays } from '../people/office.ts';
import { always, constantActivities, drawsOf, scenarioWith } from './stubs.ts';

const HOURS = weekdays(['08:00', '12:00'], ['13:00', '17:00']);
const WEEK = 10_080;
/** Briefs are no part of these timelines. */
const NO_BRIEFS = {
  takerOf: () => 'salesperson',
  take: () => undefined,
  forget: () => undefined,
} as unknown as BriefDesk;
const PLAIN_BUYING = { nextStep: () => 1, minutesUntil: () => 0, askToDecide: () => 1 } as unknown as Buying;

/** An opportunity whose customer goes the whole way, and decides for the firm if the chance is above `win`. */
function birthWith(win: number, id = 8): OpportunityBirth {
  const yes = 0.01;
  return {
    ...({} as OpportunityBirth),
    id,
    source: 'inbound',
    arrivedAt: 0,
    place: place(0),
    value: 30_000,
    listValue: 30_000,
    fit: 1,
    estimationError: 0,
    stakeholders: 4,
    patience: 10 * WEEK,
    fate: {
      comes: yes,
      account: yes,
      // One conceptual meeting: 1 + floor(ln 0.9 / ln 0.5).
      conceptualMeetings: 0.9,
      discovery: yes,
      presentation: yes,
      closing: yes,
      win,
      reason: 0.9,
    },
  };
}

/** Everything that is told of opportunities, with the time of the week. */
function listening() {
  const office = new Office();
  const { simulation } = office;
  const seen: string[] = [];
  const note = (words: string): void => {
    const week = Math.floor(simulation.now / WEEK);
    const minute = simulation.now % 1440;
    seen.push(
      `week ${week} day ${Math.floor((simulation.now % WEEK) / 1440)} ` +
        `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')} ${words}`,
    );
  };
  const cora = office.person('Cora', { hours: HOURS });
  const lee = office.person('Lee', { hours: HOURS });
  const observer = {
    ...office.observer,
    onDemand: (event: DemandEvent) => {
      if (event.kind === 'sales-call') note(event.stage);
      if (event.kind === 'partner-won') note('by a partner');
    },
    onOpportunityDecided: ({ outcome }: DecidedOpportunity) => note(outcome),
  };
  const seat = (index: number, { person, queue }: typeof cora) => ({ index, person, queue, isOpen: true });
  const staff = {
    coordinatorOf: () => seat(0, cora),
    leaders: [seat(0, lee)],
    insiders: [],
    salespersonFor: (one: unknown) => one,
  } as unknown as Staff;
  return { office, simulation, seen, note, cora, lee, observer, staff, seller: seat(0, cora) as never };
}

describe('selling on the phone', () => {
  /** What happens, and the way of the deal as pictures show it; Cora is at something else for a time. */
  function sold(win: number, { isBusy = false } = {}) {
    const { office, simulation, seen, cora, lee, observer: writing, staff, seller } = listening();
    const scenario = scenarioWith(
      'organisation.roles.sales-coordinator.heads=1',
      'organisation.roles.project-leader.heads=1',
      'organisation.assignments.sales-call=sales-coordinator',
      'organisation.assignments.simple-concept=project-leader',
      'organisation.salesByPhone.upTo=$40k',
      'organisation.qualification.threshold=0 %',
      'activities.sales-call.time=30 min',
      'activities.schedule-call.time=5 min',
      'activities.simple-concept.time=2 h',
      'activities.proposal.time=60 min',
      'workflow.shortestDeliberation=1 week',
      'workflow.deliberation=0 weeks',
      'workflow.winByPhone=0.8',
    );
    const illustrator = new Illustrator(scenario);
    const observer = tellBoth(writing, illustrator);
    Object.assign(office.observer, { onTimeSpent: observer.onTimeSpent.bind(observer) });
    const phone = new PhoneSales({
      simulation,
      observer,
      scenario,
      charter: new Charter(scenario.organisation),
      staff,
      activities: constantActivities(scenario),
      briefs: NO_BRIEFS,
      buying: PLAIN_BUYING,
      deliveryEffect: () => 1,
      // The first dial reaches nobody.
      dialDraws: drawsOf((_, nth) => (nth === 0 ? 0.9 : 0.1)),
      deliberationDraws: always(0.5),
      onWon: () => undefined,
      onDisqualified: () => undefined,
    });
    expect(phone.sells({ ...birthWith(0), value: 40_001 })).toBe(false);
    for (const { person } of [cora, lee]) person.start();
    simulation.schedule(clock('Mo 08:00'), () => phone.arrive(birthWith(win), undefined, seller), undefined);
    if (isBusy) office.at('Tu 08:30 1', () => cora.queue.add(office.task('reporting', 60)));
    simulation.run(5 * WEEK);
    return { seen, journey: illustrator.finish(() => undefined).journey };
  }

  it('takes the same path as in the field, in conversations, with a concept and a proposal in between', () => {
    expect(sold(0.35).seen).toEqual([
      // Monday 8:00 to 8:05 nobody is reached; a working day later Cora dials and talks, 35 minutes.
      'week 0 day 1 8:40 conceptual-meeting',
      'week 1 day 1 9:15 requirement-discovery',
      // Lee's concept until 11:15, Cora's proposal until 12:00 and from 13:00 to 13:15; then she dials and talks.
      'week 1 day 1 13:50 presentation',
      'week 2 day 1 14:25 closing',
      // 0.8 of 0.16 / 0.35, less 0.5 % for each of four stakeholders at the hand-off to Lee: 0.3585.
      'week 3 day 1 14:25 won',
    ]);
  });

  it('lets the customer wait for the firm from when he is ready until the call, as pictures show it', () => {
    // On the second Tuesday he is ready at 8:40, while Cora is at something else from 8:30 to 9:30: dialled until 9:35,
    // talked until 10:05. Lee's concept until 12:00 and from 13:00 to 13:05, Cora's proposal until 14:05, the next call
    // until 14:40. Each time he thinks for a week; then Cora is free.
    expect(sold(0.35, { isBusy: true }).journey?.waits).toEqual([
      { for: 'booking', from: clock('Mo 08:00'), to: clock('Tu 08:05') },
      { for: 'customer', from: clock('Tu 08:40'), to: clock('Tu 08:40 1') },
      { for: 'booking', from: clock('Tu 08:40 1'), to: clock('Tu 09:30 1') },
      { for: 'solution', from: clock('Tu 10:05 1'), to: clock('Tu 14:05 1') },
      { for: 'customer', from: clock('Tu 14:40 1'), to: clock('Tu 14:40 2') },
      { for: 'customer', from: clock('Tu 15:15 2'), to: clock('Tu 15:15 3') },
    ]);
  });

  it('wins less than a salesperson in the field would', () => {
    expect(sold(0.36).seen.at(-1)).toBe('week 3 day 1 14:25 competitor');
  });

  it('sells a whole firm of small projects, skill of people in it too', () => {
    const { scenario } = loadScenario({
      reference: 'minor-sale',
      overrides: ['run.weeks=40', 'run.warmUp=10', 'people.skill.selling=0.3'],
    });
    const { values } = replicate({ scenario, seed: 6, replication: 0 });
    const of = (id: string) => values[CATALOGUE.findIndex((metric) => metric.id === id)]!;
    expect(of('sales-calls-per-week')).toBeGreaterThan(1);
    expect(of('orders-won-per-week')).toBeGreaterThan(0);
  });
});

describe('a partner', () => {
  function channelWith(win: number, ...overrides: string[]) {
    const { simulation, seen, note, cora, observer, seller } = listening();
    const scenario = scenarioWith(
      'organisation.assignments.partner-support=salesperson',
      'activities.partner-support.time=2 h',
      'market.channel.cycle=2 weeks',
      'market.channel.win=1',
      'market.channel.conflict=0.5',
      'market.channel.discount=20 %',
      'market.channel.reach=1 per week',
      ...overrides,
    );
    const channel = new Channel({
      simulation,
      observer,
      scenario,
      charter: new Charter(scenario.organisation),
      activities: constantActivities(scenario),
      briefs: NO_BRIEFS,
      deliveryEffect: () => 1,
      salespersonFor: (one) => one,
      // A week of business for each unit of business time.
      clock: {
        clockAt: (t: number) => t * WEEK,
        businessTimeAt: (at: number) => at / WEEK,
      } as unknown as ArrivalClock,
      draws: always(0.5),
      // Gaps of -ln e^-1: a week.
      findDraws: drawsOf((_, nth) => (nth === 0 ? Math.exp(-1) : 0.5)),
      supportAt: () => cora.queue,
      onFound: (number) => note(`found ${number}`),
      onPartnerWon: ({ birth, priceFactor }) => note(`${birth.value * priceFactor} paid`),
    });
    cora.person.start();
    return { channel, simulation, seen, seller, birth: birthWith(win) };
  }

  it('sells after the support of the firm, for the price less the share that he keeps', () => {
    const { channel, simulation, seen, seller, birth } = channelWith(
      0.11,
      'organisation.partners.share=60 %',
    );
    expect(channel.takes(birth)).toBe(true);
    simulation.schedule(clock('Mo 08:00'), () => channel.arrive(birth, undefined, seller), undefined);
    simulation.run(3 * WEEK);
    // 10:00 supported; two weeks later: 0.16, less half of the 40 % that the firm sells itself: 0.128.
    expect(seen).toEqual([
      'week 2 day 0 10:00 won',
      'week 2 day 0 10:00 by a partner',
      'week 2 day 0 10:00 24000 paid',
    ]);
  });

  it('loses what the conflict with the firm costs him', () => {
    const { channel, simulation, seen, seller, birth } = channelWith(
      0.13,
      'organisation.partners.share=60 %',
    );
    simulation.schedule(clock('Mo 08:00'), () => channel.arrive(birth, undefined, seller), undefined);
    simulation.run(3 * WEEK);
    expect(seen).toEqual(['week 2 day 0 10:00 competitor']);
  });

  it('finds opportunities of his own in proportion to what is left to him', () => {
    const all = channelWith(0.1, 'organisation.partners.share=100 %');
    all.channel.start();
    all.simulation.run(3.5 * WEEK);
    expect(all.seen.map((line) => line.slice(-7))).toEqual(['found 0', 'found 1', 'found 2']);
    const half = channelWith(0.1, 'organisation.partners.share=40 %');
    half.channel.start();
    half.simulation.run(3.5 * WEEK);
    expect(half.seen).toEqual([]);
    expect(half.channel.takes(half.birth)).toBe(false);
  });
});

describe('a mix of direct sales and partners', () => {
  const valuesOf = (...overrides: string[]) => {
    const { scenario } = loadScenario({
      reference: 'standard',
      overrides: [
        'run.weeks=24',
        'run.warmUp=4',
        'market.accounts.initial=60',
        'organisation.assignments.partner-support=sales-coordinator',
        ...overrides,
      ],
    });
    return replicate({ scenario, seed: 4, replication: 0 }).values;
  };
  const share = (percent: number) => `organisation.partners.share=${percent} %`;
  const figure = (values: ArrayLike<number>, id: string) =>
    values[CATALOGUE.findIndex((entry) => entry.id === id)]!;

  it('is the pure organisation at 0 % and at 100 %: no conflict, and nobody in the field for partners', () => {
    expect(valuesOf(share(0), 'market.channel.conflict=1')).toEqual(
      valuesOf(share(0), 'market.channel.conflict=0'),
    );
    const pure = valuesOf(share(100), 'market.channel.conflict=1');
    expect(pure).toEqual(valuesOf(share(100), 'market.channel.conflict=0'));
    expect(figure(pure, 'bd-meetings-per-week')).toBe(0);
    expect(figure(pure, 'partner-orders-per-week')).toBe(figure(pure, 'orders-won-per-week'));
    expect(figure(pure, 'opportunities-pursued-per-week')).toBeGreaterThan(5);
  });
});

describe('opportunities once not pursued', () => {
  it('are taken up again, the newest first, if they are still open when somebody calls', () => {
    const { simulation, seen, note, cora } = listening();
    const scenario = scenarioWith(
      'organisation.assignments.reactivate=salesperson',
      'organisation.reactivation.rate=1 per week',
      'market.neglected.stock=2',
      'market.neglected.lasts=26 weeks',
      'activities.reactivate.time=10 min',
    );
    const reactivation = new Reactivation({
      simulation,
      scenario,
      charter: new Charter(scenario.organisation),
      activities: constantActivities(scenario),
      tape: { born: (_: string, number: number) => birthWith(0, number) } as unknown as OpportunityTape,
      // 0 is 0.1 years old, 1 is 0.9 years old; each is open still with the same draw.
      draws: drawsOf((id, which) => (which === 0 ? [0.1, 0.9][id]! : 0.5)),
      queueAt: () => cora.queue,
      onAlive: ({ id, source }) => note(`${id} ${source}`),
    });
    cora.person.start();
    reactivation.start();
    simulation.schedule(clock('We 09:00 +1'), () => reactivation.add(birthWith(0, 5)), undefined);
    simulation.run(6 * WEEK);
    expect(seen).toEqual([
      // Monday of week 0: number 0, 5.2 weeks old: exp(-5.2 / 26) = 0.82 of them are open.
      'week 0 day 0 8:10 0 neglected',
      // Week 1: number 1, 48 weeks old: 0.16, gone. Week 2: number 5, dropped five days before.
      'week 2 day 0 8:10 5 neglected',
    ]);
  });
});
