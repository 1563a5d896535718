import { counted } from '../../reports/words/counted.ts';
import type {
  AnswerResult,
  FactorFacts,
  Method,
  SensitivityResult,
  Swing,
  UncertaintyResult,
} from '../experiment/sensitivity/sensitivity-result.ts';
import { methodParts } from './sensitivity-methods.ts';
import { answerInWords, intervalOf, roughly, shortened } from './sensitivity-words.ts';
import { bold, table, wrapped } from './terminal.ts';

/** A factor with what it does to one answer. */
interface Row {
  readonly facts: FactorFacts;
  readonly swing: Swing;
}

/** What the answers hang on, as text of 80 columns: for each metric its answer, and the factors by size. */
export function sensitivityInWords(result: SensitivityResult): string {
  const { provenance, leftOut } = result;
  const heading =
    `${counted(provenance.replications, 'replication')} of every value, seed ${provenance.seed}, weeks ` +
    `${provenance.warmUpWeeks + 1} to ${provenance.weeks} measured, ${provenance.runs} runs` +
    (provenance.interrupted ? '; stopped early.' : '.');
  const parts = [wrapped(heading), ''];
  for (const id of Object.keys(result.metrics)) parts.push(...partsOf(result, id), '');
  if (leftOut.length > 0) {
    const list = leftOut.map(({ title, reason }) => `${title} (${reason})`).join('; ');
    parts.push(wrapped(`Left out, since the scenario does not take it: ${list}.`), '');
  }
  parts.push(
    wrapped(
      `${NOTES[provenance.method]} The ranges, and whether each was published, derived or guessed, are in sensitivity.csv.`,
    ),
    '',
  );
  return parts.join('\n');
}

const NOTES: Readonly<Record<Method, string>> = {
  tornado:
    'One assumption at a time, everything else as it is. Intervals are 95 % each: of twenty assumptions without any ' +
    'effect, one will seem to have one.',
  morris:
    'Every assumption over its whole range, at many places of the others. The size counts whatever the sign. Where the ' +
    'spread is as large as the size, the effect depends on the other assumptions, or bends.',
  sobol:
    'All assumptions drawn evenly from their ranges at once. Alone: the share of the variance of the answer that goes ' +
    'away if this assumption were known. In all: the share that stays if all others were known. 95 % intervals by the ' +
    'jackknife; wide ones ask for more points.',
};

function partsOf(result: SensitivityResult, id: string): string[] {
  const { metrics, base, uncertainty, organisations, provenance } = result;
  const { title, unit } = metrics[id]!;
  const heading = `${bold(headingOf(organisations, title))} (${unit}): ${answerInWords(base![id]!, unit)}.`;
  return [
    wrapped(heading),
    ...(result.tornado === undefined ? methodParts(result, id) : tornadoParts(result, id)),
    ...(uncertainty?.[id] === undefined
      ? []
      : [wrapped(uncertaintyInWords(uncertainty[id], base![id]!, provenance.replications))]),
  ];
}

function tornadoParts(
  { tornado = [], factors, metrics, organisations }: SensitivityResult,
  id: string,
): string[] {
  const { unit } = metrics[id]!;
  const rows = tornado
    .map(({ path, swings }): Row => ({ facts: factors.find((of) => of.path === path)!, swing: swings[id]! }))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const shown = rows.filter(({ swing }) => swing.effect === 'shown');
  const isPair = organisations.length > 1;
  return [
    ...(shown.length === 0 ? [] : ['', tableOf(shown, unit, isPair), '']),
    ...restInWords(rows, shown.length),
    ...(isPair ? verdictInWords(rows) : []),
  ];
}

function headingOf([a, b]: readonly string[], title: string): string {
  return b === undefined ? `${title}, ${a!}` : `${title}, ${b} less ${a!}`;
}

function sizeOf({ swing: { swing } }: Row): number {
  return Math.abs(swing.mean ?? 0);
}

function tableOf(rows: readonly Row[], unit: string, isPair: boolean): string {
  return table(
    [
      { title: 'assumption', align: 'left' },
      { title: 'from', align: 'right' },
      { title: 'to', align: 'right' },
      { title: 'change, 95 %', align: 'left' },
      ...(isPair ? [{ title: 'turns at', align: 'left' } as const] : []),
    ],
    rows.map(({ facts, swing }) => [
      shortened(facts.title),
      facts.from,
      facts.to,
      intervalOf(swing.swing.ci95, unit),
      ...(isPair ? [turnOf(swing)] : []),
    ]),
  );
}

function turnOf({ breakEven: { at, isShown } }: Swing): string {
  if (at.length === 0) return 'no';
  return isShown ? at.join(', ') : `${at.join(', ')} ?`;
}

function restInWords(rows: readonly Row[], shown: number): string[] {
  const titles = (effect: Swing['effect']) =>
    rows.filter(({ swing }) => swing.effect === effect).map(({ facts }) => facts.title);
  const [open, none] = [titles('not-shown'), titles('none')];
  const other = shown === 0 ? 'No assumption is shown to matter; the' : 'The';
  return [
    open.length === 0 ? [] : [wrapped(`${other} interval holds 0: ${open.join(', ')}.`)],
    none.length === 0 ? [] : [wrapped(`Changes nothing here: ${none.join(', ')}.`)],
  ].flat();
}

/** Whether anything in the ranges turns the sign. */
function verdictInWords(rows: readonly Row[]): string[] {
  const turning = rows.filter(({ swing }) => swing.breakEven.at.length > 0);
  if (rows.length === 0) return [];
  if (turning.length === 0) return [wrapped('Nothing in its range turns the sign of the difference.')];
  const words = turning.map(({ facts, swing }) => `${facts.title} at ${turnOf(swing)}`);
  const doubt = turning.some(({ swing }) => !swing.breakEven.isShown)
    ? ' With ?, the sign is not shown on both sides.'
    : '';
  return [wrapped(`The sign of the difference turns with: ${words.join('; ')}.${doubt}`)];
}

/** What leaves the answer open, and what to do about it: as long as a difference is undecided, to simulate more. */
function uncertaintyInWords(
  { unit, fromAssumptions, fromSimulation, draws, advice }: UncertaintyResult,
  { verdict }: AnswerResult,
  replications: number,
): string {
  const error = `a standard error of ${roughly(fromSimulation, unit)}`;
  const mean = `the mean over ${counted(replications, 'replication')} has ${error}`;
  const open =
    fromAssumptions === 0
      ? `Drawn from their ranges all at once (${draws} sets), the assumptions add nothing that can be told from chance; ${mean}.`
      : `Not knowing the assumptions leaves ${roughly(fromAssumptions, unit)} open (standard deviation over ${draws} sets ` +
        `drawn from the ranges); ${mean}.`;
  return `${open} ${adviceInWords(advice, verdict === 'undecided')}`;
}

function adviceInWords(advice: UncertaintyResult['advice'], isUndecided: boolean): string {
  const isData = advice === 'collect-more-data';
  if (isUndecided) {
    const more = 'The difference is not decided: run more replications (-n)';
    return isData ? `${more}, and collect better data, which leave more open.` : `${more}.`;
  }
  return isData
    ? 'Better data would narrow the answer more than more replications.'
    : 'More replications would narrow the answer more than better data.';
}
