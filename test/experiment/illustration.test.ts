import { expect, it } from 'vitest';
import { compare } from '../../sim/experiment/compare.ts';
import { replicate } from '../../sim/experiment/replicate.ts';
import { loadScenario } from '../../sim/scenario/load.ts';

it('shows the first replication of each organisation, whatever the number of replications', async () => {
  const overrides = ['run.weeks=8', 'run.warmUp=2', 'market.accounts.initial=60'];
  const organisations = ['traditional', 'standard'].map((reference) =>
    loadScenario({ reference, overrides }),
  );
  const illustrations = await Promise.all(
    [1, 3].map(async (replications) => {
      const effort = { kind: 'fixed', replications } as const;
      const request = { organisations, seed: 7, effort, workers: 1, command: 'test' };
      const result = await compare({ ...request, oneMoreReplications: 1 });
      return result.organisations.map(({ illustration }) => illustration);
    }),
  );
  const first = organisations.map(
    ({ scenario }) => replicate({ scenario, seed: 7, replication: 0, isIllustrated: true }).illustration,
  );
  expect(illustrations).toEqual([first, first]);
});
