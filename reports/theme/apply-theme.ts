import type { TopLevelSpec } from 'vega-lite';
import { DASHES, FONT } from '../charts/theme.ts';
import { STANDARD_THEME, type Theme } from './theme.ts';

/** A specification in the looks of a theme: every colour, dash and font of the standard ones replaced. */
export function themedSpec(spec: TopLevelSpec, theme: Theme): TopLevelSpec {
  return replaced(spec, replacements(theme), theme) as TopLevelSpec;
}

/** A drawing that was made in the standard looks, in those of a theme. */
export function themedSvg(svg: string, theme: Theme): string {
  const values = replacements(theme);
  return svg.replace(/<(\w+)([^<>]*)>/g, (_, tag: string, attributes: string) => {
    const own = attributes.replace(
      / (fill|stroke|font-family)="([^"]*)"/g,
      (whole, name: string, value: string) => {
        // White text stands upon a filled area, whatever the ground.
        const isUpon = tag === 'text' && keyOf(value) === keyOf(STANDARD_THEME.background);
        const other = isUpon ? undefined : values.get(keyOf(value));
        return other === undefined ? whole : ` ${name}="${other}"`;
      },
    );
    return `<${tag}${own}>`;
  });
}

/** The font of a theme with those that stand in for it. */
export function fontOf({ font }: Theme): string {
  return font === undefined ? FONT : `${font}, ${FONT}`;
}

/** By the standard value in lower case. Exact values only: nothing inside a text is touched. */
function replacements(theme: Theme): ReadonlyMap<string, string> {
  const pairs: readonly (readonly [string, string])[] = [
    ...STANDARD_THEME.organisations.map((hue, i) => [hue, theme.organisations[i]!] as const),
    [STANDARD_THEME.ink, theme.ink],
    [STANDARD_THEME.faintInk, theme.faintInk],
    [STANDARD_THEME.background, theme.background],
    [STANDARD_THEME.grid, theme.grid],
    [STANDARD_THEME.shade, theme.shade],
    [FONT, fontOf(theme)],
  ];
  return new Map(pairs.map(([standard, own]) => [keyOf(standard), own]));
}

function replaced(value: unknown, values: ReadonlyMap<string, string>, theme: Theme, key = ''): unknown {
  // Neither data nor words are looks, even those that read like a colour.
  if (key === 'data' || (WORDS.has(key) && !isMap(value))) return value;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? (values.get(keyOf(value)) ?? value) : value;
  }
  if (Array.isArray(value)) {
    if (!theme.dash && isDash(value)) return [1, 0];
    return value.map((item) => replaced(item, values, theme, key));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, replaced(inner, values, theme, name)]),
  );
}

/** Keys under which strings are words or names of data. */
const WORDS: ReadonlySet<string> = new Set(
  'text title subtitle domain datum field equal oneOf values name description'.split(' '),
);

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDash(value: readonly unknown[]): boolean {
  const text = JSON.stringify(value);
  return DASHES.some((dash) => JSON.stringify(dash) === text);
}

function keyOf(value: string): string {
  return value.toLowerCase();
}
