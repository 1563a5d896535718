import { JSON_OPTION, SCENARIO_OPTIONS, type CommandEntry, type OnTop } from '../options.ts';

export const checkCommand: CommandEntry = {
  usage: 'check <scenarios..>',
  description: 'Is the file valid, and what follows from it by arithmetic',
  declare: (yargs) =>
    yargs
      .positional('scenarios', {
        type: 'string',
        array: true,
        demandOption: true,
        description: 'Files, or names of shipped scenarios',
      })
      .options({ ...SCENARIO_OPTIONS, ...JSON_OPTION }),
  execute: async (parsed) => {
    const { checkScenarios } = await import('../check-scenarios.ts');
    const { scenarios, ...rest } = parsed as OnTop & { scenarios: readonly string[]; json: boolean };
    return checkScenarios(scenarios, rest);
  },
};
