import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../sim/metrics/catalogue.ts';
import { replicate } from '../../sim/experiment/replicate.ts';
import { load, randomCases, type LoadedCase } from './random-scenario.ts';
import { replayCommand } from './small-firm.ts';

const CASES = Number(process.env['LAWS_RUNS'] ?? 16);
const SEED = Number(process.env['LAWS_SEED'] ?? 20260101);

/** Something that must not make a figure fall in the mean, everything else being the same: one line each. */
interface Monotony {
  readonly more: string;
  readonly overrides: readonly string[];
  /** A figure of the catalogue; with a minus before it if it must not rise. */
  readonly figure: string;
}

const MONOTONIES: readonly Monotony[] = [
  {
    more: 'people in customer service',
    overrides: ['organisation.roles.customer-service.heads=4'],
    figure: '-queue-length.customer-service',
  },
  { more: 'speed in service', overrides: ['service.handling=0.2'], figure: 'service-within-tolerance' },
  {
    more: 'crews in production',
    overrides: ['organisation.roles.production.heads=6'],
    figure: '-queue-length.production',
  },
  {
    more: 'patience of customers',
    overrides: ['market.opportunities.patience=2 years'],
    figure: '-opportunities-expired-per-week',
  },
  {
    more: 'opportunities',
    overrides: ['market.opportunities.inflow=4'],
    figure: 'opportunities-pursued-per-week',
  },
  {
    more: 'speed on the road',
    overrides: ['territory.metroSpeed=90 mph'],
    figure: '-travel-minutes-per-meeting',
  },
];

const drawn = fc.sample(randomCases, { numRuns: CASES, seed: SEED });
const base = drawn.map(figuresOf);

function figuresOf({ scenario, seed }: LoadedCase): Float64Array {
  return replicate({ scenario, seed, replication: 0 }).values;
}

/** Standard errors by which a figure rises in the mean over the cases, with overrides on top of each. */
function riseOf(figure: string, overrides: readonly string[], sign: number): { z: number; worst: string } {
  const place = CATALOGUE.findIndex(({ id }) => id === figure.replace(/^-/, ''));
  const differences: number[] = [];
  let worst = { difference: Infinity, of: '' };
  for (const [i, one] of drawn.entries()) {
    const other = load({ ...one, overrides: [...one.overrides, ...overrides] });
    if (other === undefined) continue;
    const difference = sign * (figuresOf(other)[place]! - base[i]![place]!);
    if (Number.isNaN(difference)) continue;
    differences.push(difference);
    if (difference < worst.difference) worst = { difference, of: replayCommand(one) };
  }
  const n = differences.length;
  const mean = differences.reduce((sum, one) => sum + one, 0) / n;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  return { z: mean === 0 ? 0 : mean / Math.sqrt(variance / n), worst: worst.of };
}

describe('in the same random scenarios', () => {
  it.each(MONOTONIES)('more $more never makes worse in the mean: $figure', ({ figure, overrides }) => {
    const sign = figure.startsWith('-') ? -1 : 1;
    const { z, worst } = riseOf(figure, overrides, sign);
    expect(z, worst).toBeGreaterThan(-3);
  });

  it('fewer opportunities would be found out, had they been said to be more', () => {
    expect(riseOf('opportunities-pursued-per-week', ['market.opportunities.inflow=0'], 1).z).toBeLessThan(-3);
  });
});
