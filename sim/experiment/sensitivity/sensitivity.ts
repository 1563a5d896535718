import { resolveScenario, type LoadedScenario } from '../../scenario/load.ts';
import type { Setting } from '../../scenario/override.ts';
import { ScenarioError } from '../../scenario/problems.ts';
import { ownValueOf } from '../find-break-even.ts';
import { readBuild } from '../provenance.ts';
import { RunPool, Stopped } from '../run-pool.ts';
import { metricFacts } from '../summarise.ts';
import { settingAt, valueInWords, type Factor } from './factor.ts';
import { drawnRuns, inputUncertainty } from './input-uncertainty.ts';
import { SimulatedInquiry, type Answer, type Inquiry, type Subject } from './inquiry.ts';
import type { Method, SensitivityResult } from './sensitivity-result.ts';
import { screened } from './screening.ts';
import { answerOf, tornado, type PlacedFactor } from './tornado.ts';
import { varianceShares } from './variance-shares.ts';

export interface SensitivityRequest {
  /** One organisation; or two, in the same market: then the answers are what the second has more than the first. */
  readonly subjects: readonly [Subject] | readonly [Subject, Subject];
  readonly factors: readonly Factor[];
  /** Whether a factor that a scenario does not take is left out; otherwise it is an error. */
  readonly skipUnfit: boolean;
  /** Ids of metrics of the catalogue, one or more. */
  readonly metrics: readonly string[];
  readonly method: Method;
  /** Of every value that is tried. */
  readonly replications: number;
  readonly seed: number;
  /** Values tried for each break-even at most. */
  readonly steps: number;
  /** Paths of the screening; points of each sample of the Sobol indices. */
  readonly trajectories: number;
  readonly points: number;
  /** Sets of values drawn to tell the uncertainty of the assumptions; 0 for none. */
  readonly draws: number;
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told before anything is simulated. */
  readonly onPlan?: ((plan: Plan) => void) | undefined;
  readonly onProgress?: ((done: number, atMost: number) => void) | undefined;
  /** What the user typed, for the provenance. */
  readonly command: string;
}

/** What the work will cost. */
export interface Plan {
  readonly factors: number;
  /** Runs before any break-even is looked for. */
  readonly runs: number;
  /** Runs that the search for break-even values may add. */
  readonly searchRuns: number;
}

/**
 * Which assumptions an answer hangs on. Throws a ScenarioError if a scenario does not take a factor, or if none of them
 * fits. The same request gives the same result for any number of workers.
 */
export async function sensitivity(request: SensitivityRequest): Promise<SensitivityResult> {
  const { subjects, metrics, method, replications, seed, draws, signal } = request;
  const loaded = subjects.map(({ document, overrides }) => resolveScenario(document, overrides));
  const { fit, leftOut } = fitting(request);
  const placed = fit.map((factor): PlacedFactor => ({ factor, own: ownIn(factor, subjects) }));
  const plan = planOf(request, fit.length);
  request.onPlan?.(plan);
  const pool = await RunPool.start({
    seed,
    workers: request.workers,
    signal,
    weekly: new Set(),
    onRun: (done) => request.onProgress?.(done, Math.max(done, plan.runs)),
  });
  const facts = metricFacts(loaded[0]!.scenario.money.currency);
  try {
    const inquiry = new SimulatedInquiry({ subjects, metrics, pool });
    const base = await unlessStopped(inquiry.ask([], { from: 0, to: replications, place: 0 }));
    const withUnits = metrics.map((id) => ({ id, unit: facts[id]!.unit }));
    const found = base === undefined ? {} : await foundBy({ ...request, inquiry, placed, base });
    const uncertainty =
      base === undefined || draws === 0
        ? undefined
        : await inputUncertainty({
            inquiry,
            factors: fit,
            metrics: withUnits,
            draws,
            replications,
            seed,
            place: fit.length,
          });
    return {
      schema: 'salesworks/sensitivity/1',
      provenance: {
        ...readBuild(),
        command: request.command,
        method,
        seed,
        replications,
        runs: pool.done,
        interrupted: signal?.aborted === true,
        scenarios: loaded.map(({ scenario, sha256 }) => ({ name: scenario.name, sha256 })),
        weeks: loaded[0]!.scenario.run.weeks,
        warmUpWeeks: loaded[0]!.scenario.run.warmUp,
      },
      organisations: loaded.map(({ scenario }) => scenario.name),
      metrics: Object.fromEntries(metrics.map((id) => [id, facts[id]!])),
      factors: placed.map(factsOf),
      leftOut,
      base: base === undefined ? null : byMetric(metrics, base),
      ...found,
      uncertainty: uncertainty ?? null,
    };
  } finally {
    await pool.close();
  }
}

/** What the method finds. */
async function foundBy(
  of: SensitivityRequest & {
    readonly inquiry: Inquiry;
    readonly placed: readonly PlacedFactor[];
    readonly base: readonly Answer[];
  },
): Promise<Pick<SensitivityResult, Method>> {
  const factors = of.placed.map(({ factor }) => factor);
  switch (of.method) {
    case 'tornado':
      return { tornado: await tornado({ ...of, factors: of.placed }) };
    case 'morris': {
      const morris = await screened({ ...of, factors });
      return morris === undefined ? {} : { morris };
    }
    case 'sobol': {
      const sobol = await varianceShares({ ...of, factors });
      return sobol === undefined ? {} : { sobol };
    }
  }
}

function planOf(request: SensitivityRequest, factors: number): Plan {
  const { subjects, metrics, method, replications, steps, draws, trajectories, points } = request;
  const each = subjects.length * replications;
  const values = {
    tornado: 2 * factors,
    morris: trajectories * (factors + 1),
    sobol: points * (factors + 2),
  };
  return {
    factors,
    runs: each * (1 + values[method]) + subjects.length * drawnRuns(draws),
    searchRuns: method === 'tornado' ? each * factors * metrics.length * steps : 0,
  };
}

/** The factors whose both ends every scenario takes. */
function fitting({ factors, subjects, skipUnfit }: SensitivityRequest): {
  fit: Factor[];
  leftOut: SensitivityResult['leftOut'];
} {
  const fit: Factor[] = [];
  const problems: ScenarioError['problems'][number][] = [];
  const leftOut: SensitivityResult['leftOut'][number][] = [];
  for (const factor of factors) {
    const found = problemsOf(factor, subjects);
    if (found.length === 0) fit.push(factor);
    else leftOut.push({ path: factor.path, title: factor.title, reason: reasonOf(found[0]!) });
    problems.push(...found);
  }
  if (problems.length > 0 && (!skipUnfit || fit.length === 0)) throw new ScenarioError(problems);
  return { fit, leftOut };
}

function problemsOf(factor: Factor, subjects: readonly Subject[]): ScenarioError['problems'] {
  const problems = [factor.from, factor.to].flatMap(({ number }) =>
    subjects.flatMap((subject) => {
      try {
        loadWith(subject, settingAt(factor, number));
        return [];
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        return error.problems;
      }
    }),
  );
  return problems.filter(
    (problem, i) => problems.findIndex((other) => JSON.stringify(other) === JSON.stringify(problem)) === i,
  );
}

function reasonOf({ path, wrong, found }: ScenarioError['problems'][number]): string {
  return `${path} ${wrong}${found === undefined ? '' : ` (${found})`}`;
}

function loadWith({ document, overrides }: Subject, setting?: Setting): LoadedScenario {
  return resolveScenario(document, setting === undefined ? overrides : [...overrides, setting]);
}

/** The value that all organisations have there; undefined where they differ, or where it is no number. */
function ownIn(factor: Factor, subjects: readonly Subject[]): number | undefined {
  const values = subjects.map((subject) =>
    ownValueOf(factor, (setting) => loadWith(subject, setting).scenario),
  );
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function factsOf({ factor, own }: PlacedFactor): SensitivityResult['factors'][number] {
  return {
    path: factor.path,
    title: factor.title,
    from: valueInWords(factor, factor.from.number),
    to: valueInWords(factor, factor.to.number),
    own: own === undefined ? null : valueInWords(factor, own),
    source: factor.source,
  };
}

function byMetric(metrics: readonly string[], answers: readonly Answer[]) {
  return Object.fromEntries(metrics.map((id, metric) => [id, answerOf(answers[metric]!)]));
}

async function unlessStopped<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}
