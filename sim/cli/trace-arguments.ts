import type { InferredOptionTypes } from 'yargs';
import { JSON_OPTION, RUN_OPTIONS, SCENARIO_OPTIONS } from './options.ts';

const { seed, out, quiet } = RUN_OPTIONS;

/** In what a trace can be written. */
export const TRACE_FORMATS = ['csv', 'ocel', 'chrome'] as const;

/** Options of `trace`. */
export const TRACE_OPTIONS = {
  ...SCENARIO_OPTIONS,
  seed,
  weeks: {
    type: 'string',
    nargs: 1,
    description: 'Weeks that are written, a whole number; 10 if left out, or fewer if the run ends before.',
  },
  from: {
    type: 'string',
    nargs: 1,
    description:
      'First week that is written, from 1 (the first of the run, warm-up included), which is the default.',
  },
  replication: {
    type: 'string',
    nargs: 1,
    description: 'Which replication of run, from 1; the first if left out.',
  },
  format: {
    choices: [...TRACE_FORMATS, 'all'],
    default: 'all',
    description:
      'csv: a table; ocel: an object-centric log for process mining; chrome: a timeline for Chrome and Perfetto.',
  },
  out: { ...out, description: 'Folder for the files; out/trace if left out.' },
  ...JSON_OPTION,
  quiet,
} as const;

/** What the command line of `trace` says. */
export type TraceArguments = InferredOptionTypes<typeof TRACE_OPTIONS> & { readonly scenario: string };
