import { describe, expect, it } from 'vitest';
import { tornadoCharts } from '../../reports/charts/tornado.ts';
import { renderSensitivity } from '../../reports/write-sensitivity.ts';
import type { SensitivityResult, Swing } from '../../sim/experiment/sensitivity/sensitivity-result.ts';

function swing(low: number, high: number, effect: Swing['effect'], turns: readonly string[] = []): Swing {
  const answer = (mean: number) => ({ mean, ci95: [mean - 1, mean + 1], verdict: 'higher' }) as const;
  return {
    low: answer(low),
    high: answer(high),
    swing: { mean: high - low, ci95: [high - low - 0.5, high - low + 0.5] },
    effect,
    breakEven: { at: turns, words: 'x', isShown: turns.length > 0 },
  };
}

function resultOf(swings: Readonly<Record<string, Swing>>): SensitivityResult {
  const paths = Object.keys(swings);
  return {
    schema: 'salesworks/sensitivity/1',
    provenance: {
      version: '1',
      commit: null,
      command: 'test',
      method: 'tornado',
      seed: 1,
      replications: 4,
      runs: 10,
      interrupted: false,
      scenarios: [
        { name: 'a', sha256: 'abcdefghi' },
        { name: 'b', sha256: 'bcdefghij' },
      ],
      weeks: 10,
      warmUpWeeks: 2,
    },
    organisations: ['a', 'b'],
    metrics: { 'bd-meetings-per-week': { title: 'Meetings', unit: 'per week', definition: '' } },
    factors: paths.map((path) => ({ path, title: path, from: '1', to: '2', own: '1.5', source: 's' })),
    leftOut: [],
    base: { 'bd-meetings-per-week': { mean: 5, ci95: [4, 6], verdict: 'higher' } },
    tornado: paths.map((path) => ({ path, swings: { 'bd-meetings-per-week': swings[path]! } })),
    uncertainty: null,
  };
}

describe('a tornado', () => {
  it('is sorted by size, leaves out what changes nothing, and says what matters and what turns the sign', async () => {
    const result = resultOf({
      small: swing(5, 5.4, 'not-shown'),
      large: swing(-1, 8, 'shown', ['1.2']),
      nothing: swing(5, 5, 'none'),
      middle: swing(6, 3, 'shown'),
    });
    const [chart] = tornadoCharts(result);
    expect(chart!.data.map(({ path }) => path)).toEqual(['large', 'middle', 'small']);
    expect(chart!.title).toContain('b less a. Largest change: large, +9');
    expect(chart!.title).toContain('the sign turns with large');
    const files = await renderSensitivity(result);
    const svg = files.get('charts/tornado-bd-meetings-per-week.svg') as string;
    for (const text of ['large, 1 to 2', '+8.5 to +9.5', 'sign turns at', '1.2']) expect(svg).toContain(text);
    expect(svg).not.toContain('nothing, 1 to 2');
    expect((await renderSensitivity(result)).get('charts/tornado-bd-meetings-per-week.svg')).toBe(svg);
    expect(files.get('charts/tornado-bd-meetings-per-week.png')!.length).toBeGreaterThan(1000);
  });

  it('is not drawn where there is nothing to draw', async () => {
    const none = resultOf({ nothing: swing(5, 5, 'none') });
    expect(tornadoCharts(none)).toEqual([]);
    expect([...(await renderSensitivity(none)).keys()]).toEqual(['sensitivity.json', 'sensitivity.csv']);
  });
});
