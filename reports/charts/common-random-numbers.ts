import type { TopLevelSpec } from 'vega-lite';
import type { Interval, Result } from '../../sim/experiment/result.ts';
import { correlationInterval } from '../../sim/statistics/correlation-interval.ts';
import { pairedDifference } from '../../sim/statistics/paired-difference.ts';
import { isMoney } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { MOST_POINTS, mainPairs, type Pair, type Pairs } from './pairs.ts';
import { panelTitle } from './panel-title.ts';
import { sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, FAINT_INK, hueOf, organisationScales } from './theme.ts';
import { outcomeAxis } from './outcome-axis.ts';

/** Pairs of a metric that varies in both organisations, and what pairing them has brought. */
interface Pairing extends Pairs {
  readonly correlation: number;
  readonly interval: Interval | undefined;
  /** Variance of the difference over that of independent runs. */
  readonly varianceRatio: number;
}

/**
 * What common random numbers are good for: one organisation against the other, replication by replication; undefined
 * without pairs that vary.
 */
export function commonRandomNumbers(result: Result, layout: Layout): Chart | undefined {
  const pairings = mainPairs(result).flatMap(pairingOf);
  if (pairings.length === 0) return undefined;
  const most = Math.max(...pairings.map(({ pairs }) => pairs.length));
  const market =
    result.provenance.tapeHash === null
      ? 'The organisations met different markets, so that they have less in common than they could.'
      : 'In one replication all organisations meet the same opportunities.';
  return {
    id: 'common-random-numbers',
    title: titleOf(result, pairings),
    subtitle:
      `Each point is one replication. ${market} Dashed: one is above the other by the mean difference; only how far ` +
      'points lie above or below that line makes the paired 95 % interval wide, not how far they lie apart along it. ' +
      `Both axes of a panel span as much.${most > MOST_POINTS ? ` The first ${MOST_POINTS} of ${most} are drawn.` : ''}`,
    source: sourceOf(result),
    textAlternative: `${titleOf(result, pairings)}. ${inWords(result, pairings)}.`,
    metrics: [...new Set(pairings.map(({ id }) => id))],
    spec: specOf(result, pairings, layout),
    data: pairings.flatMap((pairing) => pairing.pairs.map((pair) => dataRow(result, pairing, pair))),
  };
}

function pairingOf(of: Pairs): Pairing[] {
  const [a, b] = [of.pairs.map((pair) => pair.a), of.pairs.map((pair) => pair.b)];
  const { correlation, varianceRatio } = pairedDifference({ a, b });
  if (correlation === undefined || varianceRatio === undefined) return [];
  const interval = correlationInterval({ correlation, pairs: of.pairs.length });
  return [{ ...of, correlation, interval, varianceRatio }];
}

function dataRow(result: Result, { id, index }: Pairs, { replication, a, b }: Pair): Row {
  const names = organisationNames(result);
  return {
    metric: id,
    unit: unitOf(result, id),
    first: names[0]!,
    second: names[index]!,
    replication,
    firstValue: a,
    secondValue: b,
    difference: b - a,
  };
}

function unitOf({ organisations }: Result, id: string): string {
  return organisations[0]!.metrics[id]?.unit ?? '';
}

function titleOfMetric({ metrics }: Result, id: string): string {
  return metrics[id]?.title ?? id;
}

function specOf(result: Result, pairings: readonly Pairing[], layout: Layout): TopLevelSpec {
  return {
    config: CONFIG,
    columns: layout === 'wide' ? 3 : 1,
    concat: pairings.map((pairing) => cloud(result, pairing)),
    spacing: { row: 34, column: 22 },
  };
}

const SIDE = 236;

function cloud(result: Result, pairing: Pairing): Panel {
  const { id, index, pairs } = pairing;
  const names = organisationNames(result);
  const unit = unitOf(result, id);
  const [x, y] = squareDomains(pairs);
  const axis = outcomeAxis(unit, 4);
  const at = (field: 'a' | 'b', domain: Interval, name: string): Position => ({
    field,
    type: 'quantitative',
    title: isMoney(unit) ? name : `${name}, ${unit}`,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: { ...axis, grid: true, titleLimit: SIDE, minExtent: field === 'b' ? 52 : 0 },
  });
  const shift = mean(pairs.map(({ a, b }) => b - a));
  const line = { x1: x[0], y1: x[0] + shift, x2: x[1], y2: x[1] + shift };
  return {
    width: SIDE,
    height: SIDE,
    data: { values: pairs.slice(0, MOST_POINTS).map(({ a, b }) => ({ a: rounded(a), b: rounded(b) })) },
    layer: [
      panelTitle(`${headOf(result, pairing)}\n${inShort(pairing)}`),
      {
        data: { values: [line] },
        mark: { type: 'rule', color: FAINT_INK, strokeDash: [5, 4], strokeWidth: 1.5, clip: true },
        encoding: {
          x: { ...at('a', x, names[0]!), field: 'x1' },
          y: { ...at('b', y, names[index]!), field: 'y1' },
          x2: { field: 'x2' },
          y2: { field: 'y2' },
        },
      },
      {
        mark: {
          type: 'point',
          filled: true,
          size: pairs.length > 60 ? 26 : 48,
          opacity: 0.7,
          color: hueOf(index),
          shape: organisationScales(names).shape.range[index]!,
        },
        encoding: { x: at('a', x, names[0]!), y: at('b', y, names[index]!) },
      },
    ],
  };
}

/** Axes around both means that span the same, so that the line of equal differences rises by 45 degrees. */
function squareDomains(pairs: readonly Pair[]): readonly [Interval, Interval] {
  const extents = [pairs.map(({ a }) => a), pairs.map(({ b }) => b)].map((values) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return { middle: (least + most) / 2, span: most - least };
  });
  const reach = 0.54 * Math.max(...extents.map(({ span }) => span));
  const [x, y] = extents.map(({ middle }): Interval => [middle - reach, middle + reach]);
  return [x!, y!];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The metric or, where all panels have the same one, the organisation. */
function headOf(result: Result, { id, index }: Pairs): string {
  return result.differences.length === 1 ? titleOfMetric(result, id) : organisationNames(result)[index]!;
}

function inShort({ correlation, varianceRatio, pairs }: Pairing): string {
  return `correlation ${signed(correlation)}, like ${independent(varianceRatio, pairs.length)} independent runs`;
}

function signed(value: number): string {
  return value.toFixed(2).replace('-', '\u2212');
}

/** Independent runs of each organisation that tell as much of the difference as the pairs do. */
function independent(varianceRatio: number, pairs: number): string {
  const runs = pairs / varianceRatio;
  return runs > 1e6 ? 'endlessly many' : Math.round(runs).toLocaleString('en-US');
}

/** The same at both ends of the interval of the correlation, the variances being what they are. */
function rangeOf(
  {
    correlation,
    interval,
    varianceRatio,
  }: Pick<Pairing, 'correlation' | 'varianceRatio'> & { interval: Interval },
  pairs: number,
): string {
  const weight = (1 - varianceRatio) / correlation;
  const [least, most] = interval.map((end) => independent(Math.max(0, 1 - weight * end), pairs));
  return `${least!} to ${most!} by the 95\u00a0% interval of their correlation`;
}

/** What pairing has brought for the most important metric: the last one. */
function titleOf(result: Result, pairings: readonly Pairing[]): string {
  const names = organisationNames(result);
  const main = pairings.at(-1)!.id;
  const findings = pairings
    .filter(({ id }) => id === main)
    .map(({ index, correlation, interval, varianceRatio, pairs }) => {
      const both = `${names[index]!} and ${names[0]!}`;
      if (interval === undefined || (interval[0] <= 0 && interval[1] >= 0)) {
        return `pairing ${both} is not shown to help (correlation ${signed(correlation)})`;
      }
      const runs = independent(varianceRatio, pairs.length);
      const range = rangeOf({ correlation, interval, varianceRatio }, pairs.length);
      return (
        `${pairs.length} pairs of ${both} tell about as much of the difference as ${runs} independent runs of each` +
        ` (${range})`
      );
    });
  return `${titleOfMetric(result, main)}: ${findings.join('; ')}`;
}

function inWords(result: Result, pairings: readonly Pairing[]): string {
  return pairings
    .map((pairing) => {
      const { interval } = pairing;
      const range =
        interval === undefined ? '' : ` (95 % interval ${signed(interval[0])} to ${signed(interval[1])})`;
      return `${headOf(result, pairing)}: ${inShort(pairing)}${range}`;
    })
    .join('; ');
}
