import {
  DECIDE_OPTIONS,
  FAIL_OPTION,
  RUN_OPTIONS,
  type CommandEntry,
  type RunArguments,
} from '../options.ts';

export const compareCommand: CommandEntry = {
  usage: 'compare [scenarios..]',
  description: 'The main job: the same market under two or more organisations, and a report',
  declare: (yargs) =>
    yargs
      .positional('scenarios', {
        type: 'string',
        array: true,
        description: 'Files, or names of shipped scenarios: traditional standard if left out',
      })
      .options({ ...RUN_OPTIONS, ...FAIL_OPTION, ...DECIDE_OPTIONS })
      .example('$0 compare', 'traditional against divided labour, as shipped')
      .example('$0 compare traditional firm.yaml', 'against your own organisation')
      .example('$0 compare --decide profit-per-year,service-within-tolerance', 'until it is clear')
      .example('$0 compare --set market.opportunities.inflow=2', 'if twice as much came in'),
  execute: async (parsed) => {
    const { simulateAndReport } = await import('../simulate.ts');
    const { scenarios } = parsed as { scenarios?: readonly string[] };
    const references =
      scenarios === undefined || scenarios.length === 0 ? ['traditional', 'standard'] : scenarios;
    return simulateAndReport(references, parsed as unknown as RunArguments);
  },
};
