import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transitionInWords } from '../../sim/cli/transition-table.ts';
import type { TransitionOutcome } from '../../sim/experiment/transition/transition.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const SOON = ['--set', 'run.weeks=10', '--set', 'run.warmUp=2', '--set', 'transition.begin=3 weeks'];

describe('transition', () => {
  it('compares plans with the firm left as it was, in the same market, and writes a report with the timeline', async () => {
    const folder = emptyFolder();
    const plans = ['transitions/in-order', 'transitions/without-customer-service'];
    const words = ['transition', ...plans, '-n', '2', '--workers', '1', ...SOON];
    const { code, stdout } = await salesworks([...words, '--json', '--out', 'out'], folder);
    expect(code).toBe(0);
    const outcome = JSON.parse(stdout) as TransitionOutcome;
    const { transition, organisations, differences, provenance } = outcome;
    expect(organisations.map(({ name }) => name)).toEqual([
      'in-order',
      'without-customer-service',
      'unchanged',
    ]);
    expect(differences.map(({ a, b }) => `${a} ${b}`)).toEqual([
      'in-order without-customer-service',
      'in-order unchanged',
    ]);
    expect(provenance.tapeHash).toMatch(/^[0-9a-f]{16}$/);
    // The firm left as it was is another scenario than the plan, and no hash is one with words behind it.
    const hashes = provenance.scenarios.map(({ sha256 }) => sha256);
    expect(new Set(hashes.map((hash) => hash.slice(0, 8))).size).toBe(3);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const [inOrder] = transition.plans;
    expect(inOrder!.steps.map(({ name, from }) => `${from} ${name}`)).toEqual([
      '4 fix customer service',
      '17 recruit coordinators',
      '25 centralise calendars, repeat business and projects',
      '51 scale up promotions',
    ]);
    // Three representatives and a support manager, from week 4 on.
    expect(organisations[0]!.series['payroll-per-year']!.mean[5]).toBe(2_380_000 + 3 * 40_000 + 85_000);
    expect(inOrder!.register.map(({ verdict }) => verdict)).toContain('not-measured');
    expect(existsSync(join(folder, 'out/charts/transition-timeline.svg'))).toBe(true);
    expect(readFileSync(join(folder, 'out/report.html'), 'utf8')).toContain('transition-timeline');
    const table = transitionInWords({ ...outcome });
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(table).toContain('fix customer service');
  });

  it('refuses scenarios without a plan, and a register that asks for an unknown figure, at its place', async () => {
    const none = await salesworks(['transition', 'traditional', ...SOON]);
    expect([none.code, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('transition.steps: there is no plan');
    const unknown = await salesworks([
      'transition',
      'transitions/in-order',
      ...SOON,
      '--set',
      'transition.register.0.metric=bd-meeting-per-week',
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('did you mean bd-meetings-per-week?');
  });
});
