import type { Result } from '../../sim/experiment/result.ts';
import { intervalIn, notationOf } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { outcomeAxis } from './outcome-axis.ts';
import { panelTitle } from './panel-title.ts';
import { sourceOf } from './provenance-words.ts';
import { QUANTILES, riskRows, type RiskRow } from './risk-rows.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, FAINT_INK, INK, hueOf } from './theme.ts';

const ROW_HEIGHT = 76;
/** Where the parts of a row stand, in pixels below its middle. */
const AT = { name: -30, mean: -13, box: 5, odd: 21, even: 28 };
/** Replications from which on an order statistic bounds the 5 % quantile from below: 0.95^n <= 0.025. */
const BOUNDED_FROM = 72;

/**
 * Risk and error on one chart: what single replications come to, and how well average and quantiles are known. After
 * Nelson 2008, "The MORE plot: displaying measures of risk and error from simulation output", Winter Simulation
 * Conference, p. 413-416. Undefined for few replications.
 */
export function riskAndError(result: Result, layout: Layout): Chart | undefined {
  const rows = riskRows(result);
  if (rows.length === 0) return undefined;
  const ids = [...new Set(rows.map(({ id }) => id))];
  return {
    id: 'risk-and-error',
    title: titleOf(result, rows),
    subtitle: subtitleOf(result, rows),
    source: sourceOf(result),
    textAlternative: `${titleOf(result, rows)}. ${rows.map((row) => inWords(result, row)).join('; ')}.`,
    metrics: ids,
    spec: {
      config: CONFIG,
      columns: layout === 'wide' ? 3 : 1,
      concat: ids.map((id) =>
        panelOf(
          result,
          rows.filter((row) => row.id === id),
        ),
      ),
      spacing: { row: 34, column: 40 },
    },
    data: rows.map((row) => dataRow(result, row)),
  };
}

/** What the two are, for somebody who plans. */
function subtitleOf({ provenance, organisations }: Result, rows: readonly RiskRow[]): string {
  const weeks = organisations[0]!.facts.weeks - provenance.warmUp.weeks;
  const least = Math.min(...rows.map(({ mean }) => mean.n));
  const open =
    least < BOUNDED_FROM
      ? ` Dotted ends: so few replications set no bound there; it takes ${BOUNDED_FROM}.`
      : '';
  return (
    `Risk, the box with its whiskers: the middle half and the middle nine tenths of runs of ${weeks} weeks; ` +
    'more replications do not make them narrower. Error, the diamond with its bar: ' +
    'our estimate of the average and its 95 % interval, half as wide with four times as many replications. Grey: how well the ' +
    `quantiles at 5, 25, 50, 75 and 95 % are known, 95 % intervals by order statistics.${open}`
  );
}

function dataRow(result: Result, { id, unit, organisation, mean, quantiles }: RiskRow): Row {
  const columns = QUANTILES.flatMap((p, i) => {
    const name = `quantile${100 * p}`;
    const { estimate, lower, upper } = quantiles[i]!;
    return [
      [name, estimate],
      [`${name}Lower`, lower ?? null],
      [`${name}Upper`, upper ?? null],
    ] as const;
  });
  return {
    metric: id,
    unit,
    organisation: organisationNames(result)[organisation]!,
    replications: mean.n,
    mean: mean.mean,
    meanLower: mean.lower,
    meanUpper: mean.upper,
    ...Object.fromEntries(columns),
  };
}

function panelOf(result: Result, rows: readonly RiskRow[]): Panel {
  const names = organisationNames(result);
  const [least, most] = [Math.min(...rows.map((row) => row.least)), Math.max(...rows.map((row) => row.most))];
  const margin = 0.04 * (most - least);
  const ends = [least - margin, most + margin] as const;
  const { id, unit } = rows[0]!;
  const y: Position = { field: 'name', type: 'nominal', title: null, sort: null, axis: null };
  const x: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain: [...ends], nice: false, zero: false },
    axis: { ...outcomeAxis(unit, 4), grid: true },
  };
  const plain = /^(share|number)$|total$/.test(unit) ? '' : `, ${unit}`;
  return {
    width: 272,
    height: rows.length * ROW_HEIGHT,
    data: { values: rows.map((row) => valuesIn(row, names[row.organisation]!)) },
    layer: [
      panelTitle(`${result.metrics[id]?.title ?? id}${plain}`),
      {
        mark: { type: 'text', align: 'left', fontWeight: 'bold', yOffset: AT.name, limit: 270 },
        encoding: { y, x: { value: 0 }, text: { field: 'name' } },
      },
      ...boxLayers(x, y),
      ...intervalLayers(
        rows.map((row) => intervalsOf(row, names[row.organisation]!, ends)),
        x,
        y,
      ),
      {
        mark: { type: 'rule', strokeWidth: 4, color: INK, yOffset: AT.mean },
        encoding: { y, x: { ...x, field: 'lower' }, x2: { field: 'upper' } },
      },
      {
        mark: {
          type: 'point',
          shape: 'diamond',
          filled: true,
          size: 110,
          opacity: 1,
          color: INK,
          yOffset: AT.mean,
        },
        encoding: { y, x: { ...x, field: 'mean' } },
      },
    ],
  };
}

function valuesIn({ organisation, mean, quantiles }: RiskRow, name: string) {
  const [q5, q25, q50, q75, q95] = quantiles.map(({ estimate }) => rounded(estimate));
  return {
    name,
    hue: hueOf(organisation),
    mean: rounded(mean.mean),
    lower: rounded(mean.lower),
    upper: rounded(mean.upper),
    ...{ q5, q25, q50, q75, q95 },
  };
}

/** Whiskers from the 5 % to the 95 % quantile, a box between the quartiles, a line at the median. */
function boxLayers(x: Position, y: Position): Panel[] {
  const color = { field: 'hue', type: 'nominal', scale: null } as const;
  return [
    {
      mark: { type: 'rule', strokeWidth: 2, yOffset: AT.box },
      encoding: { y, x: { ...x, field: 'q5' }, x2: { field: 'q95' }, color },
    },
    {
      mark: { type: 'bar', height: 14, yOffset: AT.box, strokeWidth: 1.5, fill: '#ffffff' },
      encoding: { y, x: { ...x, field: 'q25' }, x2: { field: 'q75' }, stroke: color },
    },
    {
      mark: { type: 'bar', height: 14, yOffset: AT.box, fillOpacity: 0.3 },
      encoding: { y, x: { ...x, field: 'q25' }, x2: { field: 'q75' }, fill: color },
    },
    ...['q5', 'q50', 'q95'].map((field): Panel => ({
      mark: {
        type: 'tick',
        thickness: field === 'q50' ? 3 : 2,
        size: field === 'q50' ? 14 : 9,
        yOffset: AT.box,
      },
      encoding: { y, x: { ...x, field }, color },
    })),
  ];
}

/** A grey line for each quantile: 5, 50 and 95 % above, 25 and 75 % below, so that they do not hide one another. */
interface QuantileLine {
  readonly name: string;
  readonly isOdd: boolean;
  readonly estimate: number | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Where the line runs out of the scale, because nothing bounds it. */
  readonly openFrom: number | null;
  readonly openTo: number | null;
}

function intervalsOf(
  { quantiles, least, most }: RiskRow,
  name: string,
  ends: readonly [number, number],
): QuantileLine[] {
  return quantiles.map(({ estimate, lower, upper }, i) => ({
    name,
    isOdd: i % 2 === 0,
    estimate: rounded(estimate),
    from: rounded(lower ?? least),
    to: rounded(upper ?? most),
    openFrom: lower === undefined ? ends[0] : null,
    openTo: upper === undefined ? ends[1] : null,
  }));
}

function intervalLayers(lines: readonly (readonly QuantileLine[])[], x: Position, y: Position): Panel[] {
  return [true, false].flatMap((isOdd): Panel[] => {
    const own = lines.flat().filter((line) => line.isOdd === isOdd);
    const yOffset = isOdd ? AT.odd : AT.even;
    const open = { strokeWidth: 1.5, strokeDash: [1, 3], color: FAINT_INK, yOffset };
    return [
      {
        data: { values: own as unknown as Record<string, unknown>[] },
        mark: { type: 'rule', strokeWidth: 3, color: FAINT_INK, opacity: 0.55, yOffset },
        encoding: { y, x: { ...x, field: 'from' }, x2: { field: 'to' } },
      },
      ...(['openFrom', 'openTo'] as const).flatMap((field): Panel[] => {
        const ended = own.filter((line) => line[field] !== null);
        if (ended.length === 0) return [];
        const to = field === 'openFrom' ? 'from' : 'to';
        return [
          {
            data: { values: ended as unknown as Record<string, unknown>[] },
            mark: { type: 'rule', ...open },
            encoding: { y, x: { ...x, field }, x2: { field: to } },
          },
        ];
      }),
      {
        data: { values: own as unknown as Record<string, unknown>[] },
        mark: { type: 'tick', thickness: 2, size: 8, color: INK, yOffset },
        encoding: { y, x: { ...x, field: 'estimate' } },
      },
    ];
  });
}

/** Nine runs of ten, and the average, in the notation of the average. */
function rangesOf({ unit, mean, quantiles }: RiskRow): { readonly runs: string; readonly average: string } {
  const notation = notationOf({ mean: mean.mean, ci95: [mean.lower, mean.upper], unit });
  return {
    runs: intervalIn([quantiles[0]!.estimate, quantiles.at(-1)!.estimate], notation),
    average: intervalIn([mean.lower, mean.upper], notation),
  };
}

/** The most important metric that varies: throughput, where there is any. */
function titleOf(result: Result, rows: readonly RiskRow[]): string {
  const names = organisationNames(result);
  const id = (rows.find((row) => row.id === 'throughput-per-year') ?? rows[0]!).id;
  const findings = rows
    .filter((row) => row.id === id)
    .map((row) => {
      const { runs, average } = rangesOf(row);
      return `${runs} in ${names[row.organisation]!}, whose average is ${average}`;
    });
  return `${result.metrics[id]?.title ?? id}, the middle nine tenths of the runs: ${findings.join('; ')}`;
}

function inWords(result: Result, row: RiskRow): string {
  const { runs, average } = rangesOf(row);
  const what = `${result.metrics[row.id]?.title ?? row.id} of ${organisationNames(result)[row.organisation]!}`;
  return `${what}: the middle nine tenths of the runs ${runs}, average ${average}`;
}
