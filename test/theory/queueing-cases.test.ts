import { describe, expect, it } from 'vitest';
import { expectAllNear } from '../statistics/expect-near.ts';
import { ANALYTIC_CASES } from './analytic-cases.ts';
import { OUT_OF_REACH } from './out-of-reach.ts';
import file from './queueing-cases.json' with { type: 'json' };
import { testCasesOfFile } from './theory-suite.ts';
import { TIMELINES } from './timelines.ts';

interface CaseOfFile {
  readonly expected: unknown;
  readonly tolerance: { readonly type: string; readonly value?: number };
}
const cases: Readonly<Record<string, CaseOfFile>> = file.cases;

describe('the file of queueing cases', () => {
  it('has each case tested, or listed as out of reach with the reason', () => {
    const covered = [ANALYTIC_CASES, TIMELINES, OUT_OF_REACH].flatMap((table) => Object.keys(table));
    expect(covered.sort()).toEqual(Object.keys(cases).sort());
    expect(Object.entries(file.cases).filter(([key, { id }]) => key !== id)).toEqual([]);
  });
});

describe('queueing theory holds for the people and queues of the model', () => {
  testCasesOfFile(({ id }) => id < 'A21');
});

describe('the people and queues of the model keep to the timeline', () => {
  it.each(Object.entries(TIMELINES))('%s', (id, timeline) => {
    const { expected, tolerance } = cases[id]!;
    expectSameTimeline(timeline(), expected, tolerance.value!);
  });
});

/** Fails unless everything but numbers is equal, and numbers are within the tolerance. */
function expectSameTimeline(actual: unknown, expected: unknown, tolerance: number): void {
  const [actualNumbers, expectedNumbers]: [number[], number[]] = [[], []];
  expect(withoutNumbers(actual, actualNumbers)).toEqual(withoutNumbers(expected, expectedNumbers));
  expectAllNear(actualNumbers, expectedNumbers, tolerance);
}

/** The same in shape, with a word in place of each number; the numbers go into a list. */
function withoutNumbers(value: unknown, numbers: number[]): unknown {
  if (typeof value === 'number') {
    numbers.push(value);
    return 'a number';
  }
  if (Array.isArray(value)) return value.map((each) => withoutNumbers(each, numbers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, withoutNumbers(each, numbers)]);
}
