import type { Verdict } from '../../sim/statistics/verdict.ts';
import { betterSide } from '../verdict/topics.ts';
import type { Panel, Position } from './chart.ts';
import { INK } from './theme.ts';

/** Shape and colour of what a difference means: neither alone tells them apart. */
const LOOKS = {
  domain: ['for the better', 'for the worse', 'neither good nor bad', 'negligible', 'not decided'],
  shapes: ['triangle-up', 'triangle-down', 'square', 'diamond', 'circle'],
  hues: ['#009E73', '#CC79A7', '#56B4E9', '#8c959f', '#E69F00'],
};

/** What a difference in a metric means to the firm; good and bad only where a direction of the metric is welcome. */
export function meaningOf(id: string, verdict: Verdict): string {
  if (verdict === 'negligible' || verdict === 'undecided') return verdictWord(verdict);
  const better = betterSide(id);
  if (better === undefined) return 'neither good nor bad';
  return verdict === better ? 'for the better' : 'for the worse';
}

/** What a verdict is called in charts and tables. */
export function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case 'higher':
    case 'lower':
    case 'negligible':
      return verdict;
    case 'undecided':
      return 'not decided';
  }
}

/**
 * A mark of the field `meaning` at the field `at` and a whisker from `from` to `to`; rows come from the field of `y`.
 */
export function verdictLayers(y: Position, x: Position, { dy = 0, columns = 5 } = {}): Panel[] {
  const { domain, shapes, hues } = LOOKS;
  const legend = { title: null, orient: 'top', symbolSize: 110, symbolStrokeWidth: 1, columns } as const;
  return [
    {
      mark: { type: 'rule', strokeWidth: 2.5, color: INK, yOffset: dy },
      encoding: { y, x: { ...x, field: 'from' }, x2: { field: 'to' } },
    },
    {
      mark: { type: 'point', filled: true, size: 80, opacity: 1, stroke: INK, strokeWidth: 1, yOffset: dy },
      encoding: {
        y,
        x: { ...x, field: 'at' },
        shape: { field: 'meaning', scale: { domain, range: shapes }, legend },
        color: { field: 'meaning', scale: { domain, range: hues }, legend },
      },
    },
  ];
}
