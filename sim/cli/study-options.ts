import type { InferredOptionTypes } from 'yargs';
import { JSON_OPTION, RUN_OPTIONS, SCENARIO_OPTIONS } from './options.ts';

const { seed, replications, workers, out, quiet } = RUN_OPTIONS;

/** Options of every study that simulates one scenario in many ways. */
export const STUDY_OPTIONS = {
  ...SCENARIO_OPTIONS,
  seed,
  replications,
  workers,
  out,
  ...JSON_OPTION,
  quiet,
} as const;

export type StudyArguments = InferredOptionTypes<typeof STUDY_OPTIONS>;
