import { RUN_OPTIONS, type CommandEntry, type RunArguments } from '../options.ts';

/** One more head of each role is not tried. */
const OPTIONS = withoutOneMore(RUN_OPTIONS);

const SHOWN_FIRST = ['transitions/in-order', 'transitions/promotions-first'];

export const transitionCommand: CommandEntry = {
  usage: 'transition [plans..]',
  description: 'Orders of change compared over time, in the same market',
  declare: (yargs) =>
    yargs
      .positional('plans', {
        type: 'string',
        array: true,
        description: `Scenarios with a plan, the first one compared with: ${SHOWN_FIRST.join(' ')} if left out`,
      })
      .options(OPTIONS)
      .example('$0 transition', 'the order of the book against promotions first')
      .example('$0 transition transitions/in-order --set transition.begin=40weeks', 'begun after 40 weeks')
      .example('$0 transition transitions/in-order my-plan.yaml', 'against your own plan'),
  execute: async (parsed) => {
    const { reportTransition } = await import('../report-transition.ts');
    const { plans } = parsed as { plans?: readonly string[] };
    const references = plans === undefined || plans.length === 0 ? SHOWN_FIRST : plans;
    return reportTransition(references, parsed as unknown as RunArguments);
  },
};

function withoutOneMore(options: typeof RUN_OPTIONS): Omit<typeof RUN_OPTIONS, 'one-more'> {
  const entries = Object.entries(options).filter(([name]) => name !== 'one-more');
  return Object.fromEntries(entries) as Omit<typeof RUN_OPTIONS, 'one-more'>;
}
