import { JSON_OPTION, type CommandEntry } from '../options.ts';
import { TABLE_OPTION } from '../table-option.ts';

export const mergeCommand: CommandEntry = {
  usage: 'merge <parts..>',
  description: 'Joins the results of batch --shard i/n',
  declare: (yargs) =>
    yargs
      .positional('parts', {
        type: 'string',
        array: true,
        demandOption: true,
        description: 'Folders of the parts, in any order',
      })
      .options({
        out: {
          type: 'string',
          nargs: 1,
          default: 'out/batch',
          description: 'Folder of the joined store and its summaries.',
        },
        ...TABLE_OPTION,
        ...JSON_OPTION,
        quiet: { type: 'boolean', default: false, description: 'Print no summary.' },
      })
      .example('$0 merge out/batch-*-of-8', 'exit code 1 and what is missing, if something is'),
  execute: async (parsed) => {
    const { mergeParts } = await import('../merge.ts');
    const { parts, out, format, json, quiet } = parsed as {
      parts: readonly string[];
      out: string;
      format: readonly ('csv' | 'parquet')[];
      json: boolean;
      quiet: boolean;
    };
    return mergeParts({ parts, out, formats: [...new Set(format)], isJson: json, isQuiet: quiet });
  },
};
