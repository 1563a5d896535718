import { beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../reports/write-report.ts';
import type { MetricDifference, MetricResult, SeriesResult } from '../../sim/experiment/result.ts';
import { csvRows, numberOf, tagsOf } from './read-back.ts';
import { smallResult } from './small-result.ts';

const CHARTS = [
  'cash-over-time',
  'common-random-numbers',
  'constraint-timeline',
  'convergence',
  'cycle-time',
  'differences',
  'one-more-head',
  'opportunity-funnel',
  'payroll',
  'queues-over-time',
  'risk-and-error',
  'throughput-over-time',
  'time-use',
  'travel',
  'utilisation-over-time',
];
const PICTURES = ['journey', 'organisation', 'trips', 'two-by-two', 'week-calendar'];
const result = smallResult();
let files: ReadonlyMap<string, string | Uint8Array>;

beforeAll(async () => {
  files = await renderReport(result);
});

describe('the files of a report', () => {
  it('are the page, the result, every chart in four formats and every picture in three', () => {
    const expected = [
      ...CHARTS.flatMap((id) => ['csv', 'png', 'svg', 'vl.json'].map((kind) => `charts/${id}.${kind}`)),
      ...PICTURES.flatMap((id) => ['csv', 'png', 'svg'].map((kind) => `charts/${id}.${kind}`)),
    ];
    expect([...files.keys()].sort()).toEqual([...expected, 'report.html', 'result.json'].sort());
  });

  it('have the same bytes when they are made again', async () => {
    const again = await renderReport(smallResult());
    const different = [...files].filter(([name, content]) => {
      return !Buffer.from(content).equals(Buffer.from(again.get(name) ?? ''));
    });
    expect(different.map(([name]) => name)).toEqual([]);
  });

  it('carry the hash of every scenario for programs too', () => {
    const hashes = result.provenance.scenarios.map(({ sha256 }) => sha256);
    for (const id of [...CHARTS, ...PICTURES]) {
      const metadata = /<metadata>([^<]*)</.exec(text(`charts/${id}.svg`))![1]!.replaceAll('&quot;', '"');
      const { salesworks } = JSON.parse(metadata) as { salesworks: { scenarios: { sha256: string }[] } };
      expect(salesworks.scenarios.map(({ sha256 }) => sha256)).toEqual(hashes);
    }
    for (const id of CHARTS) {
      const { usermeta } = JSON.parse(text(`charts/${id}.vl.json`)) as {
        usermeta: { salesworks: { scenarios: { sha256: string }[] } };
      };
      expect(usermeta.salesworks.scenarios.map(({ sha256 }) => sha256)).toEqual(hashes);
    }
  });

  it('hold the result as it was', () => {
    expect(JSON.parse(text('result.json'))).toEqual(result);
  });

  it.each([...CHARTS, ...PICTURES])('show %s as a picture of some size', (id) => {
    const png = Buffer.from(files.get(`charts/${id}.png`)!);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1200);
    expect(png.readUInt32BE(20)).toBeGreaterThan(300);
    // A picture without its fonts is nearly empty.
    expect(png.length).toBeGreaterThan(25_000);
  });

  it.each([...CHARTS, ...PICTURES])('say in the drawing of %s where it comes from', (id) => {
    const svg = text(`charts/${id}.svg`);
    expect(tagsOf(svg)[0]?.name).toBe('svg');
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, word]) => word!).join(' ');
    expect(words).toContain(`seed ${result.provenance.seed}`);
    for (const { sha256 } of result.provenance.scenarios) expect(words).toContain(sha256.slice(0, 8));
  });

  it.each(CHARTS)('say in the page and in the drawing of %s what it found', (id) => {
    const spec = JSON.parse(text(`charts/${id}.vl.json`)) as {
      vconcat: { title: { text: string[]; subtitle: string[] } }[];
    };
    const title = spec.vconcat[0]!.title;
    expect(title.text.join(' ').length).toBeGreaterThan(20);
    expect(title.subtitle.join(' ')).toMatch(/95 % interval|Exact/);
  });

  function text(name: string): string {
    const content = files.get(name);
    if (typeof content !== 'string') throw new Error(`${name} is no text`);
    return content;
  }

  function rowsOf(id: string): Record<string, string>[] {
    const rows = csvRows(text(`charts/${id}.csv`));
    expect(rows.length).toBeGreaterThan(0);
    return rows;
  }

  describe('as CSV', () => {
    it.each(['utilisation-over-time', 'throughput-over-time', 'queues-over-time'])(
      'have the weekly numbers of the result: %s',
      (id) => {
        for (const row of rowsOf(id)) {
          const { week, mean, lo, hi } = seriesOf(row['organisation']!, row['metric']!);
          const i = week.indexOf(Number(row['week']) - 1);
          expect([row['mean'], row['lower'], row['upper']].map(numberOf)).toEqual([mean[i], lo[i], hi[i]]);
        }
      },
    );

    it('have every week of every organisation', () => {
      const meetings = rowsOf('throughput-over-time').filter(
        ({ metric }) => metric === 'bd-meetings-per-week',
      );
      expect(meetings.length).toBe(2 * 30);
    });

    it('have the shares of the constraint', () => {
      for (const row of rowsOf('constraint-timeline')) {
        const { week, mean } = seriesOf(row['organisation']!, row['metric']!);
        expect(numberOf(row['share'])).toBe(mean[week.indexOf(Number(row['week']) - 1)]);
      }
    });

    it('have the differences', () => {
      for (const row of rowsOf('differences')) {
        const difference = result.differences[0]!.metrics[row['metric']!]!;
        expectDifference(row, difference);
        expect(numberOf(row['firstMean'])).toBe(figureOf('traditional', row['metric']!).mean);
        expect(numberOf(row['secondMean'])).toBe(figureOf('standard', row['metric']!).mean);
      }
    });

    it('have what one more head changes and costs', () => {
      for (const row of rowsOf('one-more-head')) {
        const { oneMore } = result.organisations.find(({ name }) => name === row['organisation'])!;
        const more = oneMore.find(({ role }) => role === row['role'])!;
        expectDifference(row, more.metrics[row['metric']!]!);
        expect(numberOf(row['costPerYear'])).toBe(more.cost);
      }
    });

    it('have the payroll, step by step from one total to the other', () => {
      const rows = rowsOf('payroll');
      const [first, last] = [rows[0]!, rows.at(-1)!];
      expect(numberOf(first['to'])).toBe(figureOf('traditional', 'payroll-per-year').mean);
      expect(numberOf(last['to'])).toBe(figureOf('standard', 'payroll-per-year').mean);
      const steps = rows.slice(1, -1);
      steps.forEach(({ from }, i) => expect(from).toBe((steps[i - 1] ?? first)['to']));
      expect(steps.at(-1)!['to']).toBe(last['to']);
    });

    it('have all paid hours of a role', () => {
      const rows = rowsOf('time-use');
      for (const { name, metrics } of result.organisations) {
        const drawn = rows
          .filter(({ organisation, role }) => organisation === name && role === 'salesperson')
          .reduce((sum, { hours }) => sum + Number(hours), 0);
        const known = Object.entries(metrics)
          .filter(([id]) => id.startsWith('hours-per-week.salesperson.'))
          .reduce((sum, [, { mean }]) => sum + (mean ?? 0), 0);
        expect(Math.abs(drawn - known)).toBeLessThan(0.2);
        expect(drawn).toBeGreaterThan(30);
      }
    });
  });
});

function expectDifference(row: Record<string, string>, { mean, ci95, verdict }: MetricDifference): void {
  expect(numberOf(row['difference'])).toBe(mean);
  expect([row['lower'], row['upper']].map(numberOf)).toEqual([ci95?.[0] ?? null, ci95?.[1] ?? null]);
  expect(row['verdict']).toBe(verdict);
}

function figureOf(organisation: string, id: string): MetricResult {
  return result.organisations.find(({ name }) => name === organisation)!.metrics[id]!;
}

function seriesOf(organisation: string, id: string): SeriesResult {
  return result.organisations.find(({ name }) => name === organisation)!.series[id]!;
}
