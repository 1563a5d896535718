import { describe, expect, it } from 'vitest';
import { decideAtLooks } from '../../sim/statistics/decision.ts';
import { looksUpTo } from '../../sim/statistics/looks.ts';
import { normalSource } from './samples.ts';

const LOOKS = looksUpTo(320, 10);
const CONFIDENCE = 0.95;

/** Figures of two organisations that share half of their variance, b being ahead by `lead`. */
function pair(normal: () => number, lead: number, replications = 320): { a: number[]; b: number[] } {
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < replications; i++) {
    const common = normal();
    a.push(10 + common + normal());
    b.push(10 + common + normal() + lead);
  }
  return { a, b };
}

function decided(figures: ReturnType<typeof pair>, zone: number) {
  return decideAtLooks({ ...figures, looks: LOOKS, confidence: CONFIDENCE, zoneOf: () => zone });
}

describe('deciding at looks', () => {
  it('ends at the first look that shows the sign, and says on what it rests', () => {
    const { verdict, replications, difference } = decided(pair(normalSource('decision/clear'), 3), 0.1);
    expect([verdict, replications]).toEqual(['higher', 10]);
    expect(difference!.interval.n).toBe(10);
    expect(decided(pair(normalSource('decision/clear'), -3), 0.1).verdict).toBe('lower');
  });

  it('calls a difference negligible as soon as the whole interval lies in the zone', () => {
    const { verdict, replications } = decided(pair(normalSource('decision/small'), 0), 1);
    expect(verdict).toBe('negligible');
    expect(LOOKS).toContain(replications);
    expect(replications).toBeLessThan(320);
  });

  it('does not end because a few replications happen to agree, unless they must', () => {
    const figures = { a: new Array<number>(40).fill(0.5), b: new Array<number>(40).fill(0.75) };
    const verdictAt = (look: number, isArithmetic?: boolean) =>
      decideAtLooks({ ...figures, looks: [look], confidence: 0.999, zoneOf: () => 0, isArithmetic }).verdict;
    // 2 x 0.5^n <= 0.001 from n = 11 on.
    expect([10, 11].map((look) => verdictAt(look))).toEqual(['undecided', 'higher']);
    expect(verdictAt(10, true)).toBe('higher');
  });

  it('says so where the budget does not suffice, and before the first look', () => {
    const open = decided(pair(normalSource('decision/open'), 0.001), 0);
    expect([open.verdict, open.replications]).toEqual(['undecided', 320]);
    const early = decided(pair(normalSource('decision/open'), 5, 9), 0);
    expect(early).toEqual({ verdict: 'undecided', replications: 0, difference: undefined });
  });

  it('is wrong no more often than it says, however often it looks, where both are equal', () => {
    const normal = normalSource('decision/equal');
    const problems = 3_000;
    let wrong = 0;
    let wrongWithoutCare = 0;
    for (let problem = 0; problem < problems; problem++) {
      const figures = pair(normal, 0);
      if (['higher', 'lower'].includes(decided(figures, 0).verdict)) wrong++;
      const careless = LOOKS.some((look) => {
        const part = { a: figures.a.slice(0, look), b: figures.b.slice(0, look) };
        return (
          decideAtLooks({ ...part, looks: [look], confidence: CONFIDENCE, zoneOf: () => 0 }).verdict !==
          'undecided'
        );
      });
      if (careless) wrongWithoutCare++;
    }
    const spread = 4 * Math.sqrt((0.05 * 0.95) / problems);
    expect(wrong / problems).toBeLessThanOrEqual(0.05 + spread);
    // Otherwise the test would prove nothing: looking at 95 % intervals again and again is wrong far more often.
    expect(wrongWithoutCare / problems).toBeGreaterThan(0.1);
  });

  it('is wrong no more often than it says where the difference is just at the edge of the zone', () => {
    const normal = normalSource('decision/edge');
    const problems = 3_000;
    let wrong = 0;
    for (let problem = 0; problem < problems; problem++) {
      if (['negligible', 'lower'].includes(decided(pair(normal, 0.5), 0.499).verdict)) wrong++;
    }
    expect(wrong / problems).toBeLessThanOrEqual(0.05 + 4 * Math.sqrt((0.05 * 0.95) / problems));
  });
});
