import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StaffingResult } from '../../sim/experiment/staffing/staffing-result.ts';
import { emptyFolder, salesworks } from './salesworks.ts';

const SMALL = ['--set', 'run.weeks=10', '--set', 'run.warmUp=2', '--set', 'market.accounts.initial=200'];
const BETWEEN = ['--between', 'customer-service=2..4'];
const SERVICE = ['--subject-to', 'service-within-tolerance >= 85 %'];

describe('salesworks staff', () => {
  it('says what it has found, beside today and the formula, in 80 columns, and writes every design', async () => {
    const folder = emptyFolder();
    const words = ['staff', 'standard', ...BETWEEN, ...SERVICE, ...SMALL, '-n', '20', '--workers', '1'];
    const { code, stdout, stderr } = await salesworks(words, folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^customer-service +2 to 4 +8 +\d +\d$/m);
    expect(stdout).toMatch(/^ {2}service-within-tolerance >= 85 %\n {6}met: 9\d\.\d % \(/m);
    expect(stdout).toMatch(/With 95 % confidence/);
    const result = JSON.parse(
      readFileSync(join(folder, 'out/staff/staffing.json'), 'utf8'),
    ) as StaffingResult;
    const csv = readFileSync(join(folder, 'out/staff/designs.csv'), 'utf8').trimEnd().split('\r\n');
    expect(csv[0]).toBe('customer-service,payroll,verdict,replications');
    expect(csv).toHaveLength(1 + result.search.examined);
  });

  it('ends with 1 and JSON alone where nothing meets the conditions', async () => {
    const folder = emptyFolder();
    const never = ['--subject-to', 'service-within-tolerance > 100 %'];
    const words = ['staff', 'standard', '--between', 'customer-service=8..8', ...never, ...SMALL, '-n', '20'];
    const { code, stdout } = await salesworks([...words, '--workers', '1', '--json'], folder);
    const result = JSON.parse(stdout) as StaffingResult;
    expect([code, result.best, result.schema]).toEqual([1, null, 'salesworks/staffing/1']);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([
    [['staff', 'standard'], /Missing required argument: between/],
    [
      ['staff', 'standard', ...BETWEEN, '--subject-to', 'nonsense'],
      /--subject-to "nonsense": is no condition/,
    ],
    [['staff', 'standard', ...BETWEEN, '--most', 'troughput-per-year'], /did you mean throughput-per-year\?/],
    [['staff', 'standard', ...BETWEEN, '--most', 'profit-per-year', '--least', 'payroll-per-year'], /either/],
    [
      ['staff', 'standard', ...BETWEEN, '--confidence', '20%'],
      /--confidence 20% is no share between 50 and 100 %/,
    ],
    [['staff', 'standard', ...BETWEEN, '--hopeless', 'much'], /--hopeless much is no share/],
  ])('refuses %j with exit code 2', async (words, message) => {
    const { code, stdout, stderr } = await salesworks(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
  });
});
