import { describe, expect, it } from 'vitest';
import { QualityMemory } from '../../../sim/model/market/quality.ts';
import { Reputation } from '../../../sim/model/market/reputation.ts';
import { Effort } from '../../../sim/model/people/effort.ts';
import { Task } from '../../../sim/model/people/task.ts';
import { chanceOfOverPromise, isWorthwhile, paceOf } from '../../../sim/model/policies/pay.ts';
import { winChance } from '../../../sim/model/policies/win-chance.ts';
import { BriefDesk } from '../../../sim/model/work/briefs/brief-desk.ts';
import { clock } from '../people/office.ts';
import { briefed, draws, firm, produce } from './firm.ts';

const { scenario } = firm([]);
const MONTH = (365.2425 * 1440) / 12;
const usualMargin = 0.42;

function pay(commission: number, onMargin = 0, onLongTerm = 0) {
  return { commission, onMargin, onLongTerm };
}

describe('a salesperson', () => {
  const incentives = { ...scenario.incentives, optimism: 0.6, conscience: 0, effort: 0.4 };

  it('promises too much as far as he is paid on price', () => {
    expect(chanceOfOverPromise(incentives, pay(1))).toBe(0.6);
    expect(chanceOfOverPromise(incentives, pay(0.5))).toBe(0.3);
    expect(chanceOfOverPromise(incentives, pay(0.5, 0.25, 0.25))).toBe(0.15);
    expect(chanceOfOverPromise(incentives, pay(0.5, 1))).toBe(0);
    expect(chanceOfOverPromise(incentives, pay(0))).toBe(0);
  });

  it('goes for a job that pays him, whatever it is to the firm', () => {
    const bad = { margin: -0.21, usualMargin };
    // Half of the usual margin is lost: paid on price alone he does not care.
    expect(isWorthwhile(incentives, pay(0.4), bad)).toBe(true);
    // Paid on margin alone he loses; half and half, price pays .5 and margin costs .25.
    expect(isWorthwhile(incentives, pay(0.4, 1), bad)).toBe(false);
    expect(isWorthwhile(incentives, pay(0.4, 0.5), bad)).toBe(true);
    expect(isWorthwhile(incentives, pay(0.4, 0.7), bad)).toBe(false);
    // On salary he takes what comes, unless he cares.
    expect(isWorthwhile(incentives, pay(0), bad)).toBe(true);
    expect(isWorthwhile({ ...incentives, conscience: 0.1 }, pay(0), bad)).toBe(false);
    expect(isWorthwhile({ ...incentives, conscience: 0.1 }, pay(0), { margin: 0.01, usualMargin })).toBe(
      true,
    );
  });

  it('works at the pace that commission makes, but meets as long as the customer does', () => {
    expect(paceOf(incentives, pay(1))).toBe(1);
    expect(paceOf(incentives, pay(0))).toBeCloseTo(0.6, 12);
    const all = firm(['incentives.effort=40 %', 'organisation.roles.salesperson.hours=Mon-Fri 08:00-18:00']);
    new Effort({ charter: all.charter, staff: all.staff, incentives: all.scenario.incentives });
    const { kind } = all.activities.of('reporting');
    all.simulation.schedule(
      clock('Mo 08:00'),
      () => all.staff.salespeople[0]!.queue.add(new Task({ kind, minutes: 60, onDone: () => undefined })),
      undefined,
    );
    all.simulation.run(1440);
    // An hour of work at a pace of .6 takes 100 minutes.
    expect(all.lines).toEqual(['Mo 08:00 - Mo 09:40 salesperson reporting']);
    all.charter.amend({ ...all.charter.firm, pay: pay(1) });
    expect(all.staff.salespeople[0]!.person.pace).toBeCloseTo(1, 12);
  });

  it('promises too much in the share of proposals that his pay asks for (binomial, 4 standard errors)', () => {
    const trials = 4000;
    const all = firm(['incentives.optimism=50 %', 'organisation.pay.commission=40 %']);
    const desk = new BriefDesk({ ...all, sides: { skillOf: () => 1 }, draws: draws('brief') });
    for (let id = 0; id < trials; id++) desk.take(briefed(all, { id }), all.staff.leaders[0]!);
    const count = all.events.filter((event) => event.kind === 'taken' && event.isOverPromised).length;
    expect(Math.abs(count - 0.2 * trials)).toBeLessThan(4 * Math.sqrt(trials * 0.2 * 0.8));
  });
});

describe('a promise of too much', () => {
  it('wins more, unless a gate has taken it back', () => {
    const all = firm([]);
    const desk = new BriefDesk({ ...all, sides: { skillOf: () => 1 }, draws: draws('brief') });
    const opportunity = briefed(all, { faults: ['over-promised'] });
    const chance = (gain: number) =>
      winChance(
        scenario.workflow,
        { birth: { fit: 1, stakeholders: 1 }, sellingSkill: 1, chanceLeftByWaiting: 1, handOffs: 0 },
        1 + gain,
      );
    expect(chance(desk.winGainOf(opportunity)) / chance(0)).toBeCloseTo(1.2, 12);
    opportunity.brief!.faults.clear();
    expect(desk.winGainOf(opportunity)).toBe(0);
  });

  it('is due sooner, done again by a quarter, and told of', () => {
    // Wanted by Friday 08:00 of the first week if the promise is kept honest: four days, less a quarter.
    const all = firm([
      'production.products.project.lead=4 days',
      'incentives.overPromise.sooner=75 %',
      'briefs.rework.settling=0 min',
    ]);
    const opportunity = briefed(all, { faults: ['over-promised'] });
    all.simulation.schedule(clock('Mo 08:00'), () => produce(all, opportunity), undefined);
    all.simulation.run(14 * 1440);
    expect(all.lines.slice(-6)).toEqual([
      'Tu 15:30 found at-delivery',
      'Tu 15:30 complaint about 1',
      // A quarter of eight and of eight hours.
      'Tu 15:30 - Tu 17:00 engineering rework',
      'We 08:00 - We 08:30 engineering rework',
      'We 08:30 - We 10:30 production rework',
      // Promised for Tuesday at eight instead of Friday.
      'We 10:30 delivered late',
    ]);
  });
});

describe('what is told of the firm', () => {
  const options = { slope: 2, reference: 0.9, floor: 0.5, memory: 0.1, lag: 6 * MONTH };

  it('sinks with each project that did not go well, gets around with a lag, and comes back', () => {
    const reputation = new Reputation(options);
    reputation.remember(false, 0);
    expect(reputation.level).toBeCloseTo(0.81, 12);
    expect(reputation.multiplier(0)).toBe(1);
    // After one lag 1 - 1/e of the drop of 9 points has got around.
    expect(reputation.multiplier(options.lag)).toBeCloseTo(1 - 2 * 0.09 * (1 - Math.exp(-1)), 12);
    for (let nth = 0; nth < 50; nth++) reputation.remember(true, options.lag);
    expect(reputation.multiplier(20 * options.lag)).toBe(1);
    for (let nth = 0; nth < 50; nth++) reputation.remember(false, 20 * options.lag);
    expect(reputation.multiplier(60 * options.lag)).toBe(0.5);
  });

  it('is of no consequence with slope 0', () => {
    const reputation = new Reputation({ ...options, slope: 0 });
    reputation.remember(false, 0);
    expect(reputation.multiplier(options.lag)).toBe(1);
  });

  it("weighs in an account's memory as much as is said, beside cases and deliveries", () => {
    const { feedback } = scenario.service;
    const remembering = { ...feedback, projects: { weight: 0.5, memory: 0.5 } };
    const quality = new QualityMemory(remembering, 0);
    quality.rememberProject(false, 0);
    // Half of a memory that has sunk from .85 to .425.
    expect(quality.at(1e9)).toBeCloseTo(0.85 - 0.5 * 0.425, 9);
    const indifferent = new QualityMemory(feedback, 0);
    indifferent.rememberProject(false, 0);
    expect(indifferent.at(1e9)).toBe(0.85);
  });
});
