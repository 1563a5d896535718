import type { TopLevelSpec } from 'vega-lite';
import type { Result, SeriesResult } from '../../sim/experiment/result.ts';
import { isMoney } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Layout, Panel, Row } from './chart.ts';
import { levelZones, type LevelZone } from './level-zones.ts';
import { rounded, smoothed } from './smoothing.ts';
import { panelTitle } from './panel-title.ts';
import { CONFIG, FAINT_INK, INK, SHADE, organisationScales } from './theme.ts';

/** A weekly metric that gets a panel of its own. */
export interface WeeklyPanel {
  readonly id: string;
  readonly title: string;
  /** Ends of the value axis; left out, it follows the figures and begins at 0 unless they are money. */
  readonly domain?: readonly [number, number];
  /** Whether lines that leave the domain run along its edge; they are cut off there otherwise. */
  readonly isClamped?: boolean;
  /** A level to compare with, drawn as a thin line. */
  readonly level?: number;
  /** Ranges of the value that mean something, shaded and named beside the lines, from below; shown only with a domain. */
  readonly zones?: readonly LevelZone[];
  /** Weeks in which something changes in an organisation: thin lines in its colour and dash. */
  readonly marks?: readonly WeekMark[];
}

export interface WeekMark {
  readonly organisation: string;
  /** Counted from 1. */
  readonly week: number;
}

/** One line for each panel, organisation and week: the figures themselves and what is drawn of them. */
export function weeklyRows(result: Result, panels: readonly WeeklyPanel[]): Row[] {
  const names = organisationNames(result);
  return panels.flatMap(({ id }) =>
    result.organisations.flatMap(({ series }, i) => rowsOf(id, names[i]!, series[id])),
  );
}

function rowsOf(id: string, organisation: string, series: SeriesResult | undefined): Row[] {
  if (series === undefined || series.mean.every((mean) => mean === null)) return [];
  const [mean, lower, upper] = [smoothed(series.mean), smoothed(series.lo), smoothed(series.hi)];
  return series.week.map((week, i) => ({
    metric: id,
    unit: series.unit,
    organisation,
    week: week + 1,
    mean: series.mean[i] ?? null,
    lower: series.lo[i] ?? null,
    upper: series.hi[i] ?? null,
    smoothMean: rounded(mean[i] ?? null),
    smoothLower: rounded(lower[i] ?? null),
    smoothUpper: rounded(upper[i] ?? null),
  }));
}

/** Whether any organisation has figures for a weekly metric. */
export function isKnown({ organisations }: Result, id: string): boolean {
  return organisations.some(({ series }) => series[id]?.mean.some((mean) => mean !== null) ?? false);
}

/** Small multiples of weekly metrics: a line and a band for each organisation, the warm-up shaded. */
export function weeklySpec(
  result: Result,
  panels: readonly WeeklyPanel[],
  rows: readonly Row[],
  { layout, columns: most = 3 }: { readonly layout: Layout; readonly columns?: number | undefined },
): TopLevelSpec {
  const columns = layout === 'wide' ? Math.min(most, panels.length) : 1;
  const width = layout === 'wide' ? WIDTHS[columns]! : 292;
  const axis = weekAxis(result);
  const legend = legendOf(result, layout);
  return {
    config: CONFIG,
    data: { values: rows.map(drawn) },
    columns,
    concat: panels.map((panel) => {
      const hasBand = rows.some(({ metric, smoothLower }) => metric === panel.id && smoothLower !== null);
      return panelOf(result, panel, { width, axis, hasBand, legend });
    }),
    spacing: { row: 22, column: 26 },
  };
}

/** Of a row what the drawing needs. */
function drawn({ metric, organisation, week, smoothMean, smoothLower, smoothUpper }: Row): Row {
  return { metric, organisation, week, smoothMean, smoothLower, smoothUpper } as Row;
}

/** Width of a panel by number of columns, so that all charts come out equally wide. */
const WIDTHS: Readonly<Record<number, number>> = { 1: 960, 2: 470, 3: 298 };

const HEIGHT = 170;

/** Most letters of all names together that stand in one row where the page is narrow. */
const NARROW_ROW = 30;

interface Frame {
  readonly width: number;
  readonly legend: ReturnType<typeof legendOf>;
  readonly axis: WeekAxis;
  /** Whether any week has an interval; without replications there is none. */
  readonly hasBand: boolean;
}

function panelOf(result: Result, panel: WeeklyPanel, { width, axis, hasBand, legend }: Frame): Panel {
  const { domain, isClamped: clamp = false, level, marks = [], zones = [] } = panel;
  const unit = result.metrics[panel.id]?.unit ?? '';
  const scales = organisationScales(organisationNames(result));
  const x = { field: 'week', type: 'quantitative', ...axis.encoding } as const;
  const color = { field: 'organisation', scale: scales.color } as const;
  const y = {
    type: 'quantitative',
    title: null,
    axis: valueAxis(unit),
    scale: domain === undefined ? valueScale(unit) : { domain: [...domain], ...(clamp ? { clamp } : {}) },
  } as const;
  const band: Panel = {
    mark: { type: 'area', fillOpacity: 0.2, clip: !clamp },
    encoding: { x, y: { field: 'smoothLower', ...y }, y2: { field: 'smoothUpper' }, color },
  };
  return {
    width,
    height: HEIGHT,
    transform: [{ filter: { field: 'metric', equal: panel.id } }],
    layer: [
      panelTitle(panel.title),
      ...warmUpLayers(result, axis.encoding, SHADED, level === undefined),
      ...(domain === undefined ? [] : levelZones(zones, { top: domain[1], width, height: HEIGHT })),
      ...(level === undefined ? [] : [levelLayer(level)]),
      ...(marks.length === 0 ? [] : [markLayer(marks, x, scales)]),
      ...(hasBand ? [band] : []),
      {
        mark: { type: 'line', strokeWidth: 2, clip: !clamp },
        encoding: {
          x,
          y: { field: 'smoothMean', ...y },
          color: { ...color, legend: legend },
          strokeDash: { field: 'organisation', scale: scales.strokeDash, legend: legend },
        },
      },
    ],
  };
}

/** The week axis of a result. */
export interface WeekAxis {
  readonly encoding: {
    readonly title: string;
    readonly scale: { readonly domain: [number, number]; readonly nice: false };
    readonly axis: { readonly values: number[]; readonly labelFlush: false };
  };
}

/** Weeks from 1 to the longest run, with a mark at every quarter, half-year, ... . */
export function weekAxis({ organisations }: Result): WeekAxis {
  const weeks = Math.max(1, ...organisations.flatMap(({ series }) => Object.values(series).map(lengthOf)));
  const step = [1, 2, 4, 13, 26, 52, 104, 260].find((size) => weeks / size <= 6) ?? 520;
  const values = Array.from({ length: Math.floor(weeks / step) }, (_, i) => (i + 1) * step);
  return {
    encoding: {
      title: 'week',
      scale: { domain: [0.5, weeks + 0.5], nice: false },
      axis: { values, labelFlush: false },
    },
  };
}

function lengthOf({ week }: SeriesResult): number {
  return (week.at(-1) ?? 0) + 1;
}

/** How the weeks that are not measured are told from the others. */
interface WarmUpLook {
  readonly color: string;
  readonly opacity: number;
  readonly ink: string;
}

/** Grey behind lines. */
const SHADED: WarmUpLook = { color: SHADE, opacity: 1, ink: FAINT_INK };
/** A veil over areas. */
export const VEIL: WarmUpLook = { color: '#ffffff', opacity: 0.55, ink: INK };

/** Marks the weeks that are not measured, with or without the word; nothing without warm-up. */
export function warmUpLayers({ provenance }: Result, week: object, look = SHADED, isNamed = true): Panel[] {
  const { weeks } = provenance.warmUp;
  if (weeks === 0) return [];
  const data = { values: [{ from: 0.5, to: weeks + 0.5 }] };
  const x = { ...week, field: 'from', type: 'quantitative' } as const;
  const { color, opacity, ink } = look;
  const shade: Panel = {
    data,
    mark: { type: 'rect', color, opacity, clip: true },
    encoding: { x, x2: { field: 'to' } },
  };
  const name: Panel = {
    data,
    mark: { type: 'text', text: 'warm-up', align: 'left', baseline: 'top', dx: 4, fontSize: 11, color: ink },
    encoding: { x, y: { value: 4 } },
  };
  return isNamed ? [shade, name] : [shade];
}

/** Lines at the beginning of a week. */
function markLayer(
  marks: readonly WeekMark[],
  x: object,
  { color, strokeDash }: ReturnType<typeof organisationScales>,
): Panel {
  return {
    data: { values: marks.map(({ organisation, week }) => ({ organisation, week: week - 0.5 })) },
    mark: { type: 'rule', strokeWidth: 1, opacity: 0.7, clip: true },
    encoding: {
      x: { ...x, field: 'week', type: 'quantitative' },
      color: { field: 'organisation', scale: color, legend: null },
      strokeDash: { field: 'organisation', scale: strokeDash, legend: null },
    },
  };
}

function levelLayer(level: number): Panel {
  return {
    data: { values: [{ level }] },
    mark: { type: 'rule', color: FAINT_INK, strokeWidth: 1, strokeDash: [2, 2] },
    encoding: { y: { field: 'level', type: 'quantitative' } },
  };
}

/** Names side by side where there is room for them. */
function legendOf(result: Result, layout: Layout) {
  const names = organisationNames(result);
  if (names.length < 2) return null;
  const fit = names.join('').length <= NARROW_ROW ? names.length : 1;
  return {
    title: null,
    orient: 'top',
    direction: 'horizontal',
    columns: layout === 'wide' ? 3 : fit,
    symbolType: 'stroke',
    symbolSize: 500,
    symbolOpacity: 1,
  } as const;
}

/** Labels of an axis of shares. */
export const PERCENT_LABEL = "format(100 * datum.value, ',~f') + '\u00a0%'";

/** Counts begin at 0, even if a lower bound does not; money shows its changes. */
function valueScale(unit: string) {
  return isMoney(unit) ? { zero: false } : { domainMin: 0 };
}

function valueAxis(unit: string) {
  if (unit === 'share') return { tickCount: 5, labelExpr: PERCENT_LABEL } as const;
  if (isMoney(unit)) return { tickCount: 5, labelExpr: "format(datum.value / 1000, ',') + 'k'" } as const;
  return { tickCount: 5, format: ',~f' } as const;
}
