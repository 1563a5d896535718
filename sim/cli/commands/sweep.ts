import { SCENARIO_POSITIONAL, type CommandEntry } from '../options.ts';
import { studyOptions, type StudyArguments } from '../study-options.ts';
import type { SweepArguments } from '../sweep-and-report.ts';

const SWEEP_OPTIONS = {
  ...studyOptions({ replications: 'Replications of each point; 20 if left out.', out: 'out/sweep' }),
  vary: {
    type: 'string',
    array: true,
    nargs: 1,
    demandOption: true,
    description: 'path=a..b/n: n values from a to b. Twice for a map of two paths.',
  },
  metrics: { type: 'string', nargs: 1, description: 'Ids of metrics to show, with commas between.' },
  extra: {
    type: 'string',
    nargs: 1,
    description: 'Points to add where the constraint changes or a metric jumps; 8 if left out, 0 for none.',
  },
} as const;

export const sweepCommand: CommandEntry = {
  usage: 'sweep <scenario>',
  description: 'One or two values varied: the figures, and who is the constraint where',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .options(SWEEP_OPTIONS)
      .example('$0 sweep standard --vary market.opportunities.inflow=0.5..3/6', 'one way')
      .example(
        '$0 sweep standard --vary market.opportunities.inflow=0.5..3/6 --vary organisation.roles.customer-service.heads=4..10/7',
        'a map of the constraint',
      ),
  execute: async (parsed) => {
    const { sweepAndReport } = await import('../sweep-and-report.ts');
    return sweepAndReport(parsed as unknown as StudyArguments & SweepArguments);
  },
};
