import type { Result } from '../../sim/experiment/result.ts';
import {
  changeInWords,
  comparisonOf,
  figuresInWords,
  isNoneLeft,
  type Comparison,
} from '../words/comparison.ts';
import { interval, isExact } from '../words/notation.ts';
import { organisationPart } from '../words/organisation-names.ts';
import { listed, metric, say, type Sentence } from '../words/sentence.ts';
import { TOPICS } from './topics.ts';

/** What one organisation changes against the first one, in words. */
export interface ChangeVerdict {
  /** Place of the other organisation in the result; the first one is at 0. */
  readonly organisation: number;
  readonly headline: Sentence;
  readonly better: readonly Sentence[];
  readonly worse: readonly Sentence[];
  /** Differences whose whole interval is too small to matter. */
  readonly same: readonly Sentence[];
  /** Differences of which the replications do not tell even the sign. */
  readonly undecided: readonly Sentence[];
}

/** Says what the organisation at a place in the result changes against the first one. */
export function changeVerdict(result: Result, organisation: number): ChangeVerdict {
  const judged = TOPICS.flatMap(({ id, better }) => {
    const comparison = comparisonOf(result, organisation, id);
    return comparison === undefined ? [] : [{ comparison, better }];
  });
  const those = (isWanted: (verdict: string, better: string) => boolean): Sentence[] =>
    judged
      .filter(({ comparison, better }) => isWanted(comparison.difference.verdict, better))
      .map(({ comparison }) => changeSentence(comparison));
  return {
    organisation,
    headline: headlineOf(result, organisation),
    better: those((verdict, better) => verdict === better),
    worse: those((verdict, better) => verdict !== better && (verdict === 'higher' || verdict === 'lower')),
    same: those((verdict) => verdict === 'negligible'),
    undecided: those((verdict) => verdict === 'undecided'),
  };
}

/** One figure of both, the change and how sure it is. */
function changeSentence(comparison: Comparison): Sentence {
  const { id, title, difference } = comparison;
  const [a, b] = figuresInWords(comparison);
  const change =
    difference.mean === 0
      ? 'no difference'
      : isNoneLeft(comparison)
        ? 'none at all'
        : changeInWords(comparison);
  const sure = isExact(difference)
    ? 'the same in every replication'
    : (interval(difference, { isDifference: true }) ?? 'no interval');
  return say`${metric(id, title)}: ${b} instead of ${a}, ${change} (${sure})`;
}

/** Phrases of the headline; the change stands between verb and noun. */
const HEADLINES = [
  { id: 'bd-meetings-per-week', verb: 'holds', kind: 'many', what: 'business-development meetings' },
  { id: 'orders-won-per-week', verb: 'wins', kind: 'many', what: 'projects' },
  { id: 'throughput-per-year', verb: 'earns', kind: 'much', what: 'throughput' },
  { id: 'payroll-per-year', verb: 'pays', kind: 'much', what: 'in salaries' },
] as const;

/**
 * The changes of the most important figures that are shown, such as `holds 26 % more business-development meetings than
 * traditional` or `holds no business-development meetings, unlike traditional`; empty if nothing is shown.
 */
export function changesShown(result: Result, organisation: number, ids: readonly string[]): Sentence {
  const shown = HEADLINES.filter(({ id }) => ids.includes(id)).flatMap(({ id, verb, kind, what }) => {
    const comparison = comparisonOf(result, organisation, id);
    const verdict = comparison?.difference.verdict;
    if (comparison === undefined || (verdict !== 'higher' && verdict !== 'lower')) return [];
    const isGone = isNoneLeft(comparison);
    const phrase = isGone
      ? say`${verb} ${what.startsWith('in ') ? 'nothing' : 'no'} ${metric(id, what)}`
      : say`${verb} ${changeInWords(comparison, kind)} ${metric(id, what)}`;
    return [{ isGone, phrase }];
  });
  if (shown.length === 0) return [];
  // What is gone comes first: no meetings and 5 % more throughput than.
  const phrases = [...shown].sort((a, b) => Number(b.isGone) - Number(a.isGone)).map(({ phrase }) => phrase);
  return shown.every(({ isGone }) => isGone)
    ? say`${listed(phrases)}, unlike ${organisationPart(result, 0)}`
    : say`${listed(phrases)} than ${organisationPart(result, 0)}`;
}

/** Figures of the headline of which not even the direction is known. */
function openFigures(result: Result, organisation: number, ids: readonly string[]): Sentence[] {
  return HEADLINES.filter(({ id }) => ids.includes(id)).flatMap(({ id, what }) => {
    const verdict = comparisonOf(result, organisation, id)?.difference.verdict;
    return verdict === 'undecided' ? [say`${metric(id, what.replace('in ', ''))}`] : [];
  });
}

function headlineOf(result: Result, organisation: number): Sentence {
  const [first, other] = [organisationPart(result, 0), organisationPart(result, organisation)];
  // While a firm changes over, its payroll is that of two organisations at once, and says nothing of either.
  const isOnTheWay = result.transition !== undefined;
  const ids = HEADLINES.map(({ id }) => id).filter((id) => !isOnTheWay || id !== 'payroll-per-year');
  const changes = changesShown(result, organisation, ids);
  if (changes.length > 0) {
    const open = openFigures(result, organisation, ids);
    const rest = open.length === 0 ? [] : say` Not decided: ${listed(open)}.`;
    return say`${other} ${changes}.${rest}`;
  }
  return result.provenance.replications < 2
    ? say`One replication does not tell how ${other} differs from ${first}.`
    : say`Neither in meetings nor in projects${isOnTheWay ? ' or throughput' : ', throughput or salaries'} is ${other} shown to differ from ${first}.`;
}
