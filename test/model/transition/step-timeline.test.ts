import { describe, expect, it } from 'vitest';
import { Effectiveness } from '../../../sim/model/transition/effectiveness.ts';
import { timeUseOf } from '../../../sim/model/observer.ts';
import { clock, Office, weekdays } from '../people/office.ts';

const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);
const REPORTING = timeUseOf('reporting');

describe('the day of a step', () => {
  it('passes on what waits and is not begun, to somebody who is slow at it at first', () => {
    // Sam is at a debrief until 09:30 when reporting is taken from him at 09:10: what waits of it goes to Cora, who
    // does half in the same time (20 minutes take 40, until 09:50); his brief stays, and he takes it up at 09:30.
    const office = new Office();
    const sam = office.person('Sam', { hours: EIGHT_TO_FIVE });
    const cora = office.person('Cora', { hours: EIGHT_TO_FIVE });
    const effectiveness = new Effectiveness({
      learning: { from: 0.5, over: 100_000_000 },
      resistance: { loss: 0, over: 1 },
    });
    cora.person.paceAt = ({ kind }) => effectiveness.paceAt(1, kind.timeUse, office.simulation.now);
    office.at('Mo 09:00', () => {
      sam.queue.add(office.task('debrief', 30));
      sam.queue.add(office.task('reporting', 20));
      sam.queue.add(office.task('take-brief', 15));
    });
    office.at('Mo 09:10', () => {
      effectiveness.learn(1, REPORTING, { at: clock('Mo 09:10'), tools: 1 });
      sam.queue.pass(({ kind }) => (kind.timeUse === REPORTING ? cora.queue : undefined));
    });
    const timeline = office.timeline('Mo 10:00').map((line) => line.replace(/09:50\.\d+/, '09:50'));
    expect(timeline.slice(2)).toEqual([
      'Mo 09:00 begun after 0 | Sam engaged | queued | queued | Sam working',
      'Mo 09:10 dequeued | begun after 10 | Cora engaged | Cora working',
      'Mo 09:30 Sam debrief from 09:00 | debrief done | dequeued | begun after 30',
      'Mo 09:45 Sam take-brief from 09:30 | take-brief done | Sam available | Sam idle',
      'Mo 09:50 Cora reporting from 09:10 | reporting done | Cora available | Cora idle',
    ]);
  });
});
