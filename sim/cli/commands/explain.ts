import {
  JSON_OPTION,
  SCENARIO_OPTIONS,
  SCENARIO_POSITIONAL,
  type CommandEntry,
  type OnTop,
} from '../options.ts';

export const explainCommand: CommandEntry = {
  usage: 'explain <scenario> [part]',
  description: 'Every value with unit, source and where it was set: the list of assumptions',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .positional('part', {
        type: 'string',
        description: 'Only paths that contain this, such as market.accounts',
      })
      .options({ ...SCENARIO_OPTIONS, ...JSON_OPTION }),
  execute: async (parsed) => {
    const { explainScenario } = await import('../explain-scenario.ts');
    const { scenario, part, ...rest } = parsed as OnTop & { scenario: string; part?: string; json: boolean };
    return explainScenario(scenario, { ...rest, part: part ?? '' });
  },
};
