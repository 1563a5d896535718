import { SCENARIO_POSITIONAL, type CommandEntry } from '../options.ts';
import { TRACE_OPTIONS, type TraceArguments } from '../trace-arguments.ts';

export const traceCommand: CommandEntry = {
  usage: 'trace <scenario>',
  description: 'The event log of some weeks of one replication',
  declare: (yargs) =>
    yargs
      .positional('scenario', SCENARIO_POSITIONAL)
      .options(TRACE_OPTIONS)
      .example('$0 trace standard', 'the first ten weeks in three formats')
      .example('$0 trace standard --from 40 --weeks 4 --format chrome', 'four weeks as a timeline'),
  execute: async (parsed) => {
    const { writeTrace } = await import('../write-trace.ts');
    return writeTrace(parsed as unknown as TraceArguments);
  },
};
