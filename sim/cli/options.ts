import process from 'node:process';
import type { Argv, InferredOptionTypes } from 'yargs';
import type { Part } from '../experiment/batch/part.ts';
import type { Effort } from '../experiment/replications.ts';
import { UsageError } from './usage-error.ts';

/** A command of the command line: what it takes, and what it does, loaded when it is called. */
export interface CommandEntry {
  readonly usage: string;
  readonly description: string;
  readonly declare: (yargs: Argv) => Argv;
  /** Returns the exit code. */
  readonly execute: (parsed: Readonly<Record<string, unknown>>) => Promise<number>;
}

/** The one scenario that a command is about. */
export const SCENARIO_POSITIONAL = {
  type: 'string',
  demandOption: true,
  description: 'A file, or the name of a shipped scenario',
} as const;

/** Options of every command that reads a scenario. */
export const SCENARIO_OPTIONS = {
  set: {
    type: 'string',
    array: true,
    nargs: 1,
    description:
      'Sets a value of the scenario, path=value; salesworks explain lists the paths. May be repeated.',
  },
  with: {
    type: 'string',
    array: true,
    nargs: 1,
    description:
      'Puts a file on top of every scenario: your market, or a shipped one such as everyday. May be repeated.',
  },
} as const;

/** What the command line puts on top of every scenario. */
export type OnTop = Partial<InferredOptionTypes<typeof SCENARIO_OPTIONS>>;

export const JSON_OPTION = {
  json: { type: 'boolean', default: false, description: 'Print one JSON document and nothing else.' },
} as const;

/** Options of every command that simulates. */
export const RUN_OPTIONS = {
  ...SCENARIO_OPTIONS,
  seed: {
    type: 'string',
    nargs: 1,
    description: 'A whole number; the same one gives the same result. That of the scenario if left out.',
  },
  replications: {
    alias: 'n',
    type: 'string',
    nargs: 1,
    description:
      'Replications of each organisation, that is runs with other random numbers; as many as the scenario says if left out.',
  },
  precision: {
    type: 'string',
    nargs: 1,
    description:
      'Run until the 95 % intervals of meetings and throughput are no wider, either way, than this share of their mean, such as 2%.',
  },
  'one-more': {
    type: 'string',
    nargs: 1,
    description: 'Replications in which each role is tried with one more head; 10 if left out, 0 for none.',
  },
  workers: { type: 'string', nargs: 1, description: 'Worker threads; one for each processor if left out.' },
  out: { type: 'string', nargs: 1, description: 'Folder for the report; out if left out.' },
  ...JSON_OPTION,
  quiet: { type: 'boolean', default: false, description: 'Print no progress and no table.' },
} as const;

/** What a simulation may be asked to fail on. */
export const FAIL_OPTION = {
  'fail-on': {
    type: 'string',
    array: true,
    nargs: 1,
    description:
      'What must not be, such as "service-within-tolerance < 90 %", or operating-expense: that it rises. The exit code is ' +
      '1 unless it is shown not to be so. May be repeated.',
  },
} as const;

/** How long to compare. */
export const DECIDE_OPTIONS = {
  decide: {
    type: 'string',
    nargs: 1,
    description:
      'Run until the differences of these metrics are decided: ids with commas between, such as profit-per-year.',
  },
  budget: {
    type: 'string',
    nargs: 1,
    description: 'Replications of each organisation at most, with --decide; 1000 if left out.',
  },
} as const;

export type RunArguments = InferredOptionTypes<typeof RUN_OPTIONS> &
  Partial<InferredOptionTypes<typeof FAIL_OPTION & typeof DECIDE_OPTIONS>>;

/** Metrics that have to be precise with --precision. */
const PRECISE_METRICS = ['bd-meetings-per-week', 'throughput-per-year'];
/** A precision that is not reached by then is not reached. */
const MOST_REPLICATIONS = 10_000;

/** How many replications the command line asks for; the scenario's number if it does not say. */
export function effortOf({ replications, precision }: RunArguments, planned: number): Effort {
  if (precision === undefined) {
    return { kind: 'fixed', replications: wholeNumber('--replications', replications, 1) ?? planned };
  }
  if (replications !== undefined) throw new UsageError('give either --replications or --precision');
  const match = /^\s*(\d*\.?\d+)\s*(%?)\s*$/.exec(precision);
  const relative = match === null ? NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (!(relative > 0 && relative < 1)) {
    throw new UsageError(`--precision ${precision} is no share between 0 and 100 %, such as 2%`);
  }
  return { kind: 'precision', relative, metrics: PRECISE_METRICS, atMost: MOST_REPLICATIONS };
}

/** A whole number of at least `least` given as text; undefined if it was not given. */
export function wholeNumber(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`${option} ${text} is no whole number of at least ${least}`);
  }
  return value;
}

/** A part such as 2/8 given as text; undefined if it was not given. */
export function partOf(option: string, text: string | undefined): Part | undefined {
  if (text === undefined) return undefined;
  const [number, of] = (/^(\d+)\/(\d+)$/.exec(text.trim()) ?? []).slice(1).map(Number) as [number?, number?];
  if (
    number === undefined ||
    of === undefined ||
    !(number >= 1 && number <= of && Number.isSafeInteger(of))
  ) {
    throw new UsageError(`${option} ${text} is no part of a whole, such as 2/8: the second of eight`);
  }
  return { number, of };
}

/** The command line as it was typed, for the provenance; without the password of an address. */
export function typedCommand(): string {
  const quoted = process.argv
    .slice(2)
    .map((word) => word.replace(/(\w:\/\/)[^/]*@/, '$1***@'))
    .map((word) => (/^[\w@%+=:,./*-]+$/.test(word) ? word : JSON.stringify(word)));
  return ['salesworks', ...quoted].join(' ');
}
