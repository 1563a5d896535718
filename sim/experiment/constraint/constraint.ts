import { CATALOGUE } from '../../metrics/catalogue.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { provenanceOf, variantsOf } from '../compare.ts';
import { runReplications, type ReplicationsRequest } from '../replications.ts';
import { CONSTRAINT_GROUPS } from '../search/constraint-odds.ts';
import { DETECTORS, type ConstraintResult, type Detector, type DetectorResult } from './constraint-result.ts';
import { tried, verdictOn, type Trial } from './try-groups.ts';
import { watched } from './watch.ts';

export interface ConstraintRequest extends Pick<
  ReplicationsRequest,
  'workers' | 'signal' | 'onProgress' | 'effort' | 'seed'
> {
  readonly organisation: Pick<LoadedScenario, 'scenario' | 'sha256'>;
  /** What the user typed, for the provenance. */
  readonly command: string;
}

const THROUGHPUT = 'throughput-per-year';
/** More prospects and more orders of accounts; about what one more head is to a role of ten. */
const MARKET_INCREASE = 0.1;

/**
 * Who the constraint is, five ways: four detectors watch the firm as it is, the fifth tries it with one more head of
 * each role, and with a larger market, in the same replications. Trying is what being the constraint means; it decides.
 */
export async function findConstraint(request: ConstraintRequest): Promise<ConstraintResult> {
  const { organisation } = request;
  const variants = [
    ...variantsOf(organisation.scenario).map(({ role, scenario }) => ({
      group: role,
      scenario,
      increase: 1 / organisation.scenario.organisation.roles[role].heads,
    })),
    { group: 'market' as const, scenario: withMoreMarket(organisation.scenario), increase: MARKET_INCREASE },
  ];
  const scenarios = [organisation.scenario, ...variants.map(({ scenario }) => scenario)];
  const { runs, isInterrupted } = await runReplications({ ...request, scenarios });
  const place = CATALOGUE.findIndex(({ id }) => id === THROUGHPUT);
  const throughputOf = (of: (typeof runs)[number]) => of.map(({ values }) => values[place]!);
  const base = throughputOf(runs[0]!);
  const trials = variants.map(({ group, increase }, i): Trial => {
    return { group, increase, throughput: throughputOf(runs[i + 1]!) };
  });
  const groups = CONSTRAINT_GROUPS.filter((group) => trials.some((trial) => trial.group === group));
  const detectors: Readonly<Record<Detector, DetectorResult>> = {
    ...watched(runs[0]!, groups),
    elasticity: tried(base, trials),
  };
  const verdict = verdictOn(base, trials);
  const disagree = DETECTORS.filter(
    (name) => name !== 'elasticity' && !(detectors[name].is !== null && detectors[name].is === verdict.is),
  );
  return {
    schema: 'salesworks/constraint/1',
    provenance: provenanceOf({
      organisations: [organisation],
      simulated: [{ scenario: organisation.scenario, runs: runs[0]! }],
      isInterrupted,
      seed: request.seed,
      effort: request.effort,
      command: request.command,
    }),
    organisation: organisation.scenario.name,
    groups,
    detectors,
    verdict: { ...verdict, disagree },
    throughput: THROUGHPUT,
    marketIncrease: MARKET_INCREASE,
  };
}

function withMoreMarket(scenario: Scenario): Scenario {
  const { market } = scenario;
  const { opportunities, accounts } = market;
  const more = 1 + MARKET_INCREASE;
  return {
    ...scenario,
    market: {
      ...market,
      opportunities: { ...opportunities, inflow: more * opportunities.inflow },
      accounts: { ...accounts, orders: more * accounts.orders },
    },
  };
}
