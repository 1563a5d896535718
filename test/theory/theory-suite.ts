import { it } from 'vitest';
import { ANALYTIC_CASES } from './analytic-cases.ts';
import { expectTheory } from './expect-theory.ts';
import type { AnalyticCase } from './families.ts';
import file from './queueing-cases.json' with { type: 'json' };

/** A case with its closed form. */
export type OwnCase = AnalyticCase & { readonly expected: unknown };

/** A test for each case, named so that its failure can be replayed. */
export function testEach(cases: Readonly<Record<string, OwnCase>>): void {
  it.each(Object.entries(cases))('%s', (name, test) => expectTheory({ name, ...test }));
}

/** A test for each stochastic case of the file that is chosen: two test files share them, to run side by side. */
export function testCasesOfFile(isChosen: (of: { readonly id: string }) => boolean): void {
  const cases: Readonly<Record<string, { readonly expected: unknown }>> = file.cases;
  const chosen = Object.entries(ANALYTIC_CASES).filter(([id]) => isChosen({ id }));
  it.each(chosen)('%s', (name, test) => expectTheory({ name, expected: cases[name]!.expected, ...test }));
}
