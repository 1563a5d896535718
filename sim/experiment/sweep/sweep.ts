import { resolveScenario, type LoadedScenario } from '../../scenario/load.ts';
import type { Override } from '../../scenario/override.ts';
import { ScenarioError, type Problem } from '../../scenario/problems.ts';
import { readScenario, type ScenarioDocument } from '../../scenario/scenario-files.ts';
import { plainOf } from '../../scenario/tree.ts';
import { fullFactorial } from '../../statistics/design/factorial.ts';
import { readBuild } from '../provenance.ts';
import { warmUpOf } from '../result.ts';
import { constraintOdds, constraintOf } from '../search/constraint-odds.ts';
import { Stopped, type Simulated } from '../run-pool.ts';
import { RunSampler, type SampledRun } from '../search/run-sampler.ts';
import { metricDifference, metricFacts, metricResult, figuresAt, unitIn } from '../summarise.ts';
import { axesOf, type Axis } from './axis.ts';
import { chosenMetrics, Cliffs, type ChosenMetric, type Examined } from './cliffs.ts';
import { handOversOf, jumpsOf, type Describe } from './findings.ts';
import { refine, type Line } from './refine.ts';
import type { SweepPoint, SweepResult } from './sweep-result.ts';

/** What a sweep shows unless it is told otherwise. */
export const SWEPT_METRICS = [
  'bd-meetings-per-week',
  'orders-won-per-week',
  'service-within-tolerance',
  'throughput-per-year',
  'profit-per-year',
];

/** What to vary, and how closely to look. */
export interface SweepRequest {
  /** The path of a file that ends in `.yaml`, or the name of a shipped scenario. */
  readonly reference: string;
  /** Set at every point, below what is varied; each like `run.weeks=52`. */
  readonly overrides?: readonly Override[] | undefined;
  /** One path or two, each like `market.opportunities.inflow=0.5..3/6`. */
  readonly vary: readonly string[];
  /** Ids of the metrics of each point; SWEPT_METRICS if left out. */
  readonly metrics?: readonly string[] | undefined;
  /** Of every point, 1 or more. */
  readonly replications: number;
  readonly seed: number;
  /** Points that may be added where something changes; from 0. */
  readonly extraPoints: number;
  /** What the user typed, for the provenance. */
  readonly command: string;
  readonly workers?: number | undefined;
  /** Ends the work early; what is finished is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each run: finished runs, and how many there will be at most. */
  readonly onProgress?: ((done: number, atMost: number) => void) | undefined;
}

/** A point with what is known of it. */
interface Point extends Examined {
  readonly simulated: Simulated;
  readonly at: SweepPoint['at'];
}

/**
 * Simulates a scenario on a grid of values of one path or two, in the same market wherever what is varied does not
 * change that, and adds points where the constraint changes hands or a metric jumps. Throws a ScenarioError that
 * carries everything that is wrong with the scenario at any point of the grid.
 */
export async function sweep(request: SweepRequest): Promise<SweepResult> {
  const axes = axesOf(request.vary);
  const space = new Space(readScenario(request.reference), request.overrides ?? [], axes);
  const base = resolveScenario(space.document, space.overrides);
  const { currency } = base.scenario.money;
  const metrics = chosenMetrics(request.metrics ?? SWEPT_METRICS);
  const grid = space.resolveAll(fullFactorial(axes.map(({ grid: values }) => values)));
  const atMost = (grid.length + request.extraPoints) * request.replications;
  const sampler = await RunSampler.start({
    ...request,
    onRun: (done) => request.onProgress?.(done, atMost),
  });
  try {
    // A line has one gap less than points, and each point that is added makes one more.
    const gaps = axes.reduce(
      (sum, { grid: { length } }) => sum + (grid.length / length) * (length - 1),
      request.extraPoints,
    );
    const cliffs = new Cliffs({ metrics, spans: axes, currency, gaps });
    const first = await gridRuns(sampler, grid, request.replications);
    const points = grid.map((resolved, i) => examined(resolved, first.runs[i]!));
    points.forEach((point) => cliffs.add(point));
    const lines = first.isInterrupted ? linesOf(points, axes) : await addPoints();
    return resultOf({ request, base, axes, metrics, cliffs, points, lines, space, runs: sampler.done });

    async function addPoints(): Promise<Line<Point>[]> {
      return refine({
        lines: linesOf(points, axes),
        spans: axes,
        extra: request.extraPoints,
        isCliff: (a, b, axis) => cliffs.isBetween(a, b, axis),
        examine: async (place) => {
          const resolved = space.resolve(place);
          const runs = await unlessStopped(sampler.sample([resolved.simulated], request.replications));
          if (runs === undefined) return undefined;
          const point = examined(resolved, runs[0]!);
          cliffs.add(point);
          points.push(point);
          return point;
        },
      });
    }
  } finally {
    await sampler.close();
  }
}

/** The scenarios of a sweep, by the numbers of the axes. */
class Space {
  readonly document: ScenarioDocument;
  readonly overrides: readonly Override[];
  private readonly axes: readonly Axis[];

  constructor(document: ScenarioDocument, overrides: readonly Override[], axes: readonly Axis[]) {
    this.document = document;
    this.overrides = overrides;
    this.axes = axes;
  }

  /** Throws one ScenarioError for all places, each problem told once. */
  resolveAll(places: readonly (readonly number[])[]): Omit<Point, 'runs' | 'constraint'>[] {
    const problems = new Map<string, Problem>();
    const resolved = places.flatMap((place) => {
      try {
        return [this.resolve(place)];
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        // Another value of a range is no other mistake.
        for (const problem of error.problems) problems.set(`${problem.path} ${problem.wrong}`, problem);
        return [];
      }
    });
    if (problems.size > 0) throw new ScenarioError([...problems.values()]);
    return resolved;
  }

  resolve(place: readonly number[]): Omit<Point, 'runs' | 'constraint'> {
    const settings = this.axes.map(({ path, written }, i) => ({ path, value: written(place[i]!) }));
    const { scenario, sha256 }: LoadedScenario = resolveScenario(this.document, [
      ...this.overrides,
      ...settings,
    ]);
    return { place, at: this.at(place), simulated: { scenario, sha256 } };
  }

  at(place: readonly number[]): SweepPoint['at'] {
    return Object.fromEntries(this.axes.map(({ path }, i) => [path, this.value(i, place[i]!)]));
  }

  /** A number of an axis as it is written in a scenario. */
  value(axis: number, number: number): string | number {
    return plainOf(this.axes[axis]!.written(number)) as string | number;
  }
}

function examined(resolved: Omit<Point, 'runs' | 'constraint'>, runs: readonly SampledRun[]): Point {
  return { ...resolved, runs, constraint: constraintOdds(runs.map(({ values }) => constraintOf(values))) };
}

/** Replications of the grid, of every point as many: those asked for, or those that all have when the work stops. */
async function gridRuns(
  sampler: RunSampler,
  grid: readonly Pick<Point, 'simulated'>[],
  replications: number,
): Promise<{ runs: SampledRun[][]; isInterrupted: boolean }> {
  const scenarios = grid.map(({ simulated }) => simulated);
  const runs = await unlessStopped(sampler.sample(scenarios, replications));
  if (runs !== undefined) return { runs, isInterrupted: false };
  const finished = scenarios.map((simulated) => sampler.finished(simulated));
  const count = Math.min(...finished.map(({ length }) => length));
  return { runs: finished.map((own) => own.slice(0, count)), isInterrupted: true };
}

async function unlessStopped<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

/** Lines of neighbours along each axis, from a grid of which the last axis changes fastest. */
function linesOf(points: readonly Point[], axes: readonly Axis[]): Line<Point>[] {
  return axes.flatMap((_, axis) => {
    const lines = new Map<string, Point[]>();
    for (const point of points) {
      const others = point.place.filter((__, i) => i !== axis).join(' ');
      lines.set(others, [...(lines.get(others) ?? []), point]);
    }
    return [...lines.values()].map((own) => ({ axis, points: own }));
  });
}

function resultOf(of: {
  readonly request: SweepRequest;
  readonly base: LoadedScenario;
  readonly axes: readonly Axis[];
  readonly metrics: readonly ChosenMetric[];
  readonly cliffs: Cliffs;
  readonly points: readonly Point[];
  readonly lines: readonly Line<Point>[];
  readonly space: Space;
  readonly runs: number;
}): SweepResult {
  const { request, base, axes, metrics, cliffs, points, lines, space, runs } = of;
  const { scenario, sha256 } = base;
  const facts = metricFacts(scenario.money.currency);
  const gridSize = axes.reduce((size, { grid }) => size * grid.length, 1);
  const describe: Describe = {
    pathOf: (axis) => axes[axis]!.path,
    value: (axis, number) => space.value(axis, number),
    where: ({ place }, axis) =>
      Object.fromEntries(Object.entries(space.at(place)).filter(([path]) => path !== axes[axis]!.path)),
  };
  return {
    schema: 'salesworks/sweep/1',
    provenance: {
      ...readBuild(),
      command: request.command,
      seed: request.seed,
      replications: points[0]!.runs.length,
      runs,
      warmUp: warmUpOf(scenario.run.warmUp),
      scenarios: [{ name: scenario.name, sha256 }],
      interrupted: request.signal?.aborted === true,
    },
    metrics: Object.fromEntries(metrics.map(({ entry }) => [entry.id, facts[entry.id]!])),
    axes: axes.map(({ path, grid }, i) => ({
      path,
      values: grid.map((number) => space.value(i, number)),
      numbers: grid,
    })),
    points: points.map((point, nth) => pointResult(point, points[0]!, nth >= gridSize, metrics)),
    handOvers: handOversOf(lines, describe),
    jumps: jumpsOf(lines, cliffs, describe),
  };
}

function pointResult(
  point: Point,
  first: Point,
  isAdded: boolean,
  metrics: readonly ChosenMetric[],
): SweepPoint {
  const { at, place, constraint, runs, simulated } = point;
  const { currency } = simulated.scenario.money;
  const byMetric = <Value>(valueOf: (metric: ChosenMetric, own: number[]) => Value) =>
    Object.fromEntries(
      metrics.map((metric) => [metric.entry.id, valueOf(metric, figuresAt(runs, metric.place))]),
    );
  return {
    at,
    place,
    isAdded,
    sha256: simulated.sha256,
    metrics: byMetric(({ entry }, own) => metricResult(own, unitIn(entry.unit, currency))),
    differences: byMetric((metric, own) =>
      metricDifference(metric.entry, figuresAt(first.runs, metric.place), own, currency),
    ),
    constraint,
  };
}
