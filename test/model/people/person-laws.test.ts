import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeUseOf } from '../../../sim/model/observer.ts';
import type { Person } from '../../../sim/model/people/person.ts';
import type { TaskQueue } from '../../../sim/model/people/task-queue.ts';
import { MINUTES_PER_DAY } from '../../../sim/time/working-time.ts';
import { FILLER, Ledger, LONGEST, queueOf, scenario, TASK, type Scenario, type Stretch } from './ledger.ts';

/** Runs a scenario, looking at everybody twice a minute, between the events, all of which fall on whole minutes. */
function watch(of: Scenario): Ledger {
  const ledger = new Ledger(of);
  const { people, simulation } = ledger;
  const states = people.map((): string[] => []);
  for (let minute = 0; !ledger.isQuiet; minute++) {
    if (minute > LONGEST * MINUTES_PER_DAY) expect.fail('something is never done');
    simulation.run(minute + 0.5);
    people.forEach((one, index) => {
      states[index]!.push(one.state);
      expectNothingMissed(one, ledger.queues[queueOf(index)]!);
    });
  }
  people.forEach((one, index) => expectMinutesAddUp(ledger.stretches[index]!, states[index]!, one));
  return ledger;
}

/** Whoever is free does what there is to do. */
function expectNothingMissed(one: Person, queue: TaskQueue): void {
  const next = queue.next(one.whereabouts.isAtBase());
  if (next !== undefined && one.isFreeFor(next)) {
    expect.fail(`person ${one.index} is ${one.state} at ${one.since} while a task waits`);
  }
}

/** Each minute is spent in one way: as told, and otherwise idle or at rest. */
function expectMinutesAddUp(stretches: readonly Stretch[], states: readonly string[], one: Person): void {
  const told = new Array<string>(states.length).fill('');
  let lastEnd = 0;
  for (const { timeUse, from, to } of stretches) {
    expect(from).toBeGreaterThanOrEqual(lastEnd);
    expect(to).toBeGreaterThanOrEqual(from);
    lastEnd = to;
    told.fill(stateOf(timeUse), from, to);
  }
  // What is going on has not been told yet.
  if (one.state !== 'idle' && one.state !== 'resting') told.fill(one.state, one.since);
  states.forEach((state, minute) => {
    const expected = state === 'idle' || state === 'resting' ? '' : state;
    if (told[minute] !== expected) {
      expect.fail(`person ${one.index} is ${state} at minute ${minute}, and is told to be ${told[minute]!}`);
    }
  });
}

function stateOf(timeUse: number): string {
  if (timeUse === TASK || timeUse === FILLER) return 'working';
  if (timeUse === timeUseOf('travel')) return 'travelling';
  return timeUse === timeUseOf('waiting') ? 'waiting' : 'meeting';
}

describe('people at work, whatever comes', () => {
  it('spend each minute in one way, lose no task, no minute of work and no appointment', () => {
    const property = fc.property(scenario, (of) => {
      const ledger = watch(of);
      expectTasksAccountedFor(ledger, of);
      expectWorkInHours(ledger, of);
      expectAppointmentsKept(ledger);
      expectLittle(ledger);
    });
    fc.assert(property, { seed: 20261122, numRuns: 200 });
  });
});

/** Each task ends done, withdrawn or dropped, and what was worked on it is what it takes and the time to find back. */
function expectTasksAccountedFor({ stories, people }: Ledger, of: Scenario): void {
  for (const { task, queue, end, worked, stints } of stories.values()) {
    // A filler may still be at hand; otherwise it is in the drawer.
    if (people.some((one) => one.task === task)) {
      expect(task.yields).toBe(true);
      continue;
    }
    expect(task.isWaiting).toBe(false);
    expect(end === 'open').toBe(task.yields && task.remaining > 0);
    if (end === 'done') expect(task.remaining).toBe(0);
    if (end === 'dropped') expect(stints).toBe(0);
    const foundBack = Math.max(0, stints - 1) * of.people[queue]!.switchingMinutes;
    expect(worked).toBeCloseTo(task.minutes - task.remaining + foundBack, 6);
  }
}

function expectWorkInHours({ people, stretches }: Ledger, of: Scenario): void {
  people.forEach(({ shift: { workingTime } }, index) => {
    const { finishesAfterHours } = of.people[index]!;
    for (const { timeUse, from, to } of stretches[index]!) {
      if (stateOf(timeUse) !== 'working') continue;
      expect(workingTime.isWorking(from) || to === from).toBe(true);
      if (!finishesAfterHours) expect(workingTime.between(from, to)).toBeCloseTo(to - from, 6);
    }
  });
}

/** Everybody is at each appointment from its first minute, and at no other. */
function expectAppointmentsKept({ agreed, people, stretches }: Ledger): void {
  people.forEach((one, index) => {
    const attended = stretches[index]!.filter(({ timeUse }) => stateOf(timeUse) === 'meeting');
    const mine = agreed
      .filter((appointment) => appointment.people.includes(one))
      .sort((a, b) => a.start - b.start);
    expect(attended.map(({ from, to }) => [from, to])).toEqual(
      mine.map(({ start, end, isHeld }) => [start, isHeld === true ? end : Math.min(end, start + 5)]),
    );
  });
}

/** From empty to empty: the area under the queue is the sum of what each task waited, in however many spells. */
function expectLittle({ queues, stories, queueMinutes }: Ledger): void {
  queues.forEach((queue, index) => {
    expect(queue.length).toBe(0);
    const waited = [...stories.values()]
      .filter((story) => story.queue === index && !story.task.yields)
      .reduce((sum, { came, left, worked }) => sum + left! - came - worked, 0);
    expect(queueMinutes[index]).toBeCloseTo(waited, 6);
  });
}
