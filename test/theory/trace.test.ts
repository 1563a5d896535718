import { describe, expect, it } from 'vitest';
import { Draws } from './draws.ts';
import { QueueingSystem } from './queueing-system.ts';

const [ORDINARY, URGENT] = [0, 1];

describe('a timeline worked out by hand', () => {
  it('has an interruption, a customer who gives up, and a service that goes on after the break', () => {
    const system = new QueueingSystem(
      {
        stations: [
          {
            servers: 1,
            interruptingUrgency: 0,
            // To find back into what was put aside.
            switchingMinutes: 1,
            hours: () => ({
              period: 1000,
              intervals: [
                { from: 0, to: 10 },
                { from: 14, to: 1000 },
              ],
            }),
          },
        ],
        sources: [
          {
            urgency: 1,
            list: [
              { at: 1, minutes: 4 },
              { at: 2, minutes: 3 },
              { at: 3, minutes: 5, patience: 2 },
            ],
          },
          { urgency: 0, list: [{ at: 4, minutes: 2 }] },
        ],
      },
      new Draws({ seed: 0, replication: 0, test: '' }),
      true,
    );
    system.simulation.run(100);

    const visits = system.visits.map(({ arrived, begun, ended, outcome }) => [
      arrived,
      begun,
      ended,
      outcome,
    ]);
    expect(visits).toEqual([
      [1, 1, 8, 'served'],
      [2, 8, 16, 'served'],
      [3, undefined, 5, 'abandoned'],
      [4, 4, 6, 'served'],
    ]);
    expect(system.stints.map(({ source, from, to }) => [source, from, to])).toEqual([
      [ORDINARY, 1, 4], // three of four minutes
      [URGENT, 4, 6],
      [ORDINARY, 6, 8], // one minute to find back, and the fourth
      [ORDINARY, 8, 10], // two of three minutes until the break
      [ORDINARY, 14, 16], // one minute to find back, and the third
    ]);
    expect(system.states.map(({ at, engaged, waiting }) => [at, engaged, waiting]).at(-1)).toEqual([
      16, 0, 0,
    ]);
  });
});
