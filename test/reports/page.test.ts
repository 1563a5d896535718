import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../reports/charts/all-charts.ts';
import { picturesOf } from '../../reports/pictures/all-pictures.ts';
import { pageAndWarnings, pageWithoutCharts, partOf, tagsOf, textOf, type Tag } from './read-back.ts';
import { timeUseOfRoles } from '../../reports/charts/time-use.ts';
import { meaningOf } from '../../reports/charts/verdict-marks.ts';
import { smallResult } from './small-result.ts';

const result = smallResult();
let page: string;
let tags: Tag[];

beforeAll(async () => {
  const made = await pageAndWarnings(result, ['wide', 'narrow']);
  expect(made.warnings).toEqual([]);
  page = made.page;
  tags = tagsOf(page);
});

function attributesOf(name: string, key: string): string[] {
  return tags.filter((tag) => tag.name === name).flatMap(({ attributes }) => attributes.get(key) ?? []);
}

describe('the page', () => {
  it('has its sections in the order of a reader’s questions', () => {
    expect(attributesOf('section', 'id')).toEqual([
      'verdict',
      'changes-1',
      'certainty',
      'saturation',
      'one-more',
      'evidence',
      'service',
      'money',
      'figures',
      'notes',
      'provenance',
      'definitions',
    ]);
  });

  it('speaks of one week of warm-up, and of none, as of what they are', () => {
    const of = (weeks: number) => {
      const warmUp = { ...result.provenance.warmUp, weeks };
      return textOf(pageWithoutCharts({ ...result, provenance: { ...result.provenance, warmUp } }));
    };
    expect(of(1)).toMatch(/the first one not measured.*The first week is simulated but left out/s);
    expect(of(0)).toMatch(/measured from the first one on.*No week is left out/s);
  });

  it('has every figure once, drawn for wide and for narrow pages, with words for those who do not see it', async () => {
    const figures = [...chartsOf(result, 'wide'), ...(await picturesOf(result, 'wide'))].map(({ id }) => id);
    expect(figures.length).toBeGreaterThan(9);
    expect(attributesOf('figure', 'id').sort()).toEqual(figures.sort());
    const labels = attributesOf('svg', 'aria-label');
    expect(labels.length).toBe(2 * figures.length);
    for (const label of labels) expect(label).toMatch(/\d/);
  });

  it('has no id twice and no link to nowhere', () => {
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const targets = attributesOf('a', 'href');
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !target.startsWith('#') || !ids.includes(target.slice(1)))).toEqual([]);
  });

  it('defines every metric that it names, one click away', () => {
    const definitions = partOf(page, 'definitions');
    const defined = new Set(
      tagsOf(`${definitions}</section>`).flatMap(({ attributes }) => attributes.get('id') ?? []),
    );
    const named = Object.keys(result.metrics).filter((id) => !id.startsWith('hours-per-week.'));
    expect(named.filter((id) => !defined.has(`definition-${id}`))).toEqual([]);
    expect(defined).toContain('definition-hours-per-week');
    expect(defined).toContain('definition-hours-idle');
    for (const id of named) expect(textOf(definitions)).toContain(textOf(result.metrics[id]!.definition));
  });

  it('links every row of the table of figures to its definition', () => {
    const rows = partOf(page, 'figures').match(/<th scope="row">[\s\S]*?<\/th>/g)!;
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => !row.includes('href="#definition-'))).toEqual([]);
  });

  it('shows the main figures at once, and every figure folded by its subject', () => {
    const figures = partOf(page, 'figures');
    const [open, ...folded] = figures.split('<details');
    expect(open!.match(/<tr data-metric/g)!.length).toBeLessThanOrEqual(16);
    const rows = new Set(folded.join().match(/(?<=data-metric=")[^"]+/g));
    const zeros = textOf(figures)
      .match(/Zero in every replication: [^.]+/g)!
      .join();
    const missing = Object.entries(result.metrics).filter(([id, { title }]) => {
      const means = result.organisations.map(({ metrics }) => metrics[id]?.mean ?? null);
      const isShown = !/^(hours-per-week|saturation-week)\./.test(id) && means.some((mean) => mean !== null);
      return isShown && !rows.has(id) && !zeros.includes(title);
    });
    expect(missing).toEqual([]);
    expect(zeros).toContain('Flights');
    expect(rows).not.toContain('flights-per-week');
    // Nothing is a figure that nobody has thought of.
    expect(figures).not.toContain('Other figures');
  });

  it('calls no balance and no sum a figure of a year', () => {
    const rowOf = (id: string) =>
      textOf(new RegExp(`<tr data-metric="${id}">[\\s\\S]*?</tr>`).exec(partOf(page, 'figures'))![0]);
    for (const id of ['cash-at-end', 'lowest-cash']) expect(rowOf(id)).not.toContain('a year');
    expect(rowOf('profit-per-year')).toContain('a year');
    expect(textOf(partOf(page, 'definitions'))).toMatch(/taken to be 0\..*? Unit: \$\./);
  });

  it('has no number that is but rounding dust', () => {
    expect(textOf(partOf(page, 'figures'))).not.toMatch(/(?<![\d.])0\.000+(?!\d)/);
  });

  it('says what would turn the verdict, and how to ask for it', () => {
    const text = textOf(partOf(page, 'certainty'));
    for (const word of ['What would turn this', '--with everyday', 'sweep', 'sensitivity'])
      expect(text).toContain(word);
  });

  it('says where the numbers stand in the stored result', () => {
    expect(textOf(partOf(page, 'provenance'))).toContain('organisations[…].metrics["id"]');
    expect(textOf(partOf(page, 'definitions'))).toContain('Profit profit-per-year');
  });

  it('loads nothing and runs nothing', () => {
    const allowed = tags.filter(({ name }) => ['script', 'iframe', 'object', 'img', 'use'].includes(name));
    expect(allowed).toEqual([]);
    const addresses = tags.flatMap(({ attributes }) =>
      ['src', 'href', 'xlink:href', 'action', 'srcset'].flatMap((key) => attributes.get(key) ?? []),
    );
    expect(addresses.filter((address) => !address.startsWith('#') && !address.startsWith('data:'))).toEqual(
      [],
    );
    expect(tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((key) => /^on/.test(key))).toEqual(
      [],
    );
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
    expect(style!.match(/url\((?!data:)/g)).toBeNull();
    expect(style).not.toContain('@import');
  });

  it('has a policy that lets in its own style sheet and nothing else', () => {
    const [policy] = attributesOf('meta', 'content').filter((content) => content.includes('default-src'));
    expect(policy).toContain('default-src &#39;none&#39;');
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    expect(policy).toContain(`style-src &#39;sha256-${hash}&#39;`);
    expect(tags.filter(({ attributes }) => attributes.has('style'))).toEqual([]);
  });

  it('says where the result comes from', () => {
    const text = textOf(partOf(page, 'provenance'));
    const { version, commit, command, seed, tapeHash, scenarios, warmUp } = result.provenance;
    for (const fact of [version, commit!, command, String(seed), tapeHash!, warmUp.initialState]) {
      expect(text).toContain(fact);
    }
    for (const { sha256 } of scenarios) expect(text).toContain(sha256);
  });

  it('says who is paid without work in the model', () => {
    expect(textOf(partOf(page, 'notes'))).toContain(
      'Paid, but with nothing to do in these scenarios (†): sales managers, promotions coordinators, support managers',
    );
  });

  it('says for every function and organisation when it saturates, never included', () => {
    const rows = partOf(page, 'saturation')
      .match(/<tr>[\s\S]*?<\/tr>/g)!
      .map(textOf);
    for (const [role, title] of [
      ['salesperson', 'Salespeople'],
      ['engineering', 'Engineering'],
      ['customer-service', 'Customer service'],
    ] as const) {
      const row = rows.find((text) => text.includes(title))!;
      const words = result.organisations.map(({ saturation }) => {
        const { count, replications, week } = saturation[role]!;
        const when = week === null ? 'never' : String(Math.round(week.median));
        return `${count} of ${replications} ${when}`;
      });
      for (const word of words) expect(row).toContain(word);
    }
    expect(rows.join()).toContain('never');
    expect(rows.find((text) => text.includes('Project leaders'))).toContain('nobody employed');
  });

  it('has the totals of the payroll', () => {
    const text = textOf(partOf(page, 'money'));
    for (const { metrics } of result.organisations) {
      const thousands = metrics['payroll-per-year']!.mean! / 1000;
      expect(text).toContain(`$${thousands.toLocaleString('en-US')}k`);
    }
  });

  it('has one row for one more head of every role that was tried', () => {
    const rows = partOf(page, 'one-more').match(/<th scope="row">/g)!;
    expect(rows.length).toBe(result.organisations.reduce((sum, { oneMore }) => sum + oneMore.length, 0));
  });
});

describe('what was asked', () => {
  const thresholds = [
    {
      organisation: 'standard',
      condition: 'on-time-delivery < 90 %',
      verdict: 'passed',
      estimate: 0.987,
      ci95: [0.97, 0.99],
      unit: 'share',
    },
    {
      organisation: 'standard',
      condition: '<b>x</b>',
      verdict: 'failed',
      estimate: null,
      ci95: null,
      unit: 'share',
    },
  ] as const;
  const decided = {
    a: 'traditional',
    b: 'standard',
    metric: 'profit-per-year',
    verdict: 'higher',
    replications: 10,
    mean: 600_000,
    interval: [500_000, 700_000],
    unit: '$ per year',
  } as const;

  it('is answered first: conditions and decisions, with figures and verdicts', () => {
    const decision = { confidence: 0.95, looks: [10, 20], differences: [decided] };
    const asked = pageWithoutCharts({ ...result, thresholds, decision });
    const text = textOf(partOf(asked, 'asked'));
    expect(text).toContain('on-time-delivery < 90 % standard 99 % (97 to 99 %) passed: shown not to be so');
    expect(text).toContain('<b>x</b> standard no figure failed: shown to be so');
    expect(text).toMatch(
      /Profit standard less traditional 10 \+\$600k a year \(\+\$500k to \+\$700k\) higher/,
    );
    expect(asked.indexOf('id="asked"')).toBeLessThan(asked.indexOf('id="verdict"'));
    expect(asked).toContain('href="#asked"');
  });

  it('has no place where nothing was', () => {
    expect(page).not.toContain('id="asked"');
    expect(page).not.toContain('href="#asked"');
  });
});

describe('the marks of differences', () => {
  it('are good or bad only where a direction is welcome', () => {
    expect(meaningOf('payroll-per-year', 'lower')).toBe('for the better');
    expect(meaningOf('profit-per-year', 'lower')).toBe('for the worse');
    expect(meaningOf('opportunities-pursued-per-week', 'higher')).toBe('neither good nor bad');
    expect(meaningOf('profit-per-year', 'undecided')).toBe('not decided');
  });
});

describe('the time of the roles', () => {
  it('says where the week is not equally long', () => {
    expect(timeUseOfRoles(result, 'wide')!.subtitle).toMatch(
      /not equally long everywhere, hours: salespeople 49(\.\d)? in traditional, 42\.\d in standard/,
    );
  });
});
