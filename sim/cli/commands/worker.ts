import { wholeNumber, type CommandEntry } from '../options.ts';

export const workerCommand: CommandEntry = {
  usage: 'worker',
  description: 'Take runs of batch --queue and simulate them, on as many machines as wanted',
  declare: (yargs) =>
    yargs
      .options({
        queue: {
          type: 'string',
          nargs: 1,
          demandOption: true,
          description: 'Address of the Redis or Valkey that the batch uses.',
        },
        workers: {
          type: 'string',
          nargs: 1,
          description: 'Worker threads; one for each processor if left out.',
        },
        'until-empty': {
          type: 'boolean',
          default: false,
          description: 'End when nothing is left to do, instead of waiting for more.',
        },
        quiet: { type: 'boolean', default: false, description: 'Print nothing but errors.' },
      })
      .example('$0 worker --queue redis://host:6379', 'until Ctrl-C; what it has begun it finishes'),
  execute: async (parsed) => {
    const { workAndReport } = await import('../worker.ts');
    const { queue, workers, quiet } = parsed as { queue: string; workers?: string; quiet: boolean };
    return workAndReport({
      url: queue,
      workers: wholeNumber('--workers', workers, 1),
      untilEmpty: parsed['until-empty'] === true,
      isQuiet: quiet,
    });
  },
};
