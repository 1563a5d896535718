import { describe, expect, it } from 'vitest';
import { Charter } from '../../../sim/model/charter.ts';
import { Promotions } from '../../../sim/model/work/demand/promotions.ts';
import type { Respondent } from '../../../sim/model/work/demand/promotions.ts';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { WorkingTime } from '../../../sim/time/working-time.ts';
import { Throttle } from '../../../sim/model/work/throttle.ts';
import { Office, clock, weekdays } from '../people/office.ts';
import { always, constantActivities, scenarioWith } from './stubs.ts';

const HOURS = weekdays(['08:00', '12:00'], ['13:00', '17:00']);

/** What happens when one coordinator runs campaigns, and every answer with its number. */
function campaigns(until: string, ...overrides: string[]) {
  const scenario = scenarioWith(
    'organisation.roles.promotions-coordinator.heads=1',
    'organisation.assignments.campaign=promotions-coordinator',
    'market.promotions.answerTime=2 h',
    'market.promotions.interest=3 days',
    ...overrides,
  );
  const charter = new Charter(scenario.organisation);
  const office = new Office();
  const pam = office.person('Pam', { hours: HOURS });
  const { simulation } = office;
  const seen: string[] = [];
  const note = (words: string): void => {
    const day = Math.floor(simulation.now / 1440);
    const hour = (simulation.now - 1440 * day) / 60;
    seen.push(`day ${day} ${hour} h: ${words}`);
  };
  new Promotions({
    simulation,
    observer: {
      ...office.observer,
      onDemand: (event) => {
        if (event.kind !== 'campaign-sent') return;
        note(`${event.addresses} sent, ${event.answers} answers, $${event.cost}`);
      },
    },
    scenario,
    charter,
    activities: constantActivities(scenario),
    throttle: new Throttle({ simulation, observer: office.observer, charter }),
    promoters: { queue: pam.queue },
    officeHours: new WorkingTime(scenario.service.officeHours),
    // Every gap: -ln 0.3 = 1.204.
    draws: always(0.3),
    onAnswer: ({ number, interestedFor, fit, price }: Respondent) =>
      note(`${number} for ${interestedFor / 1440} days, fit ${fit}, price ${price}`),
  }).start();
  pam.person.start();
  simulation.run(clock(until));
  return seen;
}

describe('a promotions coordinator', () => {
  it('works four days on each campaign, sends it, and the list tires', () => {
    expect(
      campaigns(
        'Mo 00:00 +2',
        'organisation.campaigns.rate=1 per week',
        'market.promotions.list=10',
        'market.promotions.response=20 %',
        'market.promotions.tiring=50 %',
        'market.promotions.recovery=1 week',
      ),
    ).toEqual([
      // Monday to Thursday, eight hours each. At 0.2, hazard 0.223, every sixth address answers: one of ten.
      'day 3 17 h: 10 sent, 1 answers, $1005',
      // Two office hours later, from Thursday 17:00.
      'day 4 10 h: 0 for 3 days, fit 1, price 1',
      // A week later willingness is 0.75: 0.15, hazard 0.163, every eighth.
      'day 10 17 h: 10 sent, 1 answers, $1005',
      'day 11 10 h: 4096 for 3 days, fit 1, price 1',
    ]);
  });

  it('makes strong offers: more answers, of less fit and at a lower price', () => {
    const strong = [
      'market.promotions.list=10',
      'market.promotions.response=20 %',
      'organisation.campaigns.rate=1 per week',
      'organisation.campaigns.offer=100 %',
    ];
    // At 0.4, hazard 0.511, every third of ten.
    expect(campaigns('Sa 00:00', ...strong)).toEqual([
      'day 3 17 h: 10 sent, 3 answers, $1005',
      ...[0, 1, 2].map((nth) => `day 4 10 h: ${nth} for 3 days, fit 0.7, price 0.95`),
    ]);
  });

  it('who has more campaigns than hours for them sends one every four days of work', () => {
    const sent = campaigns('Mo 00:00 +4', 'organisation.campaigns.rate=5 per week').filter((line) =>
      line.includes('sent'),
    );
    // 20 working days: five campaigns, whatever was begun. The last is sent on Friday of the fourth week.
    expect(sent.map((line) => line.split(':')[0])).toEqual(
      [3, 9, 15, 21, 25].map((day) => `day ${day} 17 h`),
    );
  });
});

describe('campaigns', () => {
  const figuresOf = (reference: string, ...overrides: string[]) => {
    const { scenario } = loadScenario({
      reference,
      overrides: [
        'run.weeks=26',
        'run.warmUp=2',
        'market.accounts.initial=20',
        'organisation.assignments.campaign=promotions-coordinator',
        'organisation.roles.promotions-coordinator.heads=1',
        ...overrides,
      ],
    });
    const { values } = replicate({ scenario, seed: 5, replication: 0 });
    return (id: string) => values[CATALOGUE.findIndex((entry) => entry.id === id)]!;
  };

  it('bring the same opportunities to every organisation with the same campaigns', () => {
    const answers = ['standard', 'traditional'].map((name) => figuresOf(name)('campaign-answers-per-week'));
    expect(answers[0]).toBeGreaterThan(0.5);
    expect(answers[0]).toBe(answers[1]);
  });

  it('take as much work for a large batch as for a small one', () => {
    const small = figuresOf('standard', 'market.promotions.list=20000', 'organisation.campaigns.batch=500');
    const large = figuresOf('standard', 'market.promotions.list=20000', 'organisation.campaigns.batch=5000');
    const hours = 'hours-per-week.promotions-coordinator.campaign';
    expect(large(hours)).toBe(small(hours));
    // Ten times the batch of rested addresses: about ten times the opportunities for an hour, by the binomial law.
    const ratio = large('campaign-answers-per-week') / small('campaign-answers-per-week');
    expect(ratio).toBeGreaterThan(5);
    expect(ratio).toBeLessThan(20);
  });

  it('are lost on a firm that reaches nobody in time', () => {
    const figures = figuresOf('standard', 'booking.contactSuccess=1 %', 'market.promotions.interest=10 h');
    expect(figures('opportunities-gone-cold-per-week')).toBeGreaterThan(
      0.8 * figures('campaign-answers-per-week'),
    );
  });
});
