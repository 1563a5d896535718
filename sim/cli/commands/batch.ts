import { JSON_OPTION, wholeNumber, type CommandEntry } from '../options.ts';

const BATCH_OPTIONS = {
  replications: {
    alias: 'n',
    type: 'string',
    nargs: 1,
    description: 'Replications of each point, instead of those of the file; more of them extend the store.',
  },
  workers: { type: 'string', nargs: 1, description: 'Worker threads; one for each processor if left out.' },
  out: {
    type: 'string',
    nargs: 1,
    default: 'out/batch',
    description: 'Folder of the store and its summaries.',
  },
  format: {
    type: 'string',
    array: true,
    nargs: 1,
    choices: ['csv', 'parquet'],
    default: ['csv'],
    description: 'Tables of the runs that are written beside the store.',
  },
  ...JSON_OPTION,
  quiet: { type: 'boolean', default: false, description: 'Print no progress and no summary.' },
} as const;

export const batchCommand: CommandEntry = {
  usage: 'batch <experiment>',
  description: 'A seeded design of runs, resumable: grid, Latin hypercube or list',
  declare: (yargs) =>
    yargs
      .positional('experiment', { type: 'string', demandOption: true, description: 'An experiment file' })
      .options(BATCH_OPTIONS)
      .example('$0 batch design.yaml --format parquet', 'every run in an open column format')
      .example('$0 batch design.yaml -n 40', 'more replications; those that are there are not repeated'),
  execute: async (parsed) => {
    const { batchAndReport } = await import('../batch.ts');
    const { experiment, format, out, json, quiet, replications, workers } = parsed as {
      experiment: string;
      format: readonly ('csv' | 'parquet')[];
      out: string;
      json: boolean;
      quiet: boolean;
      replications?: string;
      workers?: string;
    };
    return batchAndReport({
      file: experiment,
      replications: wholeNumber('--replications', replications, 1),
      workers: wholeNumber('--workers', workers, 1),
      out,
      formats: [...new Set(format)],
      isJson: json,
      isQuiet: quiet,
    });
  },
};
