import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { Charter } from '../../../sim/model/charter.ts';
import { readiness } from '../../../sim/model/policies/readiness.ts';
import type { AskedDecision } from '../../../sim/model/observer.ts';
import { Buying } from '../../../sim/model/work/buying.ts';
import { BuyingCourse } from '../../../sim/model/work/buying-course.ts';
import type { OpenOpportunity } from '../../../sim/model/work/open-opportunity.ts';
import { SILENT } from '../people/silent-observer.ts';
import { drawsOf, scenarioWith } from './stubs.ts';

const DAY = 1440;
const WEEK = 7 * DAY;

/** One customer, and the draws of whom after the first, second ... meeting are given. */
function customer(draws: readonly number[], ...overrides: string[]) {
  const scenario = scenarioWith(...overrides);
  const simulation = new Simulation();
  const asked: AskedDecision[] = [];
  const buying = new Buying({
    simulation,
    observer: { ...SILENT, onDecisionAsked: (of) => asked.push(of) },
    scenario,
    charter: new Charter(scenario.organisation),
    draws: drawsOf((_, meeting) => draws[meeting - 1]!),
  });
  const opportunity = {
    birth: { id: 7, arrivedAt: 0 },
    salesperson: { index: 0 },
    course: new BuyingCourse(),
    meetingsHeld: 0,
  } as unknown as OpenOpportunity;
  const at = (minutes: number, act: () => void) => simulation.schedule(minutes, act, undefined);
  return { buying, opportunity, simulation, asked, at };
}

describe('readiness to buy', () => {
  it('grows with the ripening time as time constant', () => {
    // Half of the chance lacks at first; after one ripening time 1/e of that half.
    const ripe = { unripe: 0.5, ripening: 8 * WEEK, cooling: 0 };
    expect(readiness(ripe, 0)).toBe(0.5);
    expect(readiness(ripe, 8 * WEEK)).toBeCloseTo(1 - 0.5 / Math.E, 12);
  });

  it('cools by a share every week', () => {
    expect(readiness({ unripe: 0, ripening: WEEK, cooling: 0.1 }, 2 * WEEK)).toBeCloseTo(0.81, 12);
  });

  it('is complete where nothing is said of it', () => {
    expect(readiness({ unripe: 0, ripening: WEEK, cooling: 0 }, 5 * WEEK)).toBe(1);
  });
});

describe('a customer whom the firm promises news', () => {
  it('minds what has not come in time, and nothing that is not due yet', () => {
    const { buying, opportunity, simulation, asked, at } = customer(
      [],
      'buying.followUpWithin=3 days',
      'buying.followUpLoss=10 %',
    );
    let left = NaN;
    // Met on days 0, 10, 20 and 29: heard of on day 2, on day 14, never, and not before day 32.
    for (const [met, heard] of [
      [0, 2],
      [10, 14],
      [20, undefined],
      [29, undefined],
    ] as const) {
      at(met * DAY, () => {
        const onFollowedUp = buying.onHeld(opportunity);
        if (heard !== undefined) at(heard * DAY, onFollowedUp);
      });
    }
    at(30 * DAY, () => (left = buying.askToDecide(opportunity)));
    simulation.run(31 * DAY);
    // Broken: that of day 10, kept a day late, and that of day 20.
    expect(asked).toEqual([{ readiness: 1, brokenPromises: 2, stepsTooSoon: 0 }]);
    expect(left).toBeCloseTo(0.9 * 0.9, 12);
  });
});

describe('a customer who is not where the next step needs him', () => {
  // After the first meeting he is out of step (0.1 < 0.3), after the second he would be too, after the third not.
  const draws = [0.1, 0.2, 0.9];
  const overrides = ['buying.outOfStep=30 %', 'buying.outOfStepLoss=40 %'];
  const after = (meetings: number, of: ReturnType<typeof customer>) => {
    of.opportunity.meetingsHeld = meetings;
    return of.buying.nextStep(of.opportunity);
  };

  it('goes on with a smaller chance where the seller keeps to a schedule', () => {
    const met = customer(draws, ...overrides);
    expect([1, 2, 3].map((meetings) => after(meetings, met))).toEqual([0.6, 0.6, 1]);
    expect(met.opportunity.course.stepsTooSoon).toBe(2);
  });

  it('is met once more where the seller follows him, and then goes on', () => {
    const met = customer(draws, ...overrides, 'organisation.pursuit.nextStep=customer-stage');
    // The second meeting is the one more: no question is asked after it. After the third he is in step.
    expect([1, 2, 3].map((meetings) => after(meetings, met))).toEqual([undefined, 1, 1]);
    expect(met.opportunity.course.stepsTooSoon).toBe(0);
  });

  it('is asked for a closing meeting only when the deal is old enough', () => {
    const { buying, opportunity, simulation, at } = customer(
      [],
      'organisation.pursuit.closeNotBefore=10 days',
    );
    const waits: number[] = [];
    for (const day of [4, 12]) at(day * DAY, () => waits.push(buying.minutesUntil('closing', opportunity)));
    at(4 * DAY, () => waits.push(buying.minutesUntil('presentation', opportunity)));
    simulation.run(13 * DAY);
    expect(waits).toEqual([6 * DAY, 0, 0]);
  });
});
