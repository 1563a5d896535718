import type { Result } from '../../sim/experiment/result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout } from './chart.ts';
import { weeklyChart } from './weekly-chart.ts';

const LEVEL = 'cash-at-end';
const OWED = 'receivables';
const LOWEST = 'lowest-cash';

/** Money in the bank week by week, and what customers owe. */
export function cashOverTime(result: Result, layout: Layout): Chart | undefined {
  const { currency } = result.organisations[0]!.facts;
  const findings = findingsOf(result);
  const owed = result.organisations.map(({ metrics }) => metrics[OWED]?.mean ?? undefined);
  const isOwed = owed.some((mean) => mean !== undefined && mean !== 0);
  const isPaidAtOnce = owed.every((mean) => mean === 0);
  return weeklyChart(result, layout, {
    id: 'cash-over-time',
    title: `Cash: ${findings.join('; ')}`,
    about:
      `${currency} since the end of the warm-up, when it is taken to be 0: what customers have paid less material and ` +
      `operating expense.${isOwed ? ' Beside it what customers owe.' : ''}` +
      (isPaidAtOnce ? ' Nothing is owed: invoices are paid at once.' : ''),
    textAlternative: `Cash week by week. ${findings.join('; ')}.`,
    panels: [
      { id: LEVEL, title: `Cash at the end of the week, ${currency}`, level: 0 },
      ...(isOwed ? [{ id: OWED, title: `Owed by customers, ${currency}` }] : []),
    ],
  });
}

function findingsOf(result: Result): string[] {
  return organisationNames(result).map((name, i) => {
    const { metrics } = result.organisations[i]!;
    const [last, lowest] = [metrics[LEVEL], metrics[LOWEST]];
    const end = last === undefined ? '–' : amount(last);
    const least = lowest === undefined ? '' : `, ${amount(lowest)} at its lowest`;
    return `${name} ends with ${end}${least}`;
  });
}
