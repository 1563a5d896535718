import { describe, expect, it } from 'vitest';
import { Charter } from '../../../sim/model/charter.ts';
import type { Seat } from '../../../sim/model/people/seat.ts';
import type { Staff } from '../../../sim/model/people/staff.ts';
import { Coaching } from '../../../sim/model/work/coaching.ts';
import { Management } from '../../../sim/model/work/management.ts';
import { Office, clock, clockText, weekdays } from '../people/office.ts';
import { constantActivities, scenarioWith } from './stubs.ts';

const HOURS = weekdays(['08:00', '12:00'], ['13:00', '17:00']);
const WEEK = 10_080;

/** One sales manager, some salespeople, an hour of coaching for each and eight hours of reports. */
function managing(heads: number) {
  const scenario = scenarioWith('organisation.management.sales=true');
  const office = new Office();
  const { simulation } = office;
  const [max, ...people] = ['Max', ...Array.from({ length: heads }, (_, i) => `S${i}`)].map((name) =>
    office.person(name, { hours: HOURS }),
  );
  const seatOf = ({ person, queue }: (typeof people)[number], index: number) =>
    ({ role: 'salesperson', index, person, queue, isOpen: true }) as Seat;
  const seats = people.map(seatOf);
  const watchers: { onClosed?: (seat: Seat) => void }[] = [];
  const staff = {
    salesManagers: { queue: max!.queue, seats: { open: [seatOf(max!, 0)] } },
    seatsOf: () => ({ open: seats, watch: (watcher: object) => watchers.push(watcher) }),
  } as unknown as Staff;
  const coached: string[] = [];
  const due: number[] = [];
  const coaching = new Coaching({ simulation, scenario, service: { open: [] } });
  const observer = {
    ...office.observer,
    onCoachingDue: (at: number) => due.push(at),
    onCoached: (at: number) => coached.push(clockText(at)),
  };
  const charter = new Charter(scenario.organisation);
  const activities = constantActivities(scenario);
  new Management({ simulation, observer, charter, staff, activities, coaching }).start();
  for (const { person } of [max!, ...people]) person.start();
  return { simulation, seats, watchers, coached, due, coaching, max: max!, people };
}

describe('a sales manager', () => {
  it('reports on Monday, then coaches one after the other, who lose the hour too', () => {
    const { simulation, coached, people } = managing(2);
    simulation.run(clock('We 00:00'));
    expect(coached).toEqual(['Tu 09:00', 'Tu 10:00']);
    expect(people.map(({ queue }) => queue.length)).toEqual([0, 0]);
  });

  it('finds time for as many as the week has hours, and drops the others', () => {
    // 40 hours less 8 for reports: 32 of 36 are coached in each week; the last ends on Friday at five.
    const { simulation, coached, due } = managing(36);
    simulation.run(2 * WEEK);
    expect(due).toHaveLength(72);
    expect(coached).toHaveLength(64);
    expect(coached[31]).toBe('Fr 17:00');
    expect(coached[32]).toBe('Tu 09:00');
  });

  it('spends a working week on a successor for whoever has left', () => {
    const { simulation, seats, watchers, coached } = managing(1);
    simulation.schedule(
      clock('Mo 00:00'),
      () => watchers.forEach(({ onClosed }) => onClosed?.(seats[0]!)),
      undefined,
    );
    simulation.run(2 * WEEK);
    // A day of reports and five of hiring fill the week and Monday; the reports of the next one Tuesday.
    expect(coached).toEqual(['We 09:00']);
  });
});

describe('coaching', () => {
  const seat = {} as Seat;
  const simulated = (...overrides: string[]) => {
    const { simulation } = new Office();
    // Of the two in customer service one is ever coached.
    const service = { open: [seat, {} as Seat] };
    return {
      simulation,
      coaching: new Coaching({ simulation, scenario: scenarioWith(...overrides), service }),
    };
  };

  it('raises the chance to win, and wears off', () => {
    const { simulation, coaching } = simulated('coaching.winGain=20 %', 'coaching.fades=2 weeks');
    expect(coaching.winFactor(seat)).toBe(1);
    coaching.coach(seat);
    expect(coaching.winFactor(seat)).toBe(1.2);
    simulation.run(2 * WEEK);
    expect(coaching.winFactor(seat)).toBeCloseTo(1 + 0.2 / Math.E, 12);
  });

  it('makes a pool faster by the mean of its people', () => {
    const { coaching } = simulated('coaching.paceGain=20 %');
    coaching.coach(seat);
    // One of two is coached: a gain of 10 %.
    expect(coaching.serviceTime()).toBeCloseTo(1 / 1.1, 12);
  });

  it('does nothing unless told', () => {
    const { coaching } = simulated();
    coaching.coach(seat);
    expect([coaching.winFactor(seat), coaching.serviceTime()]).toEqual([1, 1]);
  });
});
