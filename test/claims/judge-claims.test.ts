import { describe, expect, it } from 'vitest';
import { inBrief } from '../../sim/claims/brevity.ts';
import { judgeClaims, type JudgeRequest } from '../../sim/claims/judge-claims.ts';
import { loadText } from './written-claims.ts';

/** Three claims of the same two arms, and one that needs no simulation. */
const CLAIMS = `group: A
title: Try
claims:
  - id: A1
    source: S2:103
    claim: Divided labour holds more meetings a salesperson.
    kind: number
    simulated: Both organisations.
    run: { weeks: 6, warmUp: 1, replications: 3 }
    arms: &arms
      old: { scenario: traditional }
      new: { scenario: standard }
    measure:
      kind: ratio
      of: { metric: bd-meetings-per-salesperson-week, arm: new }
      to: { arm: old }
    holds: { atLeast: 1 }
    fragile: { path: market.opportunities.inflow, from: 0.5, to: 1.5, why: unknown }
  - id: A2
    source: S2:380
    claim: The payroll falls by $310k.
    kind: number
    simulated: Both organisations.
    arms: *arms
    measure: { kind: difference, of: { fact: payroll-per-year, arm: new }, less: { arm: old } }
    holds: { atLeast: -$310k, atMost: -$310k }
    notFragile: Arithmetic.
  - id: A3
    source: S2:103
    claim: Fewer people are employed.
    kind: direction
    simulated: Both organisations.
    run: { weeks: 6, warmUp: 1, replications: 3 }
    arms: *arms
    measure: { kind: difference, of: { metric: bd-meetings-per-week, arm: new }, less: { fact: people, arm: old } }
    holds: { above: 1000 }
    notFragile: A test.
  - id: A4
    source: S2:103
    claim: Nobody knows.
    kind: direction
    notTestable: There is nothing to test it with.
`;

function judged(more: Partial<JudgeRequest> = {}) {
  return judgeClaims({ ...loadText(CLAIMS), seed: 1, quick: false, workers: 1, command: 'test', ...more });
}

describe('judging claims', () => {
  it('gives each a verdict, and simulates equal arms once', async () => {
    const told: (readonly [done: number, atMost: number])[] = [];
    const { claims, provenance } = await judged({ onProgress: (done, atMost) => told.push([done, atMost]) });
    expect(claims.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['A1', 'supported'],
      ['A2', 'supported'],
      ['A3', 'not-supported'],
      ['A4', 'not-testable'],
    ]);
    const [ratio, payroll, , unknown] = claims;
    expect(ratio).toMatchObject({
      unit: 'ratio',
      breakEven: 'none at 0.5 or 1.5',
      run: { replications: 3 },
    });
    expect(ratio!.fragile).toMatchObject({ default: '1', from: '0.5', to: '1.5' });
    // Payroll table of the source documents: exact, without an interval.
    expect(payroll).toMatchObject({ estimate: -310_000, ci95: null, breakEven: null, unit: '$ per year' });
    expect(payroll!.reason).toBe('-$310k, claimed exactly -$310k.');
    expect(unknown).toMatchObject({ estimate: null, reason: 'There is nothing to test it with.' });
    // Two arms in three replications, and both ends of the range in two: A3 adds none.
    expect(provenance.runs).toBe(2 * 3 + 2 * 2 * 2);
    expect(provenance.interrupted).toBe(false);
    expect(told.map(([done]) => done)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    expect(told.every(([done, atMost]) => done <= atMost)).toBe(true);
  });

  it('keeps what is judged when it is stopped', async () => {
    const controller = new AbortController();
    const { claims, provenance } = await judged({
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(claims.map(({ id }) => id)).toEqual(['A2', 'A4']);
    expect(provenance).toMatchObject({ runs: 1, interrupted: true });
  });

  it('searches no break-even in a quick look, and says so', async () => {
    const { claims } = await judged({ quick: true });
    const asked = claims.filter(({ breakEven }) => breakEven !== null);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map(({ breakEven, fragile }) => [breakEven, fragile])).toEqual(
      asked.map(() => ['not searched', null]),
    );
  });

  it('halves the runs of a quick look, but not where it matters when something happens', () => {
    const of = (text: string) => {
      const { claims, shelf } = loadText(text);
      const { experiment } = inBrief(claims[0]!, shelf);
      const { scenario } = shelf.scenario(experiment!.arms.get('new')!);
      expect(scenario.run).toMatchObject({ weeks: experiment!.run.weeks, warmUp: experiment!.run.warmUp });
      return scenario.run.weeks;
    };
    expect(of(CLAIMS)).toBe(3);
    expect(of(CLAIMS.replace('arm: old }', 'arm: old, weeks: { from: 2, to: 6 } }'))).toBe(6);
    expect(of(CLAIMS.replace('scenario: traditional', 'scenario: transitions/in-order'))).toBe(6);
    expect(of(CLAIMS.replace(/bd-meetings-per-salesperson-week/, 'saturation-week.production'))).toBe(6);
  });
});
