import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../reports/charts/all-charts.ts';
import type { Layout } from '../../../reports/charts/chart.ts';
import { picturesOf } from '../../../reports/pictures/all-pictures.ts';
import { svgOf } from '../../../reports/render/picture-svg.ts';
import { smallResult } from '../small-result.ts';

const result = smallResult();
const LAYOUTS: readonly Layout[] = ['wide', 'narrow'];
/** Lines of data that are kept: what stands in them, not all of it. */
const KEPT = 3;
/** These have specifications of their own beside this file, from data in which the finding is planted. */
const PLANTED = [
  'common-random-numbers',
  'convergence',
  'cycle-time',
  'opportunity-funnel',
  'risk-and-error',
  'travel',
];
const CHARTS = chartsOf(result, 'wide')
  .map(({ id }) => id)
  .filter((id) => !PLANTED.includes(id));

/** Change detectors and nothing more: after a change look at the drawings again, and run with `--update`. */
describe('drawings of the small result', () => {
  it.each(CHARTS)('of %s are specified as when somebody last looked at them', async (id) => {
    for (const layout of LAYOUTS) {
      const { spec } = chartsOf(result, layout).find((chart) => chart.id === id)!;
      const shape = JSON.stringify(
        spec,
        (key, value: unknown) => {
          return key === 'values' && Array.isArray(value) ? value.slice(0, KEPT) : value;
        },
        1,
      );
      await expect(`${shape}\n`).toMatchFileSnapshot(`specs/${id}.${layout}.json`);
    }
  });

  it('of pictures are what they were', async () => {
    for (const layout of LAYOUTS) {
      for (const { id, drawing } of await picturesOf(result, layout)) {
        await expect(svgOf(drawing).replaceAll('><', '>\n<')).toMatchFileSnapshot(
          `specs/${id}.${layout}.svg`,
        );
      }
    }
  });
});
