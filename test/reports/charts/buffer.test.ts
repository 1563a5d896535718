import { describe, expect, it } from 'vitest';
import { bufferAndThrottle } from '../../../reports/charts/buffer.ts';
import type { MetricResult, OrganisationResult, Result } from '../../../sim/experiment/result.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { figure, ofOneOrganisation, smallResult } from '../small-result.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { spread, withHugeNames } from './planted.ts';

const LEVEL = 'buffer-level';
const WEEKS = 30;

/** The small result with such levels of the buffer week by week, none where nothing is planted; an organisation each. */
function withLevels(levels: readonly (readonly number[] | undefined)[], drum = 'customer-service'): Result {
  const result = smallResult();
  const { document } = loadScenario({
    reference: 'standard',
    overrides: [`organisation.throttle.drum=${drum}`, 'organisation.throttle.rope=campaigns'],
  });
  const organisations = levels.map((of, i): OrganisationResult => {
    const base = result.organisations[Math.min(i, 1)]!;
    return { ...base, name: i === 0 ? 'loose' : `roped ${i}`, ...figuresOf(base, of) };
  });
  return {
    ...result,
    provenance: {
      ...result.provenance,
      scenarios: organisations.map(({ name }) => ({ name, sha256: '0123456789', document })),
    },
    organisations,
    metrics: {
      ...result.metrics,
      [LEVEL]: { title: 'Level', unit: 'share', definition: 'What waits over what may.' },
    },
    differences: result.differences.slice(0, organisations.length - 1),
  };
}

function figuresOf(base: OrganisationResult, levels: readonly number[] | undefined) {
  const none = Array.from({ length: WEEKS }, () => null);
  const mean = levels ?? none;
  const away = (by: number) => levels?.map((level) => level + by) ?? none;
  const series = { ...base.series['throttled-share']!, mean, lo: away(-0.1), hi: away(0.1) };
  const average: MetricResult =
    levels === undefined
      ? { mean: null, ci95: null, unit: 'share', n: 0 }
      : figure(
          levels.reduce((sum, level) => sum + level / WEEKS, 0),
          [0, 1],
        );
  return {
    metrics: { ...base.metrics, [LEVEL]: average, 'throttled-share': figure(0.25, [0.2, 0.3]) },
    series: { ...base.series, [LEVEL]: series },
  };
}

const some = spread(WEEKS).map((u) => 0.9 * u);
const flat = (level: number) => Array.from({ length: WEEKS }, () => level);

describe('buffer and throttle', () => {
  it('say how full the buffer is before whom, and how long work is held back', () => {
    const { title, data, metrics } = bufferAndThrottle(withLevels([undefined, flat(0.3)]), 'wide')!;
    expect(title).toContain('loose has no buffer');
    expect(title).toMatch(/in roped 1 30\s% of the buffer waits before customer service on average/);
    expect(title).toMatch(/held back 25\s% of the time/);
    expect(metrics).toEqual([LEVEL, 'throttled-share']);
    expect(data.filter(({ metric }) => metric === LEVEL)).toHaveLength(WEEKS);
    expect(bufferAndThrottle(withLevels([flat(0.3)], 'none'), 'wide')!.title).toContain('before the drum');
    expect(bufferAndThrottle(withLevels([flat(0.3)], 'sales'), 'wide')!.title).toContain('before sales');
  });

  it('are not drawn where nobody has a throttle', () => {
    expect(bufferAndThrottle(smallResult(), 'wide')).toBeUndefined();
    expect(bufferAndThrottle(withLevels([undefined, undefined]), 'wide')).toBeUndefined();
  });

  it('name the thirds, which do not vanish under a level far beyond them', async () => {
    const crowded = withLevels([flat(0.1), flat(300)]);
    const { title, subtitle } = bufferAndThrottle(crowded, 'wide')!;
    expect(title).toContain('300 times the buffer');
    expect(subtitle).toContain('there are 300 times as much');
    const words = await expectDrawn((layout) => bufferAndThrottle(crowded, layout));
    expect(words).toMatch(/\bgreen\b[^]*\byellow\b[^]*\bred\b/);
    expect(bufferAndThrottle(withLevels([some]), 'wide')!.subtitle).not.toContain('The scale ends');
  });

  it('are drawn for one organisation, and for six with huge names', async () => {
    await expectDrawn((layout) => bufferAndThrottle(ofOneOrganisation(withLevels([some])), layout));
    const six = withHugeNames(withLevels([some, some, flat(0), flat(1), flat(0.5), undefined]));
    await expectDrawn((layout) => bufferAndThrottle(six, layout));
  });

  it('are drawn as before', async () => {
    const result = withLevels([undefined, some]);
    await expectDrawn((layout) => bufferAndThrottle(result, layout));
    await expectSameSpec((layout) => bufferAndThrottle(result, layout));
  });
});
