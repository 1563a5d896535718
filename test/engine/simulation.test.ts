import { describe, expect, it } from 'vitest';
import { Simulation } from '../../sim/engine/simulation.ts';
import { Timer } from '../../sim/engine/timer.ts';

describe('the simulation', () => {
  it('runs handlers in time order, with the clock at their time, and stops short of the end', () => {
    const simulation = new Simulation();
    const log: string[] = [];
    const note = (name: string) => log.push(`${simulation.now} ${name}`);
    simulation.schedule(20, note, 'c');
    simulation.schedule(10, note, 'a');
    simulation.schedule(10, note, 'b');
    simulation.schedule(30, note, 'd');
    simulation.run(30);
    expect(log).toEqual(['10 a', '10 b', '20 c']);
    expect(simulation.now).toBe(30);
    simulation.run(31);
    expect(log.at(-1)).toBe('30 d');
    expect(simulation.executed).toBe(4);
  });

  it('lets a handler schedule for its own instant, after what is already due then', () => {
    const simulation = new Simulation();
    const log: string[] = [];
    simulation.schedule(
      5,
      () => {
        log.push('first');
        simulation.schedule(5, () => log.push('third'), undefined);
      },
      undefined,
    );
    simulation.schedule(5, () => log.push('second'), undefined);
    simulation.run(6);
    expect(log).toEqual(['first', 'second', 'third']);
  });

  it.each([
    [4, 'cannot schedule at 4, which is past: the clock is at 5'],
    [NaN, 'cannot schedule at NaN, which is no time: the clock is at 5'],
    [Infinity, 'cannot schedule at Infinity, which is no time: the clock is at 5'],
  ])('refuses an event at %d with the value and the clock', (time, message) => {
    const simulation = new Simulation();
    simulation.run(5);
    expect(() => simulation.schedule(time, () => undefined, undefined)).toThrow(new RangeError(message));
  });

  it('refuses to run backwards', () => {
    const simulation = new Simulation();
    simulation.run(5);
    expect(() => simulation.run(4)).toThrow('cannot run until 4: the clock is at 5');
  });
});

describe('a timer', () => {
  it('fires once, is free again inside its handler, and can be set anew', () => {
    const simulation = new Simulation();
    const fired: number[] = [];
    const timer: Timer<string> = new Timer(
      simulation,
      () => {
        fired.push(simulation.now);
        expect(timer.isSet).toBe(false);
        if (fired.length < 3) timer.set(simulation.now + 7);
      },
      'x',
    );
    timer.set(1);
    simulation.run(100);
    expect(fired).toEqual([1, 8, 15]);
  });

  it('does nothing after it was cancelled, and cancelling twice is harmless', () => {
    const simulation = new Simulation();
    const timer = new Timer(simulation, () => expect.unreachable(), undefined);
    timer.set(1);
    timer.cancel();
    timer.cancel();
    simulation.run(2);
    expect(simulation.executed).toBe(0);
    expect(simulation.pending).toBe(0);
  });

  it('refuses to be set twice', () => {
    const simulation = new Simulation();
    const timer = new Timer(simulation, () => undefined, undefined);
    timer.set(3);
    expect(() => timer.set(4)).toThrow('timer is set for 3 and was set again for 4, at 0');
  });
});
