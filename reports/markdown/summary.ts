import type { Result } from '../../sim/experiment/result.ts';
import { meaningOf } from '../charts/verdict-marks.ts';
import { TOPICS } from '../verdict/topics.ts';
import { verdictInWords } from '../verdict/verdict.ts';
import { comparisonOf, figuresInWords } from '../words/comparison.ts';
import { measuredWeeks } from '../words/weeks.ts';
import { amount, interval, isExact, type Estimate } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Sentence } from '../words/sentence.ts';
import { codeOf, escapedMarkdown } from './escaped.ts';

/** Rows of the table of figures, and of what was asked. */
const MOST_FIGURES = 12;
const MOST_ASKED = 8;
const MOST_ORGANISATIONS = 6;

/**
 * A summary for a pull request or a wiki: the verdict in words, the main figures, what was asked, and where the rest is.
 * At most 60 lines; nothing from a scenario can become Markdown or HTML.
 */
export function summaryMarkdown(result: Result): string {
  const { headlines, constraints } = verdictInWords(result);
  const names = organisationNames(result).map(codeOf);
  const [first, ...others] = names.slice(0, MOST_ORGANISATIONS);
  const title = others.length === 0 ? first! : `${others.join(', ')} against ${first!}`;
  const limits = constraints
    .slice(0, MOST_ORGANISATIONS)
    .map(({ lead, organisation }) => `- ${names[organisation]!}: ${markdownOf(lead)}`);
  return [
    `### ${title}`,
    '',
    ...(result.differences.length > 0
      ? [...headlines.slice(0, MOST_ORGANISATIONS).map((headline) => `**${markdownOf(headline)}**  `), '']
      : []),
    ...limits,
    '',
    ...askedLines(result),
    ...figureTable(result, names),
    '',
    provenanceLine(result),
  ]
    .join('\n')
    .concat('\n');
}

/** A sentence with names of organisations as code; emphasis is left to the page. */
function markdownOf(sentence: Sentence): string {
  return sentence
    .map((part) => {
      if (typeof part === 'string') return escapedMarkdown(part);
      return part.kind === 'organisation' ? codeOf(part.text) : escapedMarkdown(part.text);
    })
    .map((text, i) => (typeof sentence[i] === 'string' ? keptSpaces(sentence[i], text) : text))
    .join('');
}

/** Spaces at both ends of a piece are those between words. */
function keptSpaces(piece: string, text: string): string {
  return `${/^\s/.test(piece) ? ' ' : ''}${text.trim()}${/\s$/.test(piece) && piece.trim() !== '' ? ' ' : ''}`;
}

function askedLines({ thresholds = [], decision }: Result): string[] {
  const passed = { passed: 'passed', failed: '**failed**', undecided: '**not decided**' } as const;
  const decided = decision?.differences ?? [];
  const lines = [
    ...thresholds.map(({ organisation, condition, verdict, ...found }) => {
      const figure = { mean: found.estimate, ci95: found.ci95, unit: found.unit };
      return `- Must not be ${codeOf(condition)}, ${codeOf(organisation)}: ${passed[verdict]}, found ${figureIn(figure)}`;
    }),
    ...decided.map(({ b, metric, verdict, mean, interval: ci95, unit }) => {
      const word = verdict === 'undecided' ? '**not decided**' : verdict;
      const change = figureIn({ mean, ci95, unit }, true);
      return `- Decide ${codeOf(metric)} of ${codeOf(b)}: ${word}, ${change}`;
    }),
  ];
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_ASKED;
  return [...lines.slice(0, MOST_ASKED), ...(rest > 0 ? [`- and ${rest} more in the report`] : []), ''];
}

function figureIn(figure: Estimate, isDifference = false): string {
  if (figure.mean === null) return 'no figure';
  const range = isExact(figure) ? undefined : isDifference ? rangeOf(figure) : interval(figure);
  const words = escapedMarkdown(amount(figure, { isDifference }));
  return range === undefined ? words : `${words} (${escapedMarkdown(range)})`;
}

function figureTable(result: Result, names: readonly string[]): string[] {
  const [first, ...others] = names.slice(0, MOST_ORGANISATIONS);
  const rows = TOPICS.flatMap(({ id }) => {
    const figure = result.organisations[0]!.metrics[id];
    const title = escapedMarkdown(result.metrics[id]?.title ?? id);
    if (typeof figure?.mean !== 'number') return [];
    if (others.length === 0) return [`| ${title} | ${figureIn(figure)} |`];
    const changes = others.map((_, i) => changeCell(result, i + 1, id));
    return [`| ${title} | ${escapedMarkdown(amount(figure))} | ${changes.join(' | ')} |`];
  });
  const heads = ['Figure', first!, ...others.map((name) => `${name} (difference, 95 %)`)];
  const shown = rows.slice(0, MOST_FIGURES);
  return [
    `| ${heads.join(' | ')} |`,
    `| --- |${heads
      .slice(1)
      .map(() => ' ---: |')
      .join('')}`,
    ...shown,
    ...wordsIn(shown).map((words) => `\n${words}`),
  ];
}

/** What words of the table mean, those that stand there; one paragraph. */
function wordsIn(rows: readonly string[]): string[] {
  const isSaid = (word: string) => rows.some((row) => row.includes(word));
  const meanings = Object.entries(MEANINGS).flatMap(([word, meaning]) => (isSaid(word) ? [meaning] : []));
  return meanings.length === 0 ? [] : [meanings.join(' ')];
}

const MEANINGS = {
  ' points': 'Points are percentage points.',
  ' negligible': 'Negligible: the whole interval is so close to zero that it would hardly change a decision.',
  ' not decided':
    'Not decided: the interval is neither clear of zero nor so close to it, or too few replications agree.',
};

function changeCell(result: Result, index: number, id: string): string {
  const comparison = comparisonOf(result, index, id);
  if (comparison === undefined) return '–';
  const { difference } = comparison;
  const meaning = meaningOf(id, difference.verdict);
  const change = isExact(difference)
    ? amount(difference, { isDifference: true })
    : (rangeOf(difference) ?? amount(difference, { isDifference: true }));
  return `${escapedMarkdown(figuresInWords(comparison)[1])} (${escapedMarkdown(change)}) ${meaning}`;
}

/** The interval of a difference; that of shares is in points, and says so. */
function rangeOf(difference: Estimate): string | undefined {
  const range = interval(difference, { isDifference: true });
  return range !== undefined && difference.unit === 'share' ? `${range} points` : range;
}

function provenanceLine({ provenance, organisations }: Result): string {
  const { replications, warmUp, seed, version, commit, interrupted } = provenance;
  const weeks = Math.max(...organisations.map(({ facts }) => facts.weeks));
  const measured = measuredWeeks({ replications, weeks, warmUp: warmUp.weeks });
  const build = commit === null ? version : `${version} (${commit.slice(0, 7)})`;
  return (
    `${measured}; seed ${seed}, salesworks ${escapedMarkdown(build)}${interrupted ? '; stopped early' : ''}. ` +
    'Charts and every figure: `report.html`, `charts/`, `result.json`.'
  );
}
