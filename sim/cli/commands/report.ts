import type { CommandEntry } from '../options.ts';
import { REPORT_OPTIONS, type ReportArguments } from '../report-arguments.ts';

export const reportCommand: CommandEntry = {
  usage: 'report <result>',
  description: 'Charts and the report again, from a stored result; in your colours, or as Markdown',
  declare: (yargs) =>
    yargs
      .positional('result', {
        type: 'string',
        demandOption: true,
        description:
          'A result of run, compare, transition, sweep, staff, sensitivity, constraint or claims, or its folder',
      })
      .options(REPORT_OPTIONS)
      .example('$0 report out --format md', 'out/report.md, for a pull request')
      .example('$0 report out --chart differences --format png', 'one picture')
      .example('$0 report out --theme house.yaml --out slides', 'everything in your colours'),
  execute: async (parsed) => {
    const { reportAgain } = await import('../report-again.ts');
    return reportAgain(parsed as unknown as ReportArguments);
  },
};
