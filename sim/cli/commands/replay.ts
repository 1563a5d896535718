import { JSON_OPTION, wholeNumber, type CommandEntry } from '../options.ts';

export const replayCommand: CommandEntry = {
  usage: 'replay <result>',
  description: 'Run a stored result again and compare the bytes',
  declare: (yargs) =>
    yargs
      .positional('result', {
        type: 'string',
        demandOption: true,
        description: 'A result of run, compare, transition or batch, or the folder that it is in',
      })
      .options({
        workers: {
          type: 'string',
          nargs: 1,
          description: 'Worker threads; one for each processor if left out.',
        },
        ...JSON_OPTION,
        quiet: { type: 'boolean', default: false, description: 'Print no progress and no verdict.' },
      })
      .example('$0 replay out', 'exit code 1 and the first difference, if there is one'),
  execute: async (parsed) => {
    const { replayAndReport } = await import('../replay.ts');
    const { result, workers, json, quiet } = parsed as {
      result: string;
      workers?: string;
      json: boolean;
      quiet: boolean;
    };
    return replayAndReport(result, {
      workers: wholeNumber('--workers', workers, 1),
      isJson: json,
      isQuiet: quiet,
    });
  },
};
