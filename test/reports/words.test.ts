import { weeksInWords } from '../../reports/words/weeks.ts';
import { describe, expect, it } from 'vitest';
import { figuresInWords, type Comparison } from '../../reports/words/comparison.ts';
import { amount, interval, isExact, percent } from '../../reports/words/notation.ts';
import { smoothed } from '../../reports/charts/smoothing.ts';
import { figure } from './small-result.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const difference = { isDifference: true };

describe('numbers', () => {
  it('have as many digits as their interval deserves', () => {
    expect(plain(amount(figure(16.912, [16.6, 17.2], 'per week')))).toBe('16.9 a week');
    expect(plain(amount(figure(0.8173, [0.81, 0.825])))).toBe('81.7 %');
    expect(plain(amount(figure(3_645_123, [3_602_000, 3_688_000], '$ per year')))).toBe('$3,645k a year');
  });

  it('have a sign and points where they are differences', () => {
    expect(plain(amount(figure(0.075, [0.073, 0.077]), difference))).toBe('+7.5 points');
    expect(plain(amount(figure(-310_000, [-310_000, -310_000], '$ per year'), difference))).toBe(
      '−$310k a year',
    );
  });

  it('do not look like zero where an end of their interval is not', () => {
    expect(interval(figure(-3.3, [-6.6, -0.03], 'hours'), difference)).toBe('−6.60 to −0.03');
    expect(interval(figure(-3.3, [-6.6, 0], 'hours'), difference)).toBe('−6.6 to 0.0');
  });

  it('are nothing but zero where they are', () => {
    expect(amount(figure(0, [-5000, 12_000], '$ per year'), difference)).toBe('$0 a year');
  });

  it('are a dash where they do not exist', () => {
    expect(amount({ mean: null, ci95: null, unit: 'share' })).toBe('–');
    expect(interval({ mean: 1, ci95: null, unit: 'share' })).toBeUndefined();
  });

  it('have no interval if they are the same in every replication, but for rounding errors', () => {
    expect(isExact(figure(1 / 3, [1 / 3 - 1e-16, 1 / 3 + 1e-16]))).toBe(true);
    expect(isExact(figure(0, [0, 0]))).toBe(true);
    expect(isExact(figure(1, [0.999, 1.001]))).toBe(false);
    expect(isExact(figure(1, null))).toBe(false);
  });

  it('of two organisations differ in writing if they do in fact', () => {
    const comparison = {
      id: 'cycle-time',
      title: 'Cycle time',
      a: figure(9.8, [9, 11], 'weeks'),
      b: figure(10.4, [7, 14], 'weeks'),
      difference: { ...figure(0.6, [0.1, 1.1], 'weeks'), correlation: 0.9, verdict: 'higher' },
    } as Comparison;
    expect(figuresInWords(comparison)).toEqual(['9.8', '10.4 weeks']);
  });

  it('of shares become per cent', () => {
    expect(plain(percent(0.26))).toBe('26 %');
    expect(plain(percent(-0.071))).toBe('−7.1 %');
  });
});

describe('four-week means', () => {
  it('weigh five weeks, the outermost half, and have none at the ends', () => {
    const weeks = Array.from({ length: 12 }, (_, week) => (week === 5 ? 8 : 0));
    expect(smoothed(weeks)).toEqual([null, null, 0, 1, 2, 2, 2, 1, 0, 0, null, null]);
  });

  it('leave weeks without a figure out', () => {
    const weeks = [1, 1, 1, null, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(smoothed(weeks).slice(2, 6)).toEqual([1, null, 1, 1]);
  });

  it('are not taken of short runs', () => {
    expect(smoothed([1, 2, 3])).toEqual([1, 2, 3]);
  });
});

describe('weeks in words', () => {
  it('are counted as people count them', () => {
    const of = (from: number, to: number) => weeksInWords({ from, to });
    expect([of(2, 3), of(2, 4), of(2, 5), of(0, 0)]).toEqual([
      'week 3',
      'weeks 3 and 4',
      'weeks 3 to 5',
      'week 1',
    ]);
  });
});
