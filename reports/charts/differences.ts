import type { TopLevelSpec } from 'vega-lite';
import type { Verdict } from '../../sim/statistics/verdict.ts';
import type { Result } from '../../sim/experiment/result.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout, Row } from './chart.ts';
import { forestPanel } from './forest-panel.ts';
import { FOREST_IDS, forestRows, numbersOf, type ForestRow } from './forest-rows.ts';
import { intervalWords, sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG } from './theme.ts';

/**
 * The paired differences that matter most, with their intervals and verdicts; undefined for one organisation.
 */
export function pairedDifferences(result: Result, layout: Layout): Chart | undefined {
  const forests = result.differences.map((_, i) => forestRows(result, i + 1));
  if (forests.every((rows) => rows.length === 0)) return undefined;
  const names = organisationNames(result);
  return {
    id: 'differences',
    title: titleOf(names, forests),
    subtitle:
      `Difference in per cent of the mean of ${names[0]!}; whiskers: ${intervalWords(result)}, of the paired ` +
      'difference. Better and worse are said only where a direction is welcome. Negligible: the whole interval is too close to zero to matter; not decided: it leaves the direction open; no ' +
      'spread: the same in every replication. A figure beyond the scale is drawn at its end, with its value.',
    source: sourceOf(result),
    textAlternative: `${titleOf(names, forests)}. ${inWords(forests)}.`,
    metrics: FOREST_IDS.filter((id) => result.metrics[id] !== undefined),
    spec: specOf(names, forests, layout),
    data: forests.flatMap((rows, i) => rows.map((row) => dataRow(names, i + 1, row))),
  };
}

function specOf(names: readonly string[], forests: readonly ForestRow[][], layout: Layout): TopLevelSpec {
  const panels = forests.flatMap((rows, i) =>
    rows.length === 0 ? [] : [forestPanel({ names, index: i + 1, rows, layout, isOnly: names.length === 2 })],
  );
  return { config: CONFIG, vconcat: panels, spacing: 34 };
}

function dataRow(
  names: readonly string[],
  index: number,
  { comparison, change, lower, upper }: ForestRow,
): Row {
  const { id, a, b, difference } = comparison;
  return {
    metric: id,
    unit: difference.unit,
    first: names[0]!,
    second: names[index]!,
    firstMean: a.mean,
    secondMean: b.mean,
    difference: difference.mean,
    lower: difference.ci95?.[0] ?? null,
    upper: difference.ci95?.[1] ?? null,
    relativeDifference: rounded(change),
    relativeLower: rounded(lower),
    relativeUpper: rounded(upper),
    correlation: difference.correlation,
    verdict: difference.verdict,
  };
}

function titleOf(names: readonly string[], forests: readonly ForestRow[][]): string {
  const counts = forests.map((rows, i) => {
    const count = (verdict: Verdict) =>
      rows.filter(({ comparison }) => comparison.difference.verdict === verdict).length;
    const shown = `${names[i + 1]!} has ${count('higher')} higher and ${count('lower')} lower than ${names[0]!}`;
    const negligible =
      count('negligible') === 0
        ? ''
        : `; ${count('negligible')} ${count('negligible') === 1 ? 'differs' : 'differ'} negligibly`;
    const open = count('undecided') === 0 ? '' : `; ${count('undecided')} not decided`;
    return `Of ${rows.length} figures, ${shown}${negligible}${open}`;
  });
  return counts.join('. ');
}

function inWords(forests: readonly ForestRow[][]): string {
  return forests
    .flat()
    .map(({ comparison }) => {
      const { change, range } = numbersOf(comparison);
      return `${comparison.title} ${change} (${range})`;
    })
    .join('; ');
}
