import process from 'node:process';
import yargs from 'yargs';
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

/** Runs one command line and returns the exit code. Says on standard error what is wrong with it. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const parser = yargs([...words])
    .scriptName('salesworks')
    .usage('Simulates a sales force and compares organisations.\n\nUsage: $0 <command> [options]')
    .locale('en')
    .version(readBuild().version)
    .strict()
    .demandCommand(1, 'Name a command.')
    .recommendCommands()
    .exitProcess(false)
    .wrap(Math.min(process.stdout.columns || 80, 100))
    .epilogue('salesworks <command> --help tells more. Start with: salesworks compare')
    .fail((message, error) => {
      throw error instanceof Error ? error : new UsageError(message);
    });
  for (const { usage, description, declare, execute } of COMMANDS) {
    parser.command(usage, description, declare, async (parsed) => {
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
