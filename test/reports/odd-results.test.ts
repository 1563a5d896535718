import { describe, expect, it } from 'vitest';
import type { Result } from '../../sim/experiment/result.ts';
import { csvOf } from '../../reports/render/csv.ts';
import { chartsOf } from '../../reports/charts/all-charts.ts';
import { organisationNames } from '../../reports/words/organisation-names.ts';
import { csvRows, pageAndWarnings, pageWithoutCharts, partOf, tagsOf, textOf } from './read-back.ts';
import {
  ofOneOrganisation,
  ofOneReplication,
  ofThreeOrganisations,
  renamed,
  smallResult,
  withoutFigures,
  withOrganisation,
} from './small-result.ts';

const result = smallResult();

async function pageOf(odd: Result): Promise<string> {
  const { page, warnings } = await pageAndWarnings(odd);
  expect(warnings).toEqual([]);
  return page;
}

describe('hostile names', () => {
  it('are shown as they are and mean nothing to a browser', async () => {
    const names = ['<script>alert(1)</script>', `a"b'c&d</style><img src=x onerror=alert(1)>`];
    const hostile = renamed(result, names);
    const page = await pageOf(hostile);
    // Nothing but drawings can have put tags there that a page without charts does not have.
    const honest = new Set(tagsOf(pageWithoutCharts(result)).map(({ name }) => name));
    const foreign = new Set(tagsOf(page).flatMap(({ name }) => (honest.has(name) ? [] : [name])));
    const drawing = ['svg', 'g', 'path', 'rect', 'text', 'line', 'circle', 'tspan', 'defs', 'clipPath'];
    const figures = ['figure', 'figcaption'];
    expect([...foreign].filter((name) => ![...drawing, ...figures].includes(name))).toEqual([]);
    expect(tagsOf(page).filter(({ attributes }) => attributes.has('onerror'))).toEqual([]);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    const [first, second] = organisationNames(hostile);
    expect(textOf(partOf(page, 'verdict'))).toContain(first!);
    expect(textOf(partOf(page, 'verdict'))).toContain(second!);
  });

  it('are escaped in descriptions and commands too', () => {
    const description = '<b onclick="x">"firm" & sons</b>';
    const hostile = withOrganisation(result, 0, () => ({ description }));
    const { provenance } = result;
    const command = `salesworks compare '<i>'`;
    const page = pageWithoutCharts({ ...hostile, provenance: { ...provenance, command } });
    expect(textOf(partOf(page, 'verdict'))).toContain(description);
    expect(textOf(partOf(page, 'provenance'))).toContain(command);
    expect(tagsOf(page).filter(({ name }) => name === 'i')).toEqual([]);
  });

  it('are kept apart and short enough for a legend', () => {
    const long = 'x'.repeat(500);
    const names = organisationNames(renamed(result, [long, `${long}y`]));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(45);
    expect(organisationNames(renamed(result, [' \n\t', 'a\u0000b\nc']))).toEqual(['unnamed', 'a b c']);
  });

  it('do not become formulas or lines of a spreadsheet', () => {
    const text = csvOf([{ name: '=HYPERLINK("x")', value: -1, none: null }]);
    expect(text).toBe('name,value,none\r\n"\'=HYPERLINK(""x"")",-1,\r\n');
    expect(csvRows(csvOf([{ name: 'a,"b"\r\nc', value: 1 }]))).toEqual([{ name: 'a,"b"\r\nc', value: '1' }]);
  });
});

describe('a result of one organisation', () => {
  it('has no differences, and a verdict on its constraint', async () => {
    const page = await pageOf(ofOneOrganisation(result));
    expect(page).not.toContain('id="changes-');
    expect(page).not.toContain('id="differences"');
    expect(textOf(partOf(page, 'top'))).toContain('traditional');
    expect(textOf(partOf(page, 'verdict'))).toContain('What limits the organisation');
    expect(partOf(page, 'payroll')).toContain('<svg');
  });
});

describe('a result of three organisations', () => {
  it('compares each of them with the first', async () => {
    const page = await pageOf(ofThreeOrganisations(result));
    expect(textOf(partOf(page, 'changes-2'))).toContain('What third changes against traditional');
    const ids = tagsOf(page).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(textOf(partOf(page, 'figures'))).toContain('third less traditional');
  });
});

describe('a result of one replication', () => {
  it('has no interval and decides nothing', async () => {
    const page = await pageOf(ofOneReplication(result));
    const text = textOf(page);
    expect(textOf(partOf(page, 'top'))).toContain('One replication does not tell');
    expect(textOf(partOf(page, 'certainty'))).toContain('hence no interval, and no difference is decided');
    expect(textOf(partOf(page, 'changes-1'))).toMatch(/For the better None of the main figures/);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  });
});

describe('a result without some figures', () => {
  it('leaves them out, and says nothing about them', async () => {
    const page = await pageOf(withoutFigures(result, (id) => id.startsWith('orders-won')));
    expect(textOf(partOf(page, 'changes-1'))).not.toContain('Projects won');
    expect(textOf(partOf(page, 'throughput-over-time'))).not.toContain('Projects won:');
    expect(textOf(page)).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  });

  it('leaves charts out for which there is nothing', () => {
    const bare = withoutFigures(result, (id) => !id.startsWith('payroll'));
    const ids = chartsOf(bare, 'wide').map(({ id }) => id);
    expect(ids).toContain('payroll');
    expect(ids).not.toContain('queues-over-time');
    expect(ids).not.toContain('constraint-timeline');
  });

  it('can still be shown when nothing at all is known', async () => {
    const page = await pageOf(withoutFigures(result, () => true));
    expect(textOf(partOf(page, 'verdict'))).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  });
});

describe('an interrupted result', () => {
  it('says so at the top, in the notes and at every chart', () => {
    const odd = { ...result, provenance: { ...result.provenance, interrupted: true } };
    const page = pageWithoutCharts(odd);
    expect(textOf(partOf(page, 'top'))).toContain('The run was interrupted after 12 replications');
    expect(textOf(partOf(page, 'notes'))).toContain('fewer than asked for');
    for (const { source } of chartsOf(odd, 'wide')) expect(source).toContain('stopped early');
    expect(textOf(pageWithoutCharts(result))).not.toContain('The run was interrupted');
  });
});

describe('organisations in different markets', () => {
  it('are not said to be compared opportunity by opportunity', () => {
    const page = pageWithoutCharts({ ...result, provenance: { ...result.provenance, tapeHash: null } });
    expect(textOf(partOf(page, 'certainty'))).toContain('met different markets');
    expect(textOf(partOf(page, 'certainty'))).not.toContain('the same opportunities');
  });
});
