import { CLAIMS_OPTIONS, type ClaimsArguments } from '../claims-arguments.ts';
import type { CommandEntry } from '../options.ts';

export const claimsCommand: CommandEntry = {
  usage: 'claims [files..]',
  description: 'Every testable statement of the source documents, simulated and judged',
  declare: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        description: 'Files of claims; those that are shipped if left out',
      })
      .options(CLAIMS_OPTIONS)
      .example('$0 claims --quick', 'all of them, in two minutes')
      .example('$0 claims --only A1,B*', 'some of them'),
  execute: async (parsed) => {
    const { claimsAndReport } = await import('../judge-and-report.ts');
    return claimsAndReport(parsed as unknown as ClaimsArguments);
  },
};
