import { SCENARIO_POSITIONAL, type CommandEntry } from '../options.ts';
import type { SensitivityArguments } from '../report-sensitivity.ts';
import { studyOptions, type StudyArguments } from '../study-options.ts';

const OPTIONS = {
  ...studyOptions({ replications: 'Replications of each value; 8 if left out.', out: 'out/sensitivity' }),
  vary: {
    type: 'string',
    array: true,
    nargs: 1,
    description: 'Varies this instead of the list: path=lo..hi; path alone takes the range of the list.',
  },
  list: { type: 'string', nargs: 1, description: 'A list of assumptions instead of the shipped one.' },
  metrics: {
    type: 'string',
    nargs: 1,
    description:
      'What is asked: ids of metrics, with commas between; meetings, throughput, profit if left out.',
  },
  method: {
    choices: ['tornado', 'morris', 'sobol'] as const,
    nargs: 1,
    default: 'tornado' as const,
    description:
      'tornado: one at a time; morris: screening at many places of the others; sobol: shares of the variance.',
  },
  trajectories: {
    type: 'string',
    nargs: 1,
    description:
      'Paths of --method morris; 10 if left out. Each costs one value more than there are assumptions.',
  },
  points: {
    type: 'string',
    nargs: 1,
    description:
      'Points of --method sobol; 32 if left out. Each costs two values more than there are assumptions.',
  },
  draws: {
    type: 'string',
    nargs: 1,
    description:
      'Sets of values of all assumptions, drawn to see how far the answer varies with them; 20 if left out, 0 for none.',
  },
  tries: {
    type: 'string',
    nargs: 1,
    description: 'Values tried at most to find where the sign of an answer turns; 3 if left out.',
  },
} as const;

export const sensitivityCommand: CommandEntry = {
  usage: 'sensitivity <scenario> [other]',
  description: 'Which assumptions an answer, or a difference of two organisations, hangs on',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .positional('other', {
        type: 'string',
        description: 'A second one: what it has more than the first, and where that turns',
      })
      .options(OPTIONS)
      .example('$0 sensitivity traditional standard', 'what the verdict hangs on')
      .example('$0 sensitivity standard --vary workflow.handOffLoss=0..3%', 'one assumption')
      .example('$0 sensitivity standard --method morris -n 2', 'which assumptions act together')
      .example('$0 sensitivity standard --metrics on-time-delivery', 'one figure'),
  execute: async (parsed) => {
    const { reportSensitivity } = await import('../report-sensitivity.ts');
    return reportSensitivity(parsed as unknown as StudyArguments & SensitivityArguments);
  },
};
