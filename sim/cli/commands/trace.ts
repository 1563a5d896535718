import {
  RUN_OPTIONS,
  SCENARIO_OPTIONS,
  JSON_OPTION,
  SCENARIO_POSITIONAL,
  type CommandEntry,
} from '../options.ts';
import type { TraceArguments } from '../write-trace.ts';

const { seed, out, quiet } = RUN_OPTIONS;

const OPTIONS = {
  ...SCENARIO_OPTIONS,
  seed,
  weeks: {
    type: 'string',
    nargs: 1,
    description: 'Weeks of the window; 10 if left out, or what is left of the run.',
  },
  from: { type: 'string', nargs: 1, description: 'Its first week, counted from 1, which is it if left out.' },
  replication: {
    type: 'string',
    nargs: 1,
    description: 'Which replication of run, from 1; the first if left out.',
  },
  format: {
    choices: ['csv', 'ocel', 'chrome', 'all'],
    default: 'all',
    description: 'A table, an object-centric log for process mining, a timeline for Chrome and Perfetto.',
  },
  out: { ...out, description: 'Folder for the files; out/trace if left out.' },
  ...JSON_OPTION,
  quiet,
} as const;

export const traceCommand: CommandEntry = {
  usage: 'trace <scenario>',
  description: 'The event log of some weeks of one replication',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .options(OPTIONS)
      .example('$0 trace standard', 'the first ten weeks in three formats')
      .example('$0 trace standard --from 40 --weeks 4 --format chrome', 'four weeks as a timeline'),
  execute: async (parsed) => {
    const { writeTrace } = await import('../write-trace.ts');
    return writeTrace(parsed as unknown as TraceArguments);
  },
};
