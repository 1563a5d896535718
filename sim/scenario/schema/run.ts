import { group, quantity } from './fields.ts';

/** How long and how often the firm is simulated. */
export const run = group({
  weeks: quantity('count', 104, {
    about: 'Weeks that one replication simulates, warm-up included.',
    source: 'decision: two years show a full cycle of seasons after the warm-up',
    min: '1',
    max: '10000',
  }),
  warmUp: quantity('count', 26, {
    about: 'Weeks deleted from the beginning before anything is averaged; time series show them.',
    source: 'derived: about one and a half times the mean cycle of an opportunity, from an empty pipeline',
  }),
  replications: quantity('count', 100, {
    about: 'Independent replications, each with a market of its own, unless the command says otherwise.',
    source: 'decision: half-widths of about 2 % on meetings and throughput',
    min: '1',
  }),
  seed: quantity('count', 1, {
    about: 'The same seed gives the same result, bit for bit.',
    source: 'decision',
  }),
});
