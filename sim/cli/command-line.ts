import process from 'node:process';
import yargs, { type Argv } from 'yargs';
import { readBuild } from '../experiment/provenance.ts';
import { batchCommand } from './commands/batch.ts';
import { checkCommand } from './commands/check.ts';
import { claimsCommand } from './commands/claims.ts';
import { compareCommand } from './commands/compare.ts';
import { constraintCommand } from './commands/constraint.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { mergeCommand } from './commands/merge.ts';
import { replayCommand } from './commands/replay.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { sensitivityCommand } from './commands/sensitivity.ts';
import { staffCommand } from './commands/staff.ts';
import { sweepCommand } from './commands/sweep.ts';
import { traceCommand } from './commands/trace.ts';
import { transitionCommand } from './commands/transition.ts';
import { workerCommand } from './commands/worker.ts';
import type { CommandEntry } from './options.ts';
import { UsageError, exitCodeOf } from './usage-error.ts';

const COMMANDS: readonly CommandEntry[] = [
  compareCommand,
  runCommand,
  checkCommand,
  constraintCommand,
  sensitivityCommand,
  batchCommand,
  sweepCommand,
  workerCommand,
  mergeCommand,
  reportCommand,
  replayCommand,
  staffCommand,
  explainCommand,
  claimsCommand,
  initCommand,
  transitionCommand,
  traceCommand,
];

/** Exit codes: done, bad usage or bad input, stopped by Ctrl-C. */
export const EXIT = { done: 0, badInput: 2, interrupted: 130 } as const;

/** What yargs knows of its options, which its types leave out. */
interface WithOptions {
  getOptions(): { readonly array: readonly string[] };
}

/** An option that takes one value may be given once: which of two is meant, nobody knows. */
function refuseRepeated(parsed: Readonly<Record<string, unknown>>, lists: readonly string[]): void {
  const known = ['_', ...lists, ...lists.map(camelCaseOf)];
  const repeated = Object.keys(parsed).filter((name) => Array.isArray(parsed[name]) && !known.includes(name));
  // Of an option with a letter of its own, both names are there.
  const name = repeated.find((one) => one.length > 1);
  if (name !== undefined) throw new UsageError(`give --${name} once`);
}

/** Unknown options come by both of their names, no-weeks and noWeeks. */
function withoutDoubles(message: string): string {
  const [, names] = /^Unknown arguments: (.*)$/.exec(message) ?? [];
  if (names === undefined) return message;
  const all = names.split(', ');
  const doubles = all.filter((name) => name.includes('-')).map(camelCaseOf);
  const left = all.filter((name) => !doubles.includes(name));
  return `Unknown argument${left.length === 1 ? '' : 's'}: ${left.join(', ')}`;
}

function camelCaseOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Runs one command line and returns the exit code. Says on standard error what is wrong with it. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const parser = yargs([...words])
    .scriptName('salesworks')
    .usage('Simulates a sales force and compares organisations.\n\nUsage: $0 <command> [options]')
    .locale('en')
    .version(readBuild().version)
    .strict()
    // --no-weeks would be the value false, which no option with a value can have.
    .parserConfiguration({ 'boolean-negation': false })
    .demandCommand(1, 'Name a command.')
    .recommendCommands()
    .exitProcess(false)
    .wrap(Math.min(process.stdout.columns || 80, 100))
    .epilogue('salesworks <command> --help tells more. Start with: salesworks compare')
    .fail((message, error) => {
      // What yargs has to say of the words that follow an option comes as an error of its own.
      const isOurs = error instanceof Error && error.name !== 'YError';
      throw isOurs ? error : new UsageError(withoutDoubles(message));
    });
  for (const { usage, description, declare, execute } of COMMANDS) {
    let lists: readonly string[] = [];
    const declared = (yargs: Argv): Argv => {
      const own = declare(yargs);
      lists = (own as unknown as WithOptions).getOptions().array;
      return own;
    };
    parser.command(usage, description, declared, async (parsed) => {
      refuseRepeated(parsed, lists);
      exitCode = await execute(parsed);
    });
  }
  try {
    await parser.parseAsync();
    return exitCode;
  } catch (error) {
    return exitCodeOf(error);
  }
}
