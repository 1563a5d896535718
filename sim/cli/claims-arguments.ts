import { JSON_OPTION } from './options.ts';

/** Options of `claims`. */
export const CLAIMS_OPTIONS = {
  only: { type: 'string', nargs: 1, description: 'Ids with commas between, * for any ending: A1,B*.' },
  quick: {
    type: 'boolean',
    default: false,
    description: 'Fewer, shorter runs and no break-evens: two minutes.',
  },
  replications: { alias: 'n', type: 'string', nargs: 1, description: 'Replications of every claim.' },
  seed: { type: 'string', nargs: 1, description: 'The same seed gives the same result; 1 if left out.' },
  workers: { type: 'string', nargs: 1, description: 'Worker threads; one for each processor if left out.' },
  out: { type: 'string', nargs: 1, description: 'Folder for the report; out if left out.' },
  ...JSON_OPTION,
  quiet: { type: 'boolean', default: false, description: 'Print no progress and no table.' },
} as const;

/** What the command line of `claims` says. */
export interface ClaimsArguments {
  readonly files?: readonly string[] | undefined;
  readonly only?: string | undefined;
  readonly quick: boolean;
  readonly replications?: string | undefined;
  readonly seed?: string | undefined;
  readonly workers?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}
