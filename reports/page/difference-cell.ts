import type { MetricDifference } from '../../sim/experiment/result.ts';
import { verdictWord } from '../charts/verdict-marks.ts';
import { interval, isExact, isMoney, notationOf, numberIn, type Estimate } from '../words/notation.ts';
import { html, type Html } from './html.ts';

/** A figure above its interval; the unit stands with the name of the row, but for per cent. */
export function figureCell(figure: Estimate | undefined): Html {
  if (figure?.mean === undefined || figure.mean === null) return html`–`;
  const notation = notationOf(figure);
  const range = isExact(figure) ? 'no spread' : interval(figure);
  const percent = notation.unit === '%' ? '\u00a0%' : '';
  return html`${numberIn(figure.mean, notation)}${percent}<br /><span class="small">${range}</span>`;
}

/** A difference above its interval; that of shares is in points. */
export function differenceCell(difference: MetricDifference | undefined): Html {
  if (difference?.mean === undefined || difference.mean === null) return html`–`;
  const notation = notationOf(difference, { isDifference: true });
  const range = isExact(difference) ? 'no spread' : interval(difference, { isDifference: true });
  const points = difference.unit === 'share' ? '\u00a0points' : '';
  const change = html`<b>${numberIn(difference.mean, notation)}${points}</b>`;
  return html`${change}<br /><span class="small">${range}</span>`;
}

/** The verdict on a difference. */
export function verdictCell(difference: MetricDifference | undefined): Html {
  if (difference?.mean === undefined || difference.mean === null) return html`–`;
  return html`<span class="verdict ${difference.verdict}">${verdictWord(difference.verdict)}</span>`;
}

/**
 * The unit of a metric as a small remark behind its name. Shares have theirs in every cell, and so has money, of which
 * only a rate needs a word: a balance or a sum is no figure of a year.
 */
export function unitRemark(unit: string): Html {
  if (unit === 'share' || unit === 'number') return html``;
  if (!isMoney(unit)) return html` <span class="small">${unit}</span>`;
  return unit.endsWith(' per year') ? html` <span class="small">a year</span>` : html``;
}
