import { describe, expect, it } from 'vitest';
import { timeUseOf, type DecidedOpportunity } from '../../../sim/model/observer.ts';
import { Fortnight } from '../../../sim/recorder/illustration/fortnight.ts';
import { Journeys } from '../../../sim/recorder/illustration/journeys.ts';

const DAY = 1440;
const OPPORTUNITY = { kind: 'opportunity', id: 1 } as const;

function wonAt(id: number, age: number): DecidedOpportunity {
  return { id, outcome: 'won', age, furthest: 'asked', phaseMinutes: undefined };
}

/** A fortnight in which people, by number, have held so many meetings. */
function fortnightOf(...meetings: readonly number[]): Fortnight {
  const fortnight = new Fortnight(0, 0);
  meetings.forEach((count, index) => {
    fortnight.spend({ role: 0, index }, timeUseOf('reporting'), 0, 10);
    for (let nth = 0; nth < count; nth++) {
      const held = { about: OPPORTUNITY, nth, activity: 'closing', isJoint: false, waited: 0 } as const;
      fortnight.meet({ ...held, by: { role: 0, index }, isCovered: false, start: nth * DAY });
    }
  });
  return fortnight;
}

describe('whose weeks are shown', () => {
  it.each([
    { meetings: [5], shown: 0 },
    { meetings: [9, 2, 4], shown: 2 },
    { meetings: [9, 4, 2, 4], shown: 1 },
    { meetings: [3, 1, 2, 4], shown: 2 },
  ])('is number $shown of those with $meetings meetings', ({ meetings, shown }) => {
    expect(fortnightOf(...meetings).shown().index).toBe(shown);
  });

  it('leaves out other roles, and what began before', () => {
    const fortnight = new Fortnight(0, DAY);
    fortnight.spend({ role: 1, index: 0 }, 0, DAY, DAY + 5);
    fortnight.spend({ role: 0, index: 3 }, 0, DAY - 5, DAY + 5);
    expect(fortnight.shown()).toEqual({ index: 0, agenda: [], legs: [], meetings: 0 });
  });

  it('makes one interval of what goes on without a pause for the same', () => {
    const fortnight = new Fortnight(0, 0);
    const spend = (from: number, to: number, id: number) =>
      fortnight.spend({ role: 0, index: 0 }, timeUseOf('prepare'), from, to, { kind: 'opportunity', id });
    spend(0, 10, 1);
    spend(10, 30, 1);
    spend(30, 40, 2);
    spend(45, 50, 2);
    expect(fortnight.shown().agenda.map(({ from, to, about }) => [from, to, about])).toEqual([
      [0, 30, 'opportunity-1'],
      [30, 40, 'opportunity-2'],
      [45, 50, 'opportunity-2'],
    ]);
  });
});

describe('which deal is shown', () => {
  /** Wins opportunities that took so many days, by number, after one meeting each if not said otherwise. */
  function won(days: readonly number[], met: (id: number) => boolean = () => true): Journeys {
    const journeys = new Journeys();
    days.forEach((took, id) => {
      journeys.arrive({ id, source: 'inbound', account: undefined, value: 1 }, 0);
      if (met(id)) journeys.meet(id, 'closing', 60, 120);
      journeys.decide(wonAt(id, took * DAY), took * DAY);
    });
    return journeys;
  }

  it('is the one with the median cycle time, the lower one of two, the lower number of equal ones', () => {
    expect(won([30, 10, 20]).shown(0)?.opportunity).toBe(2);
    expect(won([30, 10, 20, 40]).shown(0)?.opportunity).toBe(2);
    expect(won([30, 20, 20]).shown(0)?.opportunity).toBe(2);
    expect(won([20, 20, 20]).shown(0)?.opportunity).toBe(1);
  });

  it('is one decided after the warm-up and met by the firm, if there is one', () => {
    expect(won([30, 10, 20]).shown(25 * DAY)?.opportunity).toBe(0);
    expect(won([30, 10, 20], (id) => id === 1).shown(0)?.opportunity).toBe(1);
    expect(won([30, 10, 20]).shown(99 * DAY)?.opportunity).toBe(2);
    expect(won([]).shown(0)).toBeNull();
  });

  it('waits for a day, for the meeting, for the customer, and for the solution after a discovery', () => {
    const journeys = new Journeys();
    journeys.arrive({ id: 4, source: 'inbound', account: undefined, value: 1 }, 0);
    journeys.waitFor(4, 'booking', 0);
    journeys.waitFor(4, 'appointment', 100);
    journeys.spend(4, { role: 0, index: 1 }, timeUseOf('requirement-discovery'), 400, 460);
    journeys.meet(4, 'requirement-discovery', 400, 460);
    journeys.waitFor(4, 'booking', 900);
    journeys.waitFor(4, 'appointment', 900);
    journeys.meet(4, 'closing', 1000, 1060);
    journeys.decide(wonAt(4, 2000), 2000);
    const { waits, steps } = journeys.shown(0)!;
    expect(waits).toEqual([
      { for: 'booking', from: 0, to: 100 },
      { for: 'appointment', from: 100, to: 400 },
      { for: 'solution', from: 460, to: 900 },
      { for: 'appointment', from: 900, to: 1000 },
      { for: 'customer', from: 1060, to: 2000 },
    ]);
    expect(steps).toEqual([
      { activity: 'requirement-discovery', role: 'salesperson', number: 2, from: 400, to: 460 },
    ]);
  });
});
