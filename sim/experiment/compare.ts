import { SIMULATED_ROLES, hasWork } from '../recorder/simulated-roles.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Role } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Condition } from './conditions/condition.ts';
import { thresholdsOf } from './conditions/thresholds.ts';
import { decisionOf } from './decision.ts';
import type { DecisionEffort } from './effort.ts';
import { commonTapeHash, readMaker } from './provenance.ts';
import { runReplications, type Effort, type ReplicationsRequest } from './replications.ts';
import { warmUpOf, type DecisionResult, type Provenance, type Result } from './result.ts';
import { difference, metricFacts, summarise, type OneMore, type Organisation } from './summarise.ts';

/** A scenario that is simulated; with its document, the result can be made again from nothing but itself. */
export type DocumentedScenario = Pick<LoadedScenario, 'scenario' | 'sha256'> &
  Partial<Pick<LoadedScenario, 'document'>>;

/** What to compare: one organisation or several, in the same market. */
export interface CompareRequest extends Pick<ReplicationsRequest, 'workers' | 'signal' | 'onProgress'> {
  /** The first one is what the others are compared with. */
  readonly organisations: readonly DocumentedScenario[];
  readonly seed: number;
  readonly effort: Effort;
  /** Replications that the effort is known to have come to: as many are done, without asking it when to stop. */
  readonly replications?: number | undefined;
  /** Replications in which each role is tried with one more head; none if left out. */
  readonly oneMoreReplications?: number | undefined;
  /** What no organisation must be but the first, which is today's; the only one, if there is no other. */
  readonly failOn?: readonly Condition[] | undefined;
  /** What the user typed, for the provenance. */
  readonly command: string;
}

/**
 * Simulates organisations in the same market and compares each with the first, replication by replication: common
 * random numbers by the tape of opportunities, paired-t intervals at 95 %.
 */
export async function compare(request: CompareRequest): Promise<Result> {
  const { organisations } = request;
  const scenarios = organisations.map(({ scenario }) => scenario);
  const variants = request.oneMoreReplications === undefined ? [] : scenarios.flatMap(variantsOf);
  const progress = new JointProgress(request, scenarios.length, variants.length);
  const main = await runReplications({
    ...request,
    scenarios,
    effort: effortIn(request),
    isIllustrated: true,
    onProgress: progress.onMain,
  });
  const tried = await runReplications({
    ...request,
    scenarios: variants.map(({ scenario }) => scenario),
    effort: { kind: 'fixed', replications: request.oneMoreReplications ?? 0 },
    onProgress: progress.onOneMore,
  });
  const simulated = scenarios.map((scenario, i): Organisation => ({ scenario, runs: main.runs[i]! }));
  return resultOf({
    ...request,
    simulated,
    isInterrupted: main.isInterrupted || tried.isInterrupted,
    oneMoreOf: (organisation) =>
      variants.flatMap(({ of, role }, variant) =>
        of === organisation.scenario && tried.runs[variant]!.length > 0
          ? [{ role, runs: tried.runs[variant]! }]
          : [],
      ),
  });
}

/** As much as is really to be done. */
export function effortIn({ effort, replications }: Pick<CompareRequest, 'effort' | 'replications'>): Effort {
  return replications === undefined ? effort : { kind: 'fixed', replications };
}

/** What a result is made of. */
export interface ResultParts extends Pick<
  CompareRequest,
  'organisations' | 'seed' | 'command' | 'effort' | 'oneMoreReplications' | 'failOn'
> {
  /** In the order of the organisations. */
  readonly simulated: readonly Organisation[];
  readonly isInterrupted: boolean;
  readonly oneMoreOf?: (organisation: Organisation) => readonly OneMore[];
}

/** The result of organisations that have been simulated in the same market. */
export function resultOf(parts: ResultParts): Result {
  const { simulated, effort, failOn = [] } = parts;
  const [first, ...others] = simulated as [Organisation, ...Organisation[]];
  return {
    schema: 'salesworks/result/1',
    provenance: provenanceOf(parts),
    metrics: metricFacts(first.scenario.money.currency),
    organisations: simulated.map((organisation) =>
      summarise(organisation, parts.oneMoreOf?.(organisation) ?? []),
    ),
    differences: others.map((other) => difference(first, other)),
    ...(effort.kind === 'decision' ? { decision: decisionIn(effort, simulated) } : {}),
    ...(failOn.length === 0 ? {} : { thresholds: thresholdsOf(failOn, simulated) }),
  };
}

/** Where a result of organisations comes from. */
export function provenanceOf(parts: Omit<ResultParts, 'oneMoreOf'>): Provenance {
  const { organisations, simulated, seed, command, effort, oneMoreReplications = 0, isInterrupted } = parts;
  const [first] = simulated as [Organisation, ...Organisation[]];
  return {
    ...readMaker(),
    command,
    seed,
    replications: first.runs.length,
    effort,
    oneMoreReplications,
    warmUp: warmUpOf(first.scenario.run.warmUp),
    tapeHash: commonTapeHash(simulated.map(({ runs }) => runs)),
    scenarios: organisations.map(({ scenario, sha256, document }) => ({
      name: scenario.name,
      sha256,
      ...(document === undefined ? {} : { document }),
    })),
    interrupted: isInterrupted,
  };
}

function decisionIn(effort: DecisionEffort, simulated: readonly Organisation[]): DecisionResult {
  const named = simulated.map(({ scenario, runs }) => ({ name: scenario.name, runs }));
  return decisionOf(effort, named, simulated[0]!.scenario.money.currency);
}

/** An organisation with one more head of a role. */
export interface Variant {
  readonly of: Scenario;
  readonly role: Role;
  readonly scenario: Scenario;
}

/** One variant for each role that has work to do. */
export function variantsOf(scenario: Scenario): Variant[] {
  const { organisation } = scenario;
  const hasPeople = (role: Role) => organisation.roles[role].heads > 0 && hasWork(scenario, role);
  return SIMULATED_ROLES.filter(hasPeople).map((role) => {
    const more = { ...organisation.roles[role], heads: organisation.roles[role].heads + 1 };
    const roles = { ...organisation.roles, [role]: more };
    return { of: scenario, role, scenario: { ...scenario, organisation: { ...organisation, roles } } };
  });
}

/** Tells of both parts of the work as one. */
class JointProgress {
  private done = 0;
  private readonly request: CompareRequest;
  private readonly oneMoreRuns: number;
  private mainRuns: number;

  constructor(request: CompareRequest, organisations: number, variants: number) {
    const { oneMoreReplications = 0 } = request;
    const effort = effortIn(request);
    this.request = request;
    this.oneMoreRuns = variants * oneMoreReplications;
    this.mainRuns = organisations * (effort.kind === 'fixed' ? effort.replications : effort.atMost);
  }

  readonly onMain = (done: number): void => {
    this.done = done;
    this.request.onProgress?.(done, this.mainRuns + this.oneMoreRuns);
  };

  readonly onOneMore = (done: number): void => {
    // With a precision to reach, the main part may have ended before its limit.
    this.mainRuns = this.done;
    this.request.onProgress?.(this.mainRuns + done, this.mainRuns + this.oneMoreRuns);
  };
}
