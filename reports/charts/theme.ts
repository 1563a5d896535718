import type { Config } from 'vega-lite';

/** The shipped font, and what stands in for it where a file is opened without it. */
export const FONT = 'Atkinson Hyperlegible, Helvetica, Arial, sans-serif';

export const INK = '#1f2328';
export const FAINT_INK = '#59636e';
export const GRID = '#e4e7eb';
/** Grey of what is shaded: the warm-up. */
export const SHADE = '#eceef1';

/** Okabe and Ito (2008), "Color universal design", in the order in which organisations take them. */
export const ORGANISATION_HUES = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'];
/** The second channel: no line is told from another by its colour alone. */
export const DASHES = [
  [1, 0],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [4, 2, 1, 2],
  [14, 4],
];
const SHAPES = ['circle', 'square', 'diamond', 'triangle-up', 'triangle-down', 'cross'];

/** Colour of the organisation at a place in the result. */
export function hueOf(index: number): string {
  return ORGANISATION_HUES[index % ORGANISATION_HUES.length]!;
}

/** Scales that give every organisation its colour, dash and shape. */
export function organisationScales(names: readonly string[]) {
  const domain = [...names];
  const pick = <Value>(values: readonly Value[]) => names.map((_, i) => values[i % values.length]!);
  return {
    color: { domain, range: pick(ORGANISATION_HUES) },
    strokeDash: { domain, range: pick(DASHES) },
    shape: { domain, range: pick(SHAPES) },
  };
}

/** Looks that all charts share. */
export const CONFIG: Config = {
  aria: false,
  background: '#ffffff',
  font: FONT,
  padding: 2,
  customFormatTypes: false,
  view: { stroke: null },
  concat: { spacing: 28 },
  axis: {
    labelColor: FAINT_INK,
    titleColor: FAINT_INK,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    gridColor: GRID,
    domainColor: '#8c959f',
    tickColor: '#8c959f',
    tickSize: 4,
    labelPadding: 4,
    titlePadding: 6,
  },
  axisY: { domain: false, ticks: false },
  axisX: { grid: false },
  legend: { labelFontSize: 13, labelColor: INK, labelLimit: 320, symbolStrokeWidth: 3 },
  title: { color: INK, fontSize: 13, fontWeight: 'bold', anchor: 'start', frame: 'group', offset: 8 },
  text: { color: INK, fontSize: 12 },
};
