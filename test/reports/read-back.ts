import { chartsOf } from '../../reports/charts/all-charts.ts';
import type { Layout } from '../../reports/charts/chart.ts';
import { pageOf } from '../../reports/page/page.ts';
import { picturesOf } from '../../reports/pictures/all-pictures.ts';
import { shippedFonts } from '../../reports/render/fonts.ts';
import { svgOf } from '../../reports/render/picture-svg.ts';
import { SvgRenderer } from '../../reports/render/svg.ts';
import type { Result } from '../../sim/experiment/result.ts';

/**
 * The page alone, without the files of the charts, and every warning that drawing it caused. Drawings for
 * narrow pages are left empty unless they are asked for, to save time.
 */
export async function pageAndWarnings(
  result: Result,
  layouts: readonly Layout[] = ['wide'],
): Promise<{ page: string; warnings: string[] }> {
  const renderer = await SvgRenderer.load();
  const warnings: string[] = [];
  const onWarning = (text: string) => void warnings.push(text);
  const drawingsOf = (layout: Layout) =>
    Promise.all(
      chartsOf(result, layout).map(async ({ id, spec }) => {
        if (!layouts.includes(layout)) return '<svg ></svg>';
        return await renderer.render(spec, { idPrefix: `${id}-${layout}`, onWarning });
      }),
    );
  const [wide, narrow] = [await drawingsOf('wide'), await drawingsOf('narrow')];
  const drawn = chartsOf(result, 'wide').map((figure, i) => ({
    figure,
    wide: wide[i]!,
    narrow: narrow[i]!,
    hasSpec: true,
  }));
  const pictures = (await picturesOf(result, 'wide')).map((figure) => {
    return { figure, wide: svgOf(figure.drawing), narrow: '<svg ></svg>', hasSpec: false };
  });
  return { page: pageOf(result, [...pictures, ...drawn], { fonts: shippedFonts() }), warnings };
}

/** The words of the page alone, for what the charts have no part in. */
export function pageWithoutCharts(result: Result): string {
  return pageOf(result, [], { fonts: shippedFonts() });
}

/** An opening tag with its attributes. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const EMPTY = ['meta', 'link', 'br'];

/** Opening tags of a document in their order; throws an Error where tags are not closed in turn. */
export function tagsOf(markup: string): Tag[] {
  const open: string[] = [];
  const tags: Tag[] = [];
  for (const [whole, slash, name, rest] of withoutStyle(markup).matchAll(
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g,
  )) {
    if (slash === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name!}> closes <${last ?? 'nothing'}>`);
      continue;
    }
    const attributes = [...rest!.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
    tags.push({ name: name!, attributes: new Map(attributes.map(([, key, value]) => [key!, value ?? ''])) });
    if (!whole.endsWith('/>') && !EMPTY.includes(name!)) open.push(name!);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)!}> is not closed`);
  return tags;
}

/** Text between tags, as a reader sees it, with single spaces. */
export function textOf(markup: string): string {
  return withoutStyle(markup)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

/** The part of a page with an id: a section, figure or header. */
export function partOf(page: string, id: string): string {
  const begin = new RegExp(`<(section|figure|header) id="${id}"`).exec(page);
  if (begin === null) throw new Error(`no part ${id}`);
  const end = page.indexOf(`</${begin[1]!}>`, begin.index);
  return page.slice(begin.index, end);
}

function withoutStyle(markup: string): string {
  return markup.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<!doctype html>/i, '');
}

/** Lines of a CSV file after RFC 4180 by the names of the columns. */
export function csvRows(text: string): Record<string, string>[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') continue;
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') lines.push([]);
  }
  const [names, ...rows] = lines.filter((line) => line.length > 0);
  return rows.map((row) => Object.fromEntries(names!.map((name, i) => [name, row[i]!])));
}

/** A number in a CSV file; an empty field is null. */
export function numberOf(field: string | undefined): number | null {
  if (field === undefined) throw new Error('no such column');
  return field === '' ? null : Number(field);
}
