import { TABLE_OPTION } from '../table-option.ts';
import { UsageError } from '../usage-error.ts';
import { JSON_OPTION, partOf, wholeNumber, type CommandEntry } from '../options.ts';

const BATCH_OPTIONS = {
  replications: {
    alias: 'n',
    type: 'string',
    nargs: 1,
    description: 'Replications of each point, instead of those of the file; more of them extend the store.',
  },
  workers: { type: 'string', nargs: 1, description: 'Worker threads; one for each processor if left out.' },
  shard: {
    type: 'string',
    nargs: 1,
    description: 'Only part i of n of the runs, such as 2/8; salesworks merge joins the parts.',
  },
  queue: {
    type: 'string',
    nargs: 1,
    description: 'Address of a Redis or Valkey from which salesworks worker takes the runs, on any machine.',
  },
  out: {
    type: 'string',
    nargs: 1,
    description: 'Folder of the store and its summaries: out/batch if left out, out/batch-2-of-8 for a part.',
  },
  ...TABLE_OPTION,
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
      .example('$0 batch design.yaml --shard 2/8', 'the second of eight parts, on any machine')
      .example('$0 batch design.yaml --queue redis://host:6379', 'by as many workers as there are')
      .example('$0 batch design.yaml -n 40', 'more replications; those that are there are not repeated'),
  execute: async (parsed) => {
    const { batchAndReport } = await import('../batch.ts');
    const { experiment, format, out, json, quiet, replications, workers, shard, queue } = parsed as {
      experiment: string;
      format: readonly ('csv' | 'parquet')[];
      out?: string;
      json: boolean;
      quiet: boolean;
      replications?: string;
      workers?: string;
      shard?: string;
      queue?: string;
    };
    const part = partOf('--shard', shard);
    const other = shard === undefined ? (workers === undefined ? undefined : '--workers') : '--shard';
    if (queue !== undefined && other !== undefined) {
      throw new UsageError(
        `give either --queue or ${other}: what is in the queue is done by salesworks worker`,
      );
    }
    return batchAndReport({
      file: experiment,
      replications: wholeNumber('--replications', replications, 1),
      workers: wholeNumber('--workers', workers, 1),
      part,
      queue,
      out: out ?? (part === undefined ? 'out/batch' : `out/batch-${part.number}-of-${part.of}`),
      formats: [...new Set(format)],
      isJson: json,
      isQuiet: quiet,
    });
  },
};
