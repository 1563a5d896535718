import type { InferredOptionTypes } from 'yargs';
import { FIGURE_FORMATS } from '../../reports/figure-formats.ts';
import { JSON_OPTION } from './options.ts';

/** In what a stored result can be shown. */
export const REPORT_FORMATS = ['html', 'md', ...FIGURE_FORMATS] as const;

/** Options of `report`. */
export const REPORT_OPTIONS = {
  format: {
    type: 'string',
    array: true,
    nargs: 1,
    choices: REPORT_FORMATS,
    description:
      'What is written. Of run, compare and transition: html and md (the whole result), svg, png, csv and vega ' +
      '(each chart), all but md if left out. Other studies have some of these.',
  },
  chart: {
    type: 'string',
    array: true,
    nargs: 1,
    description:
      'Only this chart or picture, as svg, png, csv or vega. Its id is the name of its files in charts/, such as differences.',
  },
  theme: { type: 'string', nargs: 1, description: 'A file with colours, font and footer of your house.' },
  out: {
    type: 'string',
    nargs: 1,
    description: 'Folder for what is written; that of the result if left out.',
  },
  ...JSON_OPTION,
  quiet: { type: 'boolean', default: false, description: 'Do not say what was written.' },
} as const;

/** What the command line of `report` says. */
export type ReportArguments = Partial<InferredOptionTypes<typeof REPORT_OPTIONS>> & {
  readonly result: string;
  readonly format?: readonly (typeof REPORT_FORMATS)[number][];
};
