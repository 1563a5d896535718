import { SCENARIO_POSITIONAL, type CommandEntry } from '../options.ts';
import { studyOptions, type StudyArguments } from '../study-options.ts';

const OPTIONS = {
  ...studyOptions({
    replications: 'Replications of the firm as it is and of each trial; 20 if left out.',
    out: 'out/constraint',
  }),
} as const;

export const constraintCommand: CommandEntry = {
  usage: 'constraint <scenario>',
  description: 'Who is the constraint, found in five ways, and how sure that is',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .options(OPTIONS)
      .example('$0 constraint traditional', 'before you reorganise')
      .example('$0 constraint standard --set market.opportunities.inflow=2', 'if twice as much came in'),
  execute: async (parsed) => {
    const { reportConstraint } = await import('../report-constraint.ts');
    return reportConstraint(parsed as unknown as StudyArguments & { readonly scenario: string });
  },
};
