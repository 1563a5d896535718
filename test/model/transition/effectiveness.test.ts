import { describe, expect, it } from 'vitest';
import { Effectiveness } from '../../../sim/model/transition/effectiveness.ts';

const WEEK = 10_080;
const RULES = {
  learning: { from: 0.6, over: 8 * WEEK },
  resistance: { loss: 0.1, over: 12 * WEEK },
};
const COORDINATOR = 1;
const DIALLING = 3;

describe('a role at an activity that is new to it', () => {
  it('is at 60 % at first, at 80 % after half of the time, and at the full pace when it has learnt', () => {
    const effectiveness = new Effectiveness(RULES);
    expect(effectiveness.paceAt(COORDINATOR, DIALLING, 0)).toBe(1);
    effectiveness.learn(COORDINATOR, DIALLING, { at: 10 * WEEK, tools: 1 });
    const paceIn = (week: number) => effectiveness.paceAt(COORDINATOR, DIALLING, week * WEEK);
    expect(paceIn(10)).toBeCloseTo(0.6, 12);
    expect(paceIn(14)).toBeCloseTo(0.8, 12);
    expect(paceIn(18)).toBe(1);
    expect(paceIn(100)).toBe(1);
    expect(effectiveness.paceAt(COORDINATOR, DIALLING + 1, 10 * WEEK)).toBe(1);
    expect(effectiveness.paceAt(COORDINATOR + 1, DIALLING, 10 * WEEK)).toBe(1);
  });

  it('keeps what better tools give, time after time, and learns each of them', () => {
    const effectiveness = new Effectiveness(RULES);
    effectiveness.learn(COORDINATOR, DIALLING, { at: 0, tools: 1.1 });
    expect(effectiveness.paceAt(COORDINATOR, DIALLING, 0)).toBeCloseTo(0.66, 12);
    expect(effectiveness.paceAt(COORDINATOR, DIALLING, 8 * WEEK)).toBeCloseTo(1.1, 12);
    effectiveness.learn(COORDINATOR, DIALLING, { at: 20 * WEEK, tools: 1.2 });
    expect(effectiveness.paceAt(COORDINATOR, DIALLING, 20 * WEEK)).toBeCloseTo(0.6 * 1.32, 12);
    expect(effectiveness.paceAt(COORDINATOR, DIALLING, 40 * WEEK)).toBeCloseTo(1.32, 12);
  });
});

describe('a salesperson from whom something has been taken', () => {
  it('is a tenth less effective at first, a twentieth after six weeks, and as before after twelve', () => {
    const effectiveness = new Effectiveness(RULES);
    effectiveness.resist(4, 2 * WEEK);
    expect(effectiveness.ofSalesperson(4, 2 * WEEK)).toBeCloseTo(0.9, 12);
    expect(effectiveness.ofSalesperson(4, 8 * WEEK)).toBeCloseTo(0.95, 12);
    expect(effectiveness.ofSalesperson(4, 14 * WEEK)).toBe(1);
    expect(effectiveness.ofSalesperson(3, 2 * WEEK)).toBe(1);
  });
});
