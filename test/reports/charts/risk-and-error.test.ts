import { describe, expect, it } from 'vitest';
import { riskAndError } from '../../../reports/charts/risk-and-error.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { planted, spread, withHugeNames } from './planted.ts';

const ID = 'orders-won-per-week';
const hundred = Array.from({ length: 100 }, (_, i) => i + 1);

describe('risk and error', () => {
  it('are the quantiles of replications and the average, each with its own interval', () => {
    const { data } = riskAndError(planted({ [ID]: [hundred] }), 'wide')!;
    // Type 7: 1 + 99 p. The 5 % quantile of 100 lies between the 1st and the 10th, the median between the 40th and 61st:
    // Hahn and Meeker 1991, "Statistical intervals", section 5.2.
    expect(data[0]).toMatchObject({ replications: 100, mean: 50.5, quantile5: 5.95, quantile50: 50.5 });
    expect(data[0]).toMatchObject({ quantile50Lower: 40, quantile50Upper: 61 });
    // t(99) x 29.01 / 10 = 5.76.
    expect(data[0]!['meanLower']).toBeCloseTo(50.5 - 5.757, 2);
  });

  it('tell the middle of the runs from the average, in words', () => {
    const { title, subtitle } = riskAndError(planted({ [ID]: [hundred] }), 'wide')!;
    expect(title).toMatch(
      /the middle nine tenths of the runs: 6 to 95 in traditional, whose average is 45 to 56/,
    );
    expect(subtitle).not.toContain('Dotted');
  });

  it('say where too few replications bound nothing', () => {
    const { subtitle, data } = riskAndError(planted({ [ID]: [hundred.slice(0, 30)] }), 'wide')!;
    expect(subtitle).toContain('it takes 72');
    expect(data[0]).toMatchObject({ quantile5Lower: null, quantile95Upper: null });
    // From 72 on, the least value bounds it: 0.95^72 is 2.49 %.
    const enough = riskAndError(planted({ [ID]: [hundred.slice(0, 72)] }), 'wide')!;
    expect(enough.data[0]).toMatchObject({ quantile5Lower: 1, quantile95Upper: 72 });
  });

  it('are not drawn of few replications, or of what is always the same', () => {
    expect(riskAndError(planted({ [ID]: [[1], [2]] }), 'wide')).toBeUndefined();
    expect(riskAndError(planted({ [ID]: [hundred.map(() => 3)] }), 'wide')).toBeUndefined();
    const gaps = hundred.map((value) => (value > 9 ? null : value));
    expect(riskAndError(planted({ [ID]: [gaps] }), 'wide')).toBeUndefined();
  });

  it('are drawn for six organisations with huge names', async () => {
    const result = withHugeNames(planted({ [ID]: [0, 1, 2, 3, 4, 5].map((i) => spread(20, i)) }));
    await expectDrawn((layout) => riskAndError(result, layout));
  });

  it('are drawn as before', async () => {
    const result = planted({ [ID]: [spread(12), spread(12, 5)], 'win-rate': [spread(12), spread(12)] });
    await expectDrawn((layout) => riskAndError(result, layout));
    await expectSameSpec((layout) => riskAndError(result, layout));
  });
});
