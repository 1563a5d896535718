import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonFaultAt } from '../../sim/cli/json-fault.ts';
import { reportAgain } from '../../sim/cli/report-again.ts';
import { smallResult } from '../reports/small-result.ts';
import { emptyFolder } from './salesworks.ts';

/** As much of a staffing as is shown. */
const SMALL_STAFFING = {
  schema: 'salesworks/staffing/1',
  provenance: { version: '0.1.0', commit: null, command: 'salesworks staff', seed: 1 },
  examined: [{ heads: { salesperson: 1 }, payroll: 130_000, verdict: 'met', replications: 5 }],
};

const stored = (): string => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'result.json'), JSON.stringify(smallResult()));
  return folder;
};

async function refusalOf(result: string, rest: object = {}): Promise<string> {
  return reportAgain({ result, quiet: true, ...rest }).then(
    () => 'nothing was refused',
    (error: unknown) => (error as Error).message,
  );
}

describe('the place of a fault in JSON', () => {
  it.each([
    ['{\n "a": }', 8],
    ['[1, 2,]', 6],
    ['{"a": 1 "b": 2}', 8],
    ['{"a"', 4],
    ['[01]', 2],
    ['["a\nb"]', 1],
    ['{a: 1}', 1],
    ['1 2', 2],
    ['[1}', 2],
    ['', 0],
  ])('of %j is %i', (text, place) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFaultAt(text)).toBe(place);
  });

  it('is the end of what is JSON', () => {
    const text = JSON.stringify(smallResult(), null, 1);
    expect(jsonFaultAt(text)).toBe(text.length);
  });
});

describe('report', () => {
  it('makes one chart of a stored result, in one format and nothing else', async () => {
    const folder = stored();
    expect(await reportAgain({ result: folder, chart: ['payroll'], format: ['png'], quiet: true })).toBe(0);
    expect(readdirSync(join(folder, 'charts'))).toEqual(['payroll.png']);
    expect(readFileSync(join(folder, 'charts/payroll.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  it('makes the summary for a pull request', async () => {
    const folder = stored();
    await reportAgain({ result: join(folder, 'result.json'), format: ['md'], quiet: true });
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toMatch(/^### `standard` against `traditional`/);
  });

  it('says what is wrong with a file, and where', async () => {
    const folder = emptyFolder();
    const write = (text: string): string => {
      writeFileSync(join(folder, 'x.json'), text);
      return join(folder, 'x.json');
    };
    expect(await refusalOf(write('{\n "a": }'))).toMatch(/x\.json:2:7 {2}is not JSON/);
    expect(await refusalOf(write('{"schema": "salesworks/result/1"'))).toMatch(/x\.json:1:33 {2}is not JSON/);
    expect(await refusalOf(write('{"schema": "other"}'))).toMatch(
      /found the schema "other"; accepted: a JSON result/,
    );
    expect(await refusalOf(write('[]'))).toMatch(/found no schema/);
    expect(await refusalOf(folder)).toMatch(/holds no result/);
    expect(await refusalOf(join(folder, 'none.json'))).toMatch(/there is no such file/);
    const { organisations, ...rest } = smallResult();
    const [first] = organisations;
    const damaged = { ...rest, organisations: [{ ...first, series: { a: { week: 'x' } } }] };
    expect(await refusalOf(write(JSON.stringify(damaged)))).toMatch(
      /organisations\.0\.series\.a\.unit: is not string/,
    );
    expect(await refusalOf(write(JSON.stringify({ ...rest, organisations: [] })))).toMatch(
      /organisations: is empty/,
    );
  });

  it('says which charts there are, and what was probably meant', async () => {
    const folder = stored();
    expect(await refusalOf(folder, { chart: ['pay-roll'], format: ['svg'] })).toMatch(
      /has no such chart; accepted: .*payroll.*did you mean payroll\?/,
    );
    for (const format of ['html', 'md']) {
      expect(await refusalOf(folder, { chart: ['bogus'], format: [format] })).toMatch(
        /give either --chart or --format \w+, which has the whole result; accepted with --chart: svg, png/,
      );
    }
    expect(await refusalOf(folder, { chart: ['payroll', 'bogus'] })).toMatch(
      /--chart bogus: the result has no/,
    );
    expect(await refusalOf(folder, { chart: ['organisation'], format: ['svg', 'vega'] })).toBe(
      '--chart organisation: there is none as vega; accepted: --format svg, png, csv',
    );
    expect(await refusalOf(folder, { chart: ['organisation'], format: ['vega'] })).toMatch(/none as vega/);
    expect(readdirSync(folder)).toEqual(['result.json']);
  });

  it('says what a study of another kind can be shown as, rather than leave out what it has not', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'staffing.json'), JSON.stringify(SMALL_STAFFING));
    expect(await refusalOf(folder, { format: ['csv', 'md'] })).toBe(
      '--format md: results of staffing have none; accepted: csv',
    );
    expect(await refusalOf(folder, { chart: ['payroll'] })).toBe(
      '--chart payroll: the result has no such chart; accepted: no --chart, since it has none',
    );
    expect(readdirSync(folder)).toEqual(['staffing.json']);
    expect(await reportAgain({ result: folder, format: ['csv'], quiet: true })).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['designs.csv', 'staffing.json']);
  });
});
