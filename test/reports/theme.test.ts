import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { throughputOverTime } from '../../reports/charts/throughput.ts';
import { ORGANISATION_HUES } from '../../reports/charts/theme.ts';
import { pageOf } from '../../reports/page/page.ts';
import { renderFigures } from '../../reports/write-report.ts';
import { adaptable, drawingVariables, rounded } from '../../reports/render/adaptable.ts';
import { shippedFonts } from '../../reports/render/fonts.ts';
import { themedSpec, themedSvg } from '../../reports/theme/apply-theme.ts';
import { between, contrastOf } from '../../reports/theme/contrast.ts';
import { loadTheme } from '../../reports/theme/load-theme.ts';
import { STANDARD_THEME } from '../../reports/theme/theme.ts';
import { tagsOf, textOf } from './read-back.ts';
import { smallResult } from './small-result.ts';

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'salesworks-theme-')), 'house.yaml');
  writeFileSync(file, text);
  return file;
}

function messageOf(text: string): string {
  try {
    loadTheme(written(text));
    return 'nothing was wrong';
  } catch (error) {
    return (error as Error).message.replace(/\s+/g, ' ');
  }
}

const HOUSE = `organisations: ["#1b4965", "#c1121f"]
ink: "#14213d"
background: "#fffaf0"
font: Source Sans 3
dash: false
footer: Acme <Works> & Sons
`;

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrastOf('#ffffff', '#ffffff')).toBe(1);
    // The greys between which the bound of 4.5 lies on white, as tools for it show them.
    expect(
      [contrastOf('#767676', '#ffffff'), contrastOf('#777777', '#ffffff')].map((one) => one >= 4.5),
    ).toEqual([true, false]);
  });
});

describe('a theme', () => {
  it('replaces what it names, and leaves the rest as it is', () => {
    const theme = loadTheme(written(HOUSE));
    expect(theme).toMatchObject({
      ink: '#14213d',
      font: 'Source Sans 3',
      dash: false,
    });
    expect(theme.organisations).toEqual(['#1b4965', '#c1121f', ...ORGANISATION_HUES.slice(2)]);
    expect(loadTheme(written('dash: true\n'))).toEqual(STANDARD_THEME);
  });

  it.each([
    [
      'ink: "#999999"',
      /house\.yaml:1:6 ink: has a contrast of 2\.85 to 1 with the background #ffffff accepted: 4\.5 to 1/,
    ],
    ['organisations: ["#ffee00"]', /organisations\.0: has a contrast of 1\.\d\d to 1 .* accepted: 3 to 1/],
    ['ink: #333333', /ink: has no value: without quotes, # begins a remark/],
    ['organisations: [red]', /organisations\.0: is no colour; found "red"/],
    ['colours: []', /colours: is not a known key/],
    ["font: 'x; } body { display: none'", /font: cannot be taken/],
    ['background: "#000000"', /ink: has a contrast of/],
    [
      'background: "#6b7280"\nink: "#ffffff"\nfaintInk: "#ffffff"',
      /house\.yaml:1:13 organisations\.0: is not given, and the standard colour #0072B2 has a contrast of 1\.\d\d to 1/,
    ],
    ['- 1', /is not a map/],
  ])('is refused in words: %s', (text, message) => {
    expect(messageOf(text)).toMatch(message);
  });

  it('changes looks of a chart, and none of its data', () => {
    const chart = throughputOverTime(smallResult(), 'wide')!;
    const theme = loadTheme(written(HOUSE));
    const [before, after] = [chart.spec, themedSpec(chart.spec, theme)].map((spec) =>
      JSON.stringify(spec),
    ) as [string, string];
    expect(after).toContain('#1b4965');
    expect(after).not.toMatch(/#0072b2|#1f2328/i);
    expect(after).toContain('Source Sans 3, Atkinson Hyperlegible');
    expect(before).toContain('[7,4]');
    expect(after).not.toContain('[7,4]');
    expect(themedSpec(chart.spec, STANDARD_THEME)).toEqual(chart.spec);
    const data = { data: { values: [{ ink: '#ffffff', name: '#0072B2' }] } } as never;
    expect(themedSpec(data, theme)).toEqual(data);
  });

  it('draws grid and shade between ground and ink, where the file does not', () => {
    const night = 'background: "#0d1117"\nink: "#e6edf3"\nfaintInk: "#a3adb8"\n';
    const { grid, shade } = loadTheme(written(night));
    expect(contrastOf(grid, '#0d1117')).toBeLessThan(1.6);
    expect(contrastOf(grid, '#0d1117')).toBeGreaterThan(contrastOf(shade, '#0d1117'));
    // On white with the standard ink that gives the standard ones, nearly.
    expect(between('#ffffff', STANDARD_THEME.ink, 0.12)).toBe('#e4e5e5');
    expect(loadTheme(written(`${night}grid: "#223344"\n`))).toMatchObject({
      grid: '#223344',
      shade: '#223344',
    });
    const page = pageOf(smallResult(), [], { fonts: shippedFonts(), theme: loadTheme(written(night)) });
    expect(page).toContain('color-scheme:only dark');
  });

  it('leaves names that read like colours', () => {
    const theme = loadTheme(written(HOUSE));
    const scale = { domain: ['#0072B2', '#ffffff'], range: ['#0072B2', '#ffffff'] };
    const spec = {
      mark: { type: 'text', text: '#0072B2' },
      encoding: { color: { datum: '#1f2328', scale } },
    };
    expect(themedSpec(spec as never, theme)).toEqual({
      mark: { type: 'text', text: '#0072B2' },
      encoding: {
        color: { datum: '#1f2328', scale: { domain: scale.domain, range: ['#1b4965', '#fffaf0'] } },
      },
    });
    expect(
      themedSpec({ config: { text: { color: '#1f2328' }, title: { color: '#1f2328' } } } as never, theme),
    ).toEqual({
      config: { text: { color: '#14213d' }, title: { color: '#14213d' } },
    });
  });

  it('stands in the files of charts, with its footer', async () => {
    const theme = loadTheme(written(HOUSE));
    const files = await renderFigures(smallResult(), { ids: ['payroll'], formats: ['svg', 'csv'], theme });
    expect(files.map(([name]) => name)).toEqual(['charts/payroll.svg', 'charts/payroll.csv']);
    const svg = String(files[0]![1]);
    expect(svg).toContain('fill="#fffaf0"');
    expect(textOf(svg)).toContain('Acme <Works> & Sons');
  });

  it('leaves white text upon filled areas', () => {
    const theme = loadTheme(written(HOUSE));
    expect(themedSvg('<rect fill="#ffffff"/><text fill="#ffffff">a</text>', theme)).toBe(
      '<rect fill="#fffaf0"/><text fill="#ffffff">a</text>',
    );
  });

  it('gives the page one look, by day and by night', () => {
    const page = pageOf(smallResult(), [], { fonts: shippedFonts(), theme: loadTheme(written(HOUSE)) });
    expect(page).toContain('color-scheme:only light;--ground:#fffaf0');
    expect(textOf(page)).toContain('Acme <Works> & Sons');
    expect(tagsOf(page).map(({ name }) => name)).not.toContain('Works');
  });
});

describe('a drawing on a dark page', () => {
  it('has faint lines, also where these are thin rectangles', () => {
    expect(adaptable('<rect width="420" height="1" fill="#e4e7eb"/>')).toContain('var(--mark-grid)');
    expect(adaptable('<rect width="11" height="11" fill="#e4e7eb"/>')).toContain('#e4e7eb');
  });

  it('turns what is neutral, and not what stands upon a hue', () => {
    const svg =
      '<svg fill="none"><rect fill="#ffffff" stroke="#e4e7eb"/><rect fill="#e4e7eb"/><text fill="#1f2328">#1f2328</text>' +
      '<text fill="#ffffff">a</text><text fill="#000000">b</text><path fill="#0072B2"/><text fill="#0072B2">c</text></svg>';
    expect(adaptable(svg)).toBe(
      '<svg fill="none"><rect fill="var(--sheet)" stroke="var(--mark-grid)"/><rect fill="#e4e7eb"/>' +
        '<text fill="var(--mark-ink)">#1f2328</text><text fill="#ffffff">a</text><text fill="#000000">b</text>' +
        '<path fill="#0072B2"/><text fill="var(--text-0)">c</text></svg>',
    );
  });

  it('can be read and told in both schemes', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const colours = new Map(
        drawingVariables(scheme)
          .split(';')
          .map((declaration) => declaration.slice(2).split(':') as [string, string]),
      );
      const sheet = colours.get('sheet')!;
      for (const name of ['mark-ink', 'mark-faint']) {
        expect(contrastOf(colours.get(name)!, sheet)).toBeGreaterThanOrEqual(4.5);
      }
      for (const name of ['text-0', 'text-1', 'text-2']) {
        expect(contrastOf(colours.get(name)!, sheet)).toBeGreaterThanOrEqual(4.5);
      }
      if (scheme === 'dark') {
        for (const hue of ORGANISATION_HUES) expect(contrastOf(hue, sheet)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('is rounded to a tenth of a pixel, its words are not', () => {
    expect(rounded('<path d="M0.12345,-7.98l3.04,2"/><text x="1.25">0.12345</text>')).toBe(
      '<path d="M0.1,-8l3,2"/><text x="1.3">0.12345</text>',
    );
  });
});
