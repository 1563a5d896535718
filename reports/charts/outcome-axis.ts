import { isMoney } from '../words/notation.ts';
import { PERCENT_LABEL } from './weekly-panels.ts';

const THOUSANDS = "datum.value === 0 ? '0' : format(datum.value / 1000, ',') + 'k'";

/** An axis of values of a metric: per cent for shares, thousands for money. */
export function outcomeAxis(unit: string, tickCount: number) {
  if (unit === 'share') return { tickCount, labelExpr: PERCENT_LABEL } as const;
  if (isMoney(unit)) return { tickCount, labelExpr: THOUSANDS } as const;
  return { tickCount, format: ',~f' } as const;
}
