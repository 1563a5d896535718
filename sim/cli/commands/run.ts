import {
  FAIL_OPTION,
  RUN_OPTIONS,
  SCENARIO_POSITIONAL,
  type CommandEntry,
  type RunArguments,
} from '../options.ts';

export const runCommand: CommandEntry = {
  usage: 'run <scenario>',
  description: 'One organisation, replicated',
  declare: (yargs) =>
    yargs.positional('scenario', SCENARIO_POSITIONAL).options({ ...RUN_OPTIONS, ...FAIL_OPTION }),
  execute: async (parsed) => {
    const { simulateAndReport } = await import('../simulate.ts');
    return simulateAndReport([parsed['scenario'] as string], parsed as unknown as RunArguments);
  },
};
