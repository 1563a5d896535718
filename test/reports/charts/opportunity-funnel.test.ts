import { describe, expect, it } from 'vitest';
import { opportunityFunnel } from '../../../reports/charts/opportunity-funnel.ts';
import { ofOneReplication, smallResult, withoutFigures } from '../small-result.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { withFigures, type Figure } from './figures.ts';
import { withHugeNames } from './planted.ts';

const FAMILIES = ['opportunities-coming-to.', 'opportunities-lost.'];
/** Of a hundred, twenty are not pursued, thirty met nobody in time, forty bought elsewhere, and ten bought. */
const WORKED: Readonly<Record<string, Figure>> = {
  'opportunities-coming-to.pursued': [0.8, 0.78, 0.82],
  'opportunities-coming-to.reached': [0.5, 0.48, 0.52],
  'opportunities-coming-to.met': [0.5, 0.48, 0.52],
  'opportunities-coming-to.discovered': 0.1,
  'opportunities-coming-to.presented': 0.1,
  'opportunities-coming-to.asked': 0.1,
  'opportunities-coming-to.won': [0.1, 0.09, 0.11],
  'opportunities-lost.arrived.disqualified': 0.2,
  'opportunities-lost.pursued.expired': 0.3,
  'opportunities-lost.met.competitor': 0.4,
};
const worked = withFigures(FAMILIES, [WORKED]);

describe('the funnel of opportunities', () => {
  it('says what is won and where most is lost', () => {
    const { title, textAlternative } = opportunityFunnel(worked, 'wide')!;
    expect(title).toBe(
      'traditional wins 10\u00a0% of the opportunities decided, and 40\u00a0% are lost to a competitor',
    );
    expect(textAlternative).toContain(
      'decided 100, pursued 80 ±2, spoken to 50 ±2, met 50 ±2, needs known 10',
    );
    expect(textAlternative).toContain(
      'lost to a competitor 40\u00a0%, lost to waiting 30\u00a0%, not pursued 20\u00a0%',
    );
  });

  it('has bars of which those that go on are what comes to the next step', () => {
    const { data } = opportunityFunnel(smallResult(), 'wide')!;
    for (const name of ['traditional', 'standard']) {
      const own = data.filter(({ organisation, unit }) => organisation === name && unit === 'share');
      const bars = own.filter(({ lost }) => lost === '');
      expect(bars).toHaveLength(8);
      bars.slice(0, -1).forEach(({ step, mean }, i) => {
        const lost = own.filter((row) => row.step === step && row.lost !== '');
        const left = Number(mean) - lost.reduce((sum, row) => sum + Number(row.mean), 0);
        expect(left).toBeCloseTo(Number(bars[i + 1]!.mean), 9);
      });
    }
  });

  it('has the absolute numbers a week in its data', () => {
    const result = smallResult();
    const { data } = opportunityFunnel(result, 'wide')!;
    const rows = data.filter(({ unit }) => unit === 'per week');
    for (const { organisation, metric, mean } of rows) {
      const { metrics } = result.organisations.find(({ name }) => name === organisation)!;
      expect(mean).toBe(metrics[String(metric)]!.mean);
    }
    expect(rows.length).toBe(2 * 9);
  });

  it('is not drawn without figures, and without intervals where there are none', async () => {
    expect(
      opportunityFunnel(
        withoutFigures(smallResult(), () => true),
        'wide',
      ),
    ).toBeUndefined();
    const one = ofOneReplication(smallResult());
    expect(opportunityFunnel(one, 'wide')!.textAlternative).not.toContain('±');
    await expectDrawn((layout) => opportunityFunnel(one, layout));
  });

  it('is drawn for six organisations with huge names, one of which has no figures', async () => {
    const six = [0, 1, 2, 3, 4].map(() => WORKED);
    const words = await expectDrawn((layout) =>
      opportunityFunnel(withHugeNames(withFigures(FAMILIES, [...six, {}])), layout),
    );
    expect(words.match(/asked to close/g)).toHaveLength(5);
  });

  it('is drawn as before', async () => {
    await expectSameSpec((layout) => opportunityFunnel(worked, layout));
  });
});
