import { describe, expect, it } from 'vitest';
import { convergenceOfEstimates } from '../../../reports/charts/convergence.ts';
import { pairedDifference } from '../../../sim/statistics/paired-difference.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { planted, spread, withHugeNames } from './planted.ts';

const ID = 'throughput-per-year';
const ZERO = Array.from({ length: 8 }, () => 0);

describe('the course of an estimate', () => {
  it('is clear from the replication on after which its interval never holds zero again', () => {
    // After 2: mean 1.5, half-width 12.7 x 0.5; after 3: 2, 4.30 x 0.58 = 2.48; after 4: 2.25, 3.18 x 0.48 = 1.52.
    const { title, data } = convergenceOfEstimates(
      planted({ [ID]: [ZERO, [1, 2, 3, 3, 3, 3, 3, 3]] }),
      'wide',
    )!;
    expect(data.map(({ lower }) => lower === null || Number(lower) > 0)).toEqual([
      true,
      false,
      false,
      ...[true, true, true, true, true],
    ]);
    expect(title).toContain('clear of zero from 4 replications on');
  });

  it('is not clear if zero comes back at the end', () => {
    const values = [1, 1.1, 0.9, 1, 1.1, 0.9, 1, -9];
    expect(convergenceOfEstimates(planted({ [ID]: [ZERO, values] }), 'wide')!.title).toContain(
      'not clear of zero after 8 replications',
    );
  });

  it('ends with the paired difference of all replications', () => {
    const [a, b] = [spread(30), spread(30, 50)];
    const { data } = convergenceOfEstimates(planted({ [ID]: [a, b] }), 'wide')!;
    const { mean, lower, upper } = pairedDifference({ a, b }).interval;
    expect(data).toHaveLength(30);
    expect(data.at(-1)).toMatchObject({ replications: 30, meanDifference: mean, lower, upper });
  });

  it('is never clear where nothing differs, and from six on where the difference is the same: too few to tell before', () => {
    expect(convergenceOfEstimates(planted({ [ID]: [ZERO, ZERO] }), 'wide')!.title).toContain('not clear');
    const same = ZERO.map(() => 5);
    // One replication has no interval.
    expect(convergenceOfEstimates(planted({ [ID]: [ZERO, same] }), 'wide')!.title).toContain(
      'from 6 replications on',
    );
  });

  it('is not drawn for one organisation or one replication', () => {
    expect(convergenceOfEstimates(planted({ [ID]: [ZERO] }), 'wide')).toBeUndefined();
    expect(convergenceOfEstimates(planted({ [ID]: [[1], [2]] }), 'wide')).toBeUndefined();
  });

  it('is drawn for six organisations with huge names, and for many replications', async () => {
    const six = [0, 1, 2, 3, 4, 5].map((i) => spread(2000, 7 * i));
    const result = withHugeNames(planted({ [ID]: six }));
    const words = await expectDrawn((layout) => convergenceOfEstimates(result, layout));
    expect(words.match(/clear/g)).toHaveLength(5);
  });

  it('is drawn as before', async () => {
    const result = planted({ 'win-rate': [ZERO, ZERO], [ID]: [ZERO, spread(8).map((u) => 1e5 * u)] });
    await expectDrawn((layout) => convergenceOfEstimates(result, layout));
    await expectSameSpec((layout) => convergenceOfEstimates(result, layout));
  });
});
