import type { DecidedDifference, Result } from '../experiment/result.ts';
import { changeInWords, format, interval } from './result-table.ts';
import { bold, table, wrapped } from './terminal.ts';

/** What became of the differences that were to be decided; none if there were none. */
export function decisionLines({ decision }: Result): string[] {
  if (decision === undefined) return [];
  const { differences, confidence, looks } = decision;
  const open = differences.filter(({ verdict }) => verdict === 'undecided');
  const sure = `${(100 * confidence).toFixed(0)} %`;
  return [
    table(
      [
        { title: `Decided with ${sure} confidence`, align: 'left' },
        { title: 'Replications', align: 'right' },
        { title: 'Difference', align: 'left' },
      ],
      differences.map((difference) => [
        differences.some(({ b }) => b !== differences[0]!.b)
          ? `${difference.b}: ${difference.metric}`
          : difference.metric,
        difference.replications === 0 ? '-' : String(difference.replications),
        spread(difference),
      ]),
    ),
    wrapped(
      `${open.length === 0 ? 'All are decided' : `Not decided: ${open.map(nameOf).join(', ')}`}. These verdicts hold together, ` +
        `whenever the work ends: each rests on an interval that allows for ${differences.length} ` +
        `difference${differences.length === 1 ? '' : 's'} and looks after ${looks.join(', ')} replications (Bonferroni). ` +
        'The intervals of the table above do not.',
    ),
    '',
  ];
}

/** Whether what must not be is; none if nothing was asked. */
export function thresholdLines({ thresholds = [], organisations }: Result): string[] {
  return thresholds.map(({ organisation, condition, verdict, estimate, ci95, unit }) => {
    const who = organisations.length > 2 ? `${organisation}: ` : '';
    const bounds = ci95 === null || ci95[0] === ci95[1] ? '' : ` (${interval(ci95, unit)})`;
    const found = estimate === null ? 'no figure' : `${format(estimate, unit)}${bounds}`;
    return wrapped(`${who}Fails on ${condition}: ${verdict}. Found ${found}.`);
  });
}

function spread({ mean, interval: bounds, unit, verdict }: DecidedDifference): string {
  if (mean === null) return '-';
  const words = changeInWords({ ci95: bounds, unit, verdict });
  return verdict === 'undecided' ? bold(words) : words;
}

function nameOf({ b, metric }: DecidedDifference): string {
  return `${metric} (${b})`;
}
