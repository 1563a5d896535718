/** What is simulated: a shipped scenario with overrides, and a seed. */
export interface Case {
  readonly seed: number;
  readonly reference: string;
  readonly overrides: readonly string[];
}

const WEEKS = 9;

/** A firm so small that hundreds of its quarters are simulated in seconds, with somebody in every role. */
export const SMALL_FIRM: readonly string[] = [
  `run.weeks=${WEEKS}`,
  'run.warmUp=1',
  'market.accounts.initial=60',
  'market.opportunities.inflow=0.6',
  'territory.width=70 mi',
  'territory.height=50 mi',
  'territory.clusters.count=5',
  'organisation.roles={salesperson: {heads: 2}, sales-coordinator: {heads: 1}, project-leader: {heads: 2}, ' +
    'customer-service: {heads: 1}, inside-sales: {heads: 1}, promotions-coordinator: {heads: 1}, ' +
    'sales-manager: {heads: 1}, support-manager: {heads: 1}, engineering: {heads: 1}, production: {heads: 1}}',
  // Meetings come sooner than in the large firm, so that some opportunities are decided within the run.
  'workflow.shortestDeliberation=2 days',
  'workflow.deliberation={kind: exponential, mean: 3 days}',
];

/** The command that simulates a case again and prints what is wrong with it. */
export function replayCommand({ seed, reference, overrides }: Case): string {
  const sets = overrides.map((override) => `--set '${override}'`);
  return ['npx tsx test/laws/replay.ts', String(seed), reference, ...sets].join(' ');
}
