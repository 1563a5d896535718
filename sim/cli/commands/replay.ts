import { JSON_OPTION, wholeNumber, type CommandEntry } from '../options.ts';
import { UsageError } from '../usage-error.ts';

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
        checklist: {
          type: 'boolean',
          default: false,
          description: 'Run nothing; print the checklists STRESS-DES and STARS, filled from the result.',
        },
        ...JSON_OPTION,
        quiet: { type: 'boolean', default: false, description: 'Print no progress and no verdict.' },
      })
      .example('$0 replay out --checklist > checklists.md', 'for the appendix of a paper')
      .example('$0 replay out', 'exit code 1 and the first difference, if there is one'),
  execute: async (parsed) => {
    const { printChecklists, replayAndReport } = await import('../replay.ts');
    const { result, workers, checklist, json, quiet } = parsed as {
      result: string;
      checklist: boolean;
      workers?: string;
      json: boolean;
      quiet: boolean;
    };
    if (checklist && json) throw new UsageError('give either --checklist, which is Markdown, or --json');
    if (checklist) return printChecklists(result);
    return replayAndReport(result, {
      workers: wholeNumber('--workers', workers, 1),
      isJson: json,
      isQuiet: quiet,
    });
  },
};
