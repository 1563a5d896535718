import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load, overridesOf, randomCases, type LoadedCase } from './random-scenario.ts';
import { runUnderLaws } from './run-under-laws.ts';
import { SMALL_FIRM, replayCommand } from './small-firm.ts';

/** Random scenarios in each test; a longer search: LAWS_RUNS=2000 npx vitest run test/laws. */
const RUNS = Number(process.env['LAWS_RUNS'] ?? 36);
const SEED = Number(process.env['LAWS_SEED'] ?? 20260101);

/** Holds for random scenarios; the smallest one for which it does not is printed with the command that replays it. */
function holds(runs: number, law: (drawn: LoadedCase) => readonly string[]): void {
  fc.assert(
    fc.property(randomCases, (drawn) => {
      const faults = law(drawn);
      if (faults.length > 0) throw new Error([...faults, '', replayCommand(drawn)].join('\n'));
    }),
    { numRuns: runs, seed: SEED, endOnFailure: false },
  );
}

function runOf({ scenario, seed }: LoadedCase) {
  return runUnderLaws(scenario, seed);
}

describe('every run of every scenario', () => {
  it('loses nobody and nothing, and has nobody in two places, late, or at work after hours', () => {
    let decided = 0;
    holds(RUNS, (drawn) => {
      const run = runOf(drawn);
      decided += run.decided;
      return run.faults;
    });
    expect(decided).toBeGreaterThan(10 * RUNS);
  });

  it('gives the same figures again, bit for bit, and with every default written out', () => {
    holds(RUNS / 6, (drawn) => {
      const first = runOf(drawn);
      const again = runOf(
        load({ ...drawn, overrides: ['description=nothing changes', ...drawn.overrides] })!,
      );
      const differs = first.values.some((value, i) => !Object.is(value, again.values[i]));
      return differs ? ['an organisation that changes nothing differs'] : [];
    });
  });

  it('meets the same market, whatever the organisation', () => {
    fc.assert(
      fc.property(randomCases, overridesOf('organisation'), (drawn, organisation) => {
        const other = load({ ...drawn, overrides: [...drawn.overrides, ...organisation] });
        fc.pre(other !== undefined);
        expect(runOf(other).tapeHash, replayCommand(other)).toBe(runOf(drawn).tapeHash);
      }),
      { numRuns: RUNS / 6, seed: SEED },
    );
  });
});

describe('the generator', () => {
  it('makes nearly every part of a scenario differ from the small firm now and then', () => {
    const drawn = fc.sample(randomCases, { numRuns: 40, seed: SEED });
    const varied = new Set(drawn.flatMap(({ overrides }) => overrides.slice(SMALL_FIRM.length).map(pathOf)));
    for (const path of ['organisation.booking.day', 'organisation.interrupting', 'territory.layout']) {
      expect(varied).toContain(path);
    }
    expect(varied.size).toBeGreaterThan(120);
  });
});

function pathOf(override: string): string {
  return override.slice(0, override.indexOf('='));
}
