import { intervalInWords, numberInWords } from '../../sim/claims/in-words.ts';
import type { ClaimResult, TestResult } from '../../sim/claims/claims-result.ts';

/** Words of a verdict. */
export const VERDICT_WORDS: Readonly<Record<ClaimResult['verdict'], string>> = {
  supported: 'supported',
  conditional: 'conditional',
  'not-supported': 'not supported',
  'not-testable': 'not testable',
};

type Bounds = readonly [number | null, number | null] | null;

/** A number with its interval: `2.10 (1.90 to 2.30)`; `never` for a week that does not come. */
export function figureInWords(value: number | null, ci95: Bounds, unit: string): string {
  const interval =
    ci95 === null ? '' : ` (${intervalInWords([ci95[0] ?? -Infinity, ci95[1] ?? Infinity], unit)})`;
  if (value !== null) return `${numberInWords(value, unit)}${interval}`;
  return unit === 'week' && ci95 !== null ? 'never' : '–';
}

/** The estimate of a claim with its interval and unit. */
export function estimateInWords({ estimate, ci95, unit, tests }: ClaimResult): string {
  const exact = tests[0]?.exact === true ? ', exact' : '';
  return `${figureInWords(estimate, ci95, unit ?? '')}${exact}`;
}

/** A detail in the unit of its test; correlations and shares as they are. */
export function detailInWords({ value, ci95 }: TestResult['details'][number], unit: string): string {
  return figureInWords(value, ci95, unit);
}
