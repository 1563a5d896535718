import { describe, expect, it } from 'vitest';
import { compare } from '../../../sim/experiment/compare.ts';
import { conditionOf } from '../../../sim/experiment/conditions/condition.ts';
import type { Effort } from '../../../sim/experiment/replications.ts';
import { replay } from '../../../sim/experiment/replay/replay.ts';
import type { Result } from '../../../sim/experiment/result.ts';
import { transition } from '../../../sim/experiment/transition/transition.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';

const SMALL = ['run.weeks=8', 'run.warmUp=2', 'market.accounts.initial=60'];
const OPTIONS = { workers: 1, command: 'test' };
const FIXED = { kind: 'fixed', replications: 2 } as const;

function loaded(...references: string[]) {
  return references.map((reference) => loadScenario({ reference, overrides: SMALL }));
}

/** As a file gives it back. */
function stored(result: Result) {
  const read = JSON.parse(JSON.stringify(result)) as Result;
  return { kind: 'result', file: 'result.json', result: read } as const;
}

function compared(effort: Effort): Promise<Result> {
  return compare({ organisations: loaded('traditional', 'standard'), seed: 7, effort, ...OPTIONS });
}

describe('a stored result, run again', () => {
  it('is the same, with one more head of each role and without', async () => {
    const result = stored(await compared(FIXED));
    expect(await replay(result, OPTIONS)).toMatchObject({ identical: true, difference: null, notes: [] });
    const oneMore = await compare({
      organisations: loaded('traditional'),
      seed: 7,
      effort: FIXED,
      oneMoreReplications: 1,
      ...OPTIONS,
    });
    expect(oneMore.organisations[0]!.oneMore.length).toBeGreaterThan(0);
    expect(await replay(stored(oneMore), OPTIONS)).toMatchObject({ identical: true });
  });

  it('is the same if it went on until it was precise, and if it was stopped', async () => {
    const precise = await compared({
      kind: 'precision',
      relative: 0.9,
      metrics: ['bd-meetings-per-week'],
      atMost: 40,
    });
    expect(await replay(stored(precise), OPTIONS)).toMatchObject({ identical: true });
    const controller = new AbortController();
    const request = { organisations: loaded('standard'), seed: 7, ...OPTIONS };
    const stopped = await compare({
      ...request,
      effort: { kind: 'fixed', replications: 50 },
      oneMoreReplications: 10,
      signal: controller.signal,
      onProgress: (done) => {
        if (done === 3) controller.abort();
      },
    });
    expect(stopped.provenance).toMatchObject({ interrupted: true, effort: { replications: 50 } });
    expect(stopped.provenance.replications).toBeLessThan(50);
    expect(await replay(stored(stopped), OPTIONS)).toMatchObject({ identical: true });
  });

  it('is the same if it went on until something was decided, was stopped before, and was to fail on something', async () => {
    const controller = new AbortController();
    const result = await compare({
      organisations: loaded('traditional', 'standard'),
      seed: 7,
      ...OPTIONS,
      effort: { kind: 'decision', metrics: ['payroll-per-year'], confidence: 0.95, atMost: 200 },
      failOn: [conditionOf('operating-expense-per-year <= today', '--fail-on')],
      signal: controller.signal,
      onProgress: (done) => {
        if (done === 5) controller.abort();
      },
    });
    expect(result).toMatchObject({ provenance: { replications: 2, interrupted: true } });
    expect([result.decision, result.thresholds]).not.toContain(undefined);
    expect(await replay(stored(result), OPTIONS)).toMatchObject({ identical: true });
  });

  it('is the same if plans of change were compared', async () => {
    const overrides = [...SMALL, 'run.weeks=20', 'transition.begin=4weeks'];
    const plans = [loadScenario({ reference: 'transitions/half-the-team', overrides })];
    const outcome = await transition({ plans, seed: 7, effort: FIXED, ...OPTIONS });
    expect(await replay(stored(outcome), OPTIONS)).toMatchObject({ identical: true });
    const other = structuredClone(outcome) as unknown as {
      transition: { plans: { cash: { currency: string } }[] };
    };
    other.transition.plans[0]!.cash.currency = '€';
    const difference = { path: 'transition.plans.0.cash.currency', stored: '€', now: '$' };
    expect(await replay(stored(other as unknown as Result), OPTIONS)).toMatchObject({ difference });
  });

  it('is told apart by the last bit of one figure, and by the order of keys', async () => {
    const result = await compared(FIXED);
    const { mean } = result.organisations[1]!.metrics['throughput-per-year']!;
    const [text, digit] = [String(mean), String(mean).at(-1)!];
    const off = Number(text.slice(0, -1) + (digit === '1' ? '2' : '1'));
    const forged = JSON.parse(JSON.stringify(result).replaceAll(text, String(off))) as Result;
    expect(await replay(stored(forged), OPTIONS)).toMatchObject({
      identical: false,
      difference: { path: 'organisations.1.metrics.throughput-per-year.mean', stored: off, now: mean },
    });
    const { differences, ...rest } = result;
    const turned = await replay(stored({ differences, ...rest }), OPTIONS);
    expect(turned).toMatchObject({ identical: false, difference: { path: '' } });
  });

  it('is tried if another version made it, and that is said; so are other defaults', async () => {
    const result = await compared(FIXED);
    const scenarios = result.provenance.scenarios.map((facts, i) =>
      i === 0 ? { ...facts, sha256: 'x' } : facts,
    );
    const older = {
      ...result,
      provenance: { ...result.provenance, version: '0.0.1', node: '8.0.0', scenarios },
    };
    expect(await replay(stored(older), OPTIONS)).toMatchObject({
      identical: true,
      stored: { version: '0.0.1', node: '8.0.0' },
      notes: [
        expect.stringMatching(/^made by version 0\.0\.1, run again by \d/),
        expect.stringMatching(/^made on Node 8\.0\.0/),
        'traditional is another scenario than it was: other defaults or rules',
      ],
    });
  });

  it('needs its scenarios, and says what was typed where they are missing; they are read like any other', async () => {
    const organisations = loaded('standard').map(({ scenario, sha256 }) => ({ scenario, sha256 }));
    const result = await compare({ organisations, seed: 7, effort: FIXED, ...OPTIONS });
    await expect(replay(stored(result), OPTIONS)).rejects.toThrow(
      /result\.json {2}does not hold the scenario standard: run again what was typed, test/,
    );
    const document = { run: { weeks: -3 } };
    const scenarios = result.provenance.scenarios.map((facts) => ({ ...facts, document }));
    const wrong = { ...result, provenance: { ...result.provenance, scenarios } };
    await expect(replay(stored(wrong), OPTIONS)).rejects.toThrow(/result\.json:1:1 {2}run\.weeks/);
  });
});
