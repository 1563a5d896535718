import { JSON_OPTION, SCENARIO_OPTIONS, type CommandEntry } from '../options.ts';

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
    const { scenarios, set, json } = parsed as {
      scenarios: readonly string[];
      set?: string[];
      json: boolean;
    };
    return checkScenarios(scenarios, { overrides: set ?? [], json });
  },
};
