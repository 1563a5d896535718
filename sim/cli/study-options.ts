import type { InferredOptionTypes } from 'yargs';
import { JSON_OPTION, RUN_OPTIONS, SCENARIO_OPTIONS } from './options.ts';

const { seed, replications, workers, out, quiet } = RUN_OPTIONS;

/**
 * Options of every study that simulates one scenario in many ways: what replications are counted of there, and the
 * folder if none is named.
 */
export function studyOptions(of: { readonly replications: string; readonly out: string }) {
  return {
    ...SCENARIO_OPTIONS,
    seed,
    replications: { ...replications, description: of.replications },
    workers,
    out: { ...out, description: `Folder for the results; ${of.out} if left out.` },
    ...JSON_OPTION,
    quiet,
  };
}

export type StudyArguments = InferredOptionTypes<ReturnType<typeof studyOptions>>;
