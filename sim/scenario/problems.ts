import type { Origin } from './origin.ts';
import type { Path, Tree } from './tree.ts';

/** One thing that is wrong with a scenario, for people and for programs. */
export interface Problem {
  /** The file as its name was written, or an option with its value: `--set path=value`. */
  readonly file: string;
  /** From 1; undefined if the whole file is meant, or an override. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The way to the value, with dots; empty if the whole document is meant. */
  readonly path: string;
  /** What is wrong, in words that follow the path: `is negative`. */
  readonly wrong: string;
  /** What stands there, as it may be shown. */
  readonly found?: string | undefined;
  readonly accepted?: string | undefined;
  readonly didYouMean?: string | undefined;
}

/** Everything that is wrong with a scenario, found in one go. Its message is the text of all problems. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  /** By file, line and column. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(
      (a, b) => byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
    super(formatProblems(sorted));
    this.problems = sorted;
  }
}

/** Words of a problem; its place is added by `problemAt`. */
export type Complaint = Omit<Problem, 'file' | 'line' | 'column' | 'path'> & { readonly path?: Path };

/** A problem at the place that an origin names. `whole` is the file if there is no such place. */
export function problemAt(origin: Origin, { path, ...words }: Complaint, whole = ''): Problem {
  const keys = (path ?? []).map((key) =>
    key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY - 3)}...` : key,
  );
  const written = { path: keys.join('.'), ...words };
  switch (origin.kind) {
    case 'file':
      return { file: origin.file, line: origin.line, column: origin.column, ...written };
    case 'override':
      return { file: `${origin.option ?? '--set'} ${origin.text}`, ...written };
    case 'default':
      return { file: whole, ...written };
  }
}

/** What stands somewhere, as a message shows it: text in quotes, maps and lists by name. */
export function shown(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind === 'list' ? 'a list' : 'a map';
  const { value } = tree;
  if (value === null) return 'nothing';
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s+/g, ' ');
  return `"${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 3)}...` : line}"`;
}

/** Text without its very long words: of what is no YAML, one word may be the whole file. */
export function shortened(text: string): string {
  return text.replace(/\S+/g, (word) =>
    word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD - 3)}...` : word,
  );
}

const LONGEST_WORD = 40;
const LONGEST_SHOWN = 60;
/** Of keys on a path: those of metrics and roles are shorter. */
const LONGEST_KEY = 80;
const COLUMNS = 80;
const INDENT = '    ';

/**
 * Problems as text, readable at 80 columns: `file:line:column  path: what is wrong; found ...`, and below it, indented,
 * what is accepted and what was probably meant.
 */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join('\n');
}

function formatProblem(problem: Problem): string {
  const { file, line, column, path, wrong, found, accepted, didYouMean } = problem;
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const subject = path === '' ? wrong : `${path}: ${wrong}`;
  const head = found === undefined ? subject : `${subject}; ${unbroken(`found ${found}`)}`;
  const help = [
    accepted === undefined ? undefined : `accepted: ${accepted}`,
    didYouMean === undefined ? undefined : unbroken(`did you mean ${didYouMean}?`),
  ].filter((part) => part !== undefined);
  const first = wrapped(`${place}${line === undefined && path === '' ? ': ' : '  '}${head}`);
  return help.length === 0 ? first : `${first}\n${INDENT}${wrapped(help.join('; '), INDENT.length)}`;
}

/** Text that is not broken into lines, so that a search finds it: its spaces are others until that is done. */
function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK);
}

const NO_BREAK = '\u00A0';

/** Words in lines of at most 80 columns, the second and later ones indented; a longer word stays whole. */
function wrapped(text: string, begun = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<! ) (?! )/)) {
    const width = (lines.length === 0 ? begun : INDENT.length) + line.length + 1 + word.length;
    if (line !== '' && width > COLUMNS) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  // What a file holds may not steer the terminal.
  const printable = [...lines, line].map((part) => part.replaceAll(NO_BREAK, ' ').replace(/\p{Cc}/gu, '?'));
  return printable.join(`\n${INDENT}`);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
