import { roleTitle, roleWords } from '../../reports/words/role-words.ts';
import {
  DETECTORS,
  type ConstraintResult,
  type ConstraintVerdict,
  type Detector,
  type DetectorResult,
} from '../experiment/constraint/constraint-result.ts';
import type { ConstraintGroup } from '../experiment/search/constraint-odds.ts';
import { bold, table, wrapped } from './terminal.ts';

/** What each detector looks at, as a heading and in words. */
const LOOKS: Readonly<Record<Detector, { readonly heading: string; readonly words: string }>> = {
  utilisation: { heading: 'busy', words: 'who is busiest' },
  wait: { heading: 'wait', words: 'for whom work waits longest' },
  'active-period': { heading: 'no room', words: 'who is longest without room for more' },
  departures: { heading: 'unsteady', words: 'who delivers most steadily' },
  elasticity: { heading: 'one more', words: 'whose capacity throughput follows' },
};

/** Who the constraint is, as text of 80 columns: the verdict, the figures by group, and what each detector says. */
export function constraintInWords(result: ConstraintResult): string {
  const { provenance, organisation, verdict, detectors } = result;
  const { replications, seed, warmUp, interrupted } = provenance;
  const heading =
    `${replications} replications of the firm as it is and of every trial, seed ${seed}, warm-up of ${warmUp.weeks} ` +
    `weeks not measured${interrupted ? '; stopped early' : ''}.`;
  return [
    wrapped(heading),
    '',
    wrapped(`${bold(organisation)}: ${verdictInWords(verdict)}`),
    '',
    figureTable(result),
    '',
    wrapped(LEGEND),
    '',
    ...DETECTORS.map((name) => wrapped(saysInWords(name, detectors[name]), '')),
    '',
    wrapped(disagreementInWords(result)),
    '',
  ].join('\n');
}

const LEGEND =
  'busy: share of paid time. wait: hours until a task is begun, nights included. no room: share of office hours ' +
  'without room for more for longer than anybody else. unsteady: variation of the times between departures; the ' +
  'least is suspect, since a constraint never waits for work, so that what leaves it leaves at its own steady pace. ' +
  'one more: per cent of throughput for one per cent of capacity, with its 95 % interval: one more head of a role, ' +
  'and for the market 10 % more prospects and 10 % more repeat orders.';

function verdictInWords({ is, among, isAnythingShown }: ConstraintVerdict): string {
  if (is === 'market') {
    return 'the market is the constraint: more prospects and repeat orders raise throughput, and more of nobody does as much.';
  }
  if (is !== null) {
    const { group, one, isPlural } = roleWords(is);
    return `${group} ${isPlural ? 'are' : 'is'} the constraint: throughput follows one more ${one} more than anything else.`;
  }
  const list = listed(among);
  if (!isAnythingShown)
    return `no constraint can be named: neither one more head nor a larger market is shown to raise throughput.`;
  return `these replications cannot separate ${list}: run more of them (-n).`;
}

function listed(groups: readonly ConstraintGroup[]): string {
  const names = groups.map((group) => roleWords(group).group);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

function figureTable({ groups, detectors }: ConstraintResult): string {
  return table(
    [
      { title: '', align: 'left' },
      ...DETECTORS.map((name) => ({ title: LOOKS[name].heading, align: 'right' as const })),
      { title: '95 %', align: 'left' },
    ],
    groups.map((group) => [
      roleTitle(group),
      ...DETECTORS.map((name) => figureOf(name, detectors[name].figures[group]?.mean)),
      intervalOf(detectors.elasticity.figures[group]?.ci95),
    ]),
  );
}

function figureOf(name: Detector, mean: number | null | undefined): string {
  if (mean === null || mean === undefined) return '-';
  const isShare = name === 'utilisation' || name === 'active-period';
  if (isShare) return `${(100 * mean).toFixed(0)} %`;
  return fixed(mean, name === 'wait' ? 1 : 2);
}

function intervalOf(ci95: readonly [number, number] | null | undefined): string {
  return ci95 === null || ci95 === undefined ? '' : ci95.map((bound) => fixed(bound, 2)).join(' to ');
}

/** `By who is busiest: salespeople in 18 of 20 (70 to 97 %), production in 2.` */
function saysInWords(name: Detector, { is, odds }: DetectorResult): string {
  const trials = odds.reduce((sum, { count }) => sum + count, 0);
  const [first, ...others] = odds;
  if (first === undefined) return `By ${LOOKS[name].words}: nobody.`;
  const [lower, upper] = first.ci95.map((bound) => (100 * bound).toFixed(0));
  const lead = `${roleWords(first.group).group} in ${first.count} of ${trials} (95 %: ${lower!} to ${upper!} %)`;
  const rest = others.map(({ group, count }) => `${roleWords(group).group} in ${count}`);
  const end = is === null ? '; cannot separate' : '';
  return `By ${LOOKS[name].words}: ${[lead, ...rest].join(', ')}${end}.`;
}

function disagreementInWords({ verdict, detectors }: ConstraintResult): string {
  if (verdict.is === null) {
    return 'Trying does not separate the groups, so that nothing can be said for or against the other four ways.';
  }
  if (verdict.disagree.length === 0) return 'All five ways agree.';
  const others = verdict.disagree.map((name) => {
    const { is } = detectors[name];
    return `${LOOKS[name].words} (${is === null ? 'cannot separate' : roleWords(is).group})`;
  });
  return `The ways disagree: ${others.join('; ')}. Trying decides: it is what being the constraint means.`;
}

/** Without the minus of a number that rounds to 0. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}
