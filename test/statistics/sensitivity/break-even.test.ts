import { describe, expect, it } from 'vitest';
import { crossingBetween } from '../../../sim/statistics/sensitivity/break-even.ts';

async function search(of: {
  margin: (value: number) => number;
  near: number;
  far: number;
  steps: number;
  isWhole?: boolean;
}) {
  const tried: number[] = [];
  const crossing = await crossingBetween({
    near: { at: of.near, margin: of.margin(of.near) },
    far: { at: of.far, margin: of.margin(of.far) },
    steps: of.steps,
    isWhole: of.isWhole ?? false,
    probe: (at) => {
      tried.push(at);
      return Promise.resolve({ at, margin: of.margin(at) });
    },
  });
  return { ...crossing, tried };
}

describe('the search for a break-even', () => {
  it('finds a known root, from either side', async () => {
    const margin = (x: number) => (2 - x ** 3) / (1 + Math.abs(2 - x ** 3));
    const forth = await search({ margin, near: 0, far: 3, steps: 12 });
    expect(forth.at).toBeCloseTo(Math.cbrt(2), 2);
    const back = await search({ margin: (x) => -margin(x), near: 3, far: 0, steps: 12 });
    expect(back.at).toBeCloseTo(Math.cbrt(2), 2);
  });

  it('finds the root of a line in one step, and stays within its budget', async () => {
    const line = await search({ margin: (x) => 0.3 - x / 10, near: 0, far: 10, steps: 1 });
    expect(line.at).toBeCloseTo(3, 9);
    const none = await search({ margin: (x) => 0.3 - x / 10, near: 0, far: 10, steps: 0 });
    expect(none.at).toBeCloseTo(3, 9);
    expect(none.tried).toEqual([]);
    expect(line.tried).toHaveLength(1);
  });

  it('closes in on a jump', async () => {
    const jump = await search({ margin: (x) => (x < 7.3 ? 0.9 : -0.1), near: 0, far: 10, steps: 20 });
    expect(jump.at).toBeGreaterThan(7.1);
    expect(jump.at).toBeLessThan(7.5);
    expect(jump.near).toBeLessThan(7.3);
    expect(jump.far).toBeGreaterThanOrEqual(7.3);
  });

  it('gives the first whole number beyond, and tries only whole ones, each once', async () => {
    const { at, tried } = await search({
      margin: (x) => (x <= 4 ? 0.5 : -0.5),
      near: 1,
      far: 12,
      steps: 10,
      isWhole: true,
    });
    expect(at).toBe(5);
    expect(tried.every(Number.isInteger)).toBe(true);
    expect(new Set(tried).size).toBe(tried.length);
  });
});
