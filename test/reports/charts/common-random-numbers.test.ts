import { describe, expect, it } from 'vitest';
import { commonRandomNumbers } from '../../../reports/charts/common-random-numbers.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { planted, spread, withHugeNames } from './planted.ts';

const ID = 'throughput-per-year';
const COMMON = spread(8).map((u) => 3e6 + 1e6 * u);
const OWN = spread(8, 100).map((u) => 2e5 * u);

describe('pairs of replications', () => {
  it('are told to save what the variances say', () => {
    // The second is the first and something half as wide that has nothing to do with it.
    const a = [1, 1, 3, 3, 1, 1, 3, 3];
    const b = [4, 5, 6, 7, 4, 5, 6, 7];
    // Var a = 8/7, var b = 10/7, var (b - a) = 2/7: a ratio of 1/9, hence 72 runs for 8 pairs; r = 8 / sqrt(80).
    const { title, textAlternative } = commonRandomNumbers(planted({ [ID]: [a, b] }), 'wide')!;
    // Fisher's interval of r is tanh(1.4436 -+ 0.8765) = 0.5132 to 0.9809; the ratio is 1 - 0.9938 r.
    expect(title).toMatch(
      /^Throughput: 8 pairs of standard and traditional tell about as much of the difference as 72 independent runs of each \(16 to 31[78] by the 95\u00a0% interval of their correlation\)$/,
    );
    expect(textAlternative).toContain('correlation 0.89');
  });

  it('are not told to help where they have nothing in common, or to do harm where they mirror each other', () => {
    const unlike = commonRandomNumbers(
      planted({
        [ID]: [
          [1, 1, 3, 3, 2],
          [4, 6, 4, 6, 5],
        ],
      }),
      'wide',
    )!;
    expect(unlike.title).toContain('is not shown to help (correlation 0.00)');
    const mirror = commonRandomNumbers(planted({ [ID]: [COMMON, COMMON.map((x) => -x)] }), 'wide')!;
    expect(mirror.title).toContain(
      '8 pairs of standard and traditional tell about as much of the difference as 4 independent',
    );
  });

  it('are all in the data, those aside that lack a value', () => {
    const values = [COMMON, COMMON.map((x, i) => (i === 3 ? null : x + OWN[i]!))];
    const { data } = commonRandomNumbers(planted({ [ID]: values }), 'wide')!;
    expect(data.map(({ replication }) => replication)).toEqual([1, 2, 3, 5, 6, 7, 8]);
    for (const { firstValue, secondValue, difference } of data) {
      expect(Number(difference)).toBeCloseTo(Number(secondValue) - Number(firstValue), 6);
    }
  });

  it('say where the organisations met different markets', () => {
    const result = planted({ [ID]: [COMMON, OWN] });
    const apart = { ...result, provenance: { ...result.provenance, tapeHash: null } };
    expect(commonRandomNumbers(apart, 'wide')!.subtitle).toContain('different markets');
    expect(commonRandomNumbers(result, 'wide')!.subtitle).toContain('the same opportunities');
  });

  it('are not drawn for one organisation, for few replications, or where nothing varies', () => {
    expect(commonRandomNumbers(planted({ [ID]: [COMMON] }), 'wide')).toBeUndefined();
    expect(commonRandomNumbers(planted({ [ID]: [[1], [2]] }), 'wide')).toBeUndefined();
    expect(commonRandomNumbers(planted({ [ID]: [COMMON, COMMON.map(() => null)] }), 'wide')).toBeUndefined();
    expect(commonRandomNumbers(planted({ [ID]: [COMMON, COMMON.map(() => 7)] }), 'wide')).toBeUndefined();
  });

  it('are drawn for six organisations with huge names', async () => {
    const six = [0, 1, 2, 3, 4, 5].map((i) => COMMON.map((x, j) => x + i * OWN[j]!));
    const result = withHugeNames(planted({ [ID]: six }));
    const words = await expectDrawn((layout) => commonRandomNumbers(result, layout));
    expect(words.match(/like .* independent runs/g)).toHaveLength(5);
  });

  it('are drawn as before', async () => {
    const second = COMMON.map((x, i) => x + OWN[i]!);
    const meetings = [spread(8), spread(8, 3)];
    const result = planted({ 'bd-meetings-per-week': meetings, [ID]: [COMMON, second] });
    await expectDrawn((layout) => commonRandomNumbers(result, layout));
    await expectSameSpec((layout) => commonRandomNumbers(result, layout));
  });
});
