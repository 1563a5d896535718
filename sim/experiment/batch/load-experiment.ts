import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join } from 'node:path';
import { Stream } from '../../random/stream.ts';
import { canonicalJson } from '../../scenario/canonical-json.ts';
import { readDataFile } from '../../scenario/data-file.ts';
import { resolveScenario, type LoadedScenario, type ScenarioData } from '../../scenario/load.ts';
import { applyOverrides, type Setting } from '../../scenario/override.ts';
import { problemAt, ScenarioError, type Problem } from '../../scenario/problems.ts';
import { readScenario, type ScenarioDocument } from '../../scenario/scenario-files.ts';
import { childOf, deepestWritten, plainOf, subtree, type MapTree, type Path } from '../../scenario/tree.ts';
import { fullFactorial } from '../../statistics/design/factorial.ts';
import { latinHypercube } from '../../statistics/design/latin-hypercube.ts';
import { nearlyOrthogonal } from '../../statistics/design/nearly-orthogonal.ts';
import { CATALOGUE } from '../../metrics/catalogue.ts';
import { experimentFile, type ExperimentText } from './experiment-file.ts';
import { factorOf, type Factor } from './factor-values.ts';
import type { StoredPoint } from './stored-run.ts';

/** A scenario at a point of the design. */
export interface ExperimentPoint extends StoredPoint {
  readonly loaded: Pick<LoadedScenario, 'scenario' | 'sha256'>;
}

/** A batch of runs: every point in every replication. */
export interface Experiment {
  readonly name: string;
  readonly points: readonly ExperimentPoint[];
  /** By reference: the scenarios below the factors. */
  readonly bases: Readonly<Record<string, ScenarioData>>;
  readonly replications: number;
  readonly seed: number;
  /** Ids of the metrics that are kept of each run. */
  readonly outputs: readonly string[];
  /** Hash of the design: points, seed and outputs, whatever the number of replications. */
  readonly sha256: string;
}

const USUAL_REPLICATIONS = 10;

/**
 * Reads an experiment file and resolves every point of its design. Throws a ScenarioError that carries everything that
 * is wrong with it, each at its place.
 */
export function loadExperiment(path: string): Experiment {
  const problems: Problem[] = [];
  const { tree, data } = readDataFile(path, {
    schema: experimentFile,
    accepted: 'an experiment such as "name: mine" and "scenarios: [standard]"',
  });
  const reading = new ExperimentReading(path, tree, data, problems);
  const points = reading.points();
  if (problems.length > 0) throw new ScenarioError(problems);
  const bases = reading.bases();
  const { name, replications = USUAL_REPLICATIONS, seed = 1, outputs } = data;
  const kept = outputs ?? CATALOGUE.map(({ id }) => id);
  const design = points.map(({ scenario, sha256, factors }) => ({ scenario, sha256, factors }));
  const sha256 = createHash('sha256')
    .update(canonicalJson({ design, seed, outputs: kept }))
    .digest('hex');
  return { name, points, bases, replications, seed, outputs: kept, sha256 };
}

/** Makes points of an experiment, and notes what is wrong on the way. */
class ExperimentReading {
  private readonly file: string;
  private readonly tree: MapTree;
  private readonly text: ExperimentText;
  private readonly problems: Problem[];

  constructor(file: string, tree: MapTree, text: ExperimentText, problems: Problem[]) {
    this.file = file;
    this.tree = tree;
    this.text = text;
    this.problems = problems;
  }

  points(): ExperimentPoint[] {
    const settings = this.settings();
    if (this.text.scenarios.length === 0) {
      this.blame(['scenarios'], 'is empty', 'one scenario or more');
    }
    if (this.problems.length > 0) return [];
    return this.text.scenarios.flatMap((reference, i) => {
      const document = this.document(reference, ['scenarios', String(i)]);
      return document === undefined ? [] : settings.flatMap((own) => this.point(document, reference, own));
    });
  }

  /** By reference, once the points are known to be right. */
  bases(): Record<string, ScenarioData> {
    const documents = this.text.scenarios.map((reference, i) => {
      const { tree } = this.document(reference, ['scenarios', String(i)])!;
      return [reference, plainOf(applyOverrides(tree, this.common()).tree) as ScenarioData] as const;
    });
    return Object.fromEntries(documents);
  }

  /** What is set at every point. */
  private common(): Setting[] {
    const common = childOf(this.tree, 'set');
    return Object.keys(this.text.set ?? {}).map((path) => ({ path, value: childOf(common!, path)! }));
  }

  /** What each point of the design sets. */
  private settings(): Setting[][] {
    const { design = 'grid', list, points } = this.text;
    if (design === 'list') {
      if (list === undefined)
        this.blame(['design'], 'is list, but there is no list', 'list, with one point or more');
      return (list ?? []).map((point, i) =>
        Object.keys(point).map((path) => ({ path, value: subtree(this.tree, ['list', String(i), path])! })),
      );
    }
    if (list !== undefined) this.blame(['list'], `stands beside the design ${design}`, 'design: list');
    const factors = this.factors();
    if (design === 'grid') {
      if (points !== undefined) this.blame(['points'], 'stands beside a grid', 'levels of the factors');
      const levels = factors.map(({ path, levels: of }) => of.map((value): Setting => ({ path, value })));
      return fullFactorial(levels);
    }
    if (points === undefined || factors.length === 0) {
      this.blame(['design'], `is ${design} without points or factors`, 'points and factors');
      return [];
    }
    return this.hypercube(design, points, factors);
  }

  private hypercube(design: string, points: number, factors: readonly Factor[]): Setting[][] {
    const stream = new Stream({ seed: this.text.seed ?? 1, replication: 0, purpose: 'experiment.design' });
    const size = { points, factors: factors.length, uniform: () => stream.uniform() };
    try {
      const cube = design === 'latin-hypercube' ? latinHypercube(size) : nearlyOrthogonal(size).points;
      return cube.map((point) => factors.map(({ path, at }, i) => ({ path, value: at(point[i]!) })));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.blame(['points'], `cannot be: ${error.message}`);
      return [];
    }
  }

  private factors(): Factor[] {
    return Object.entries(this.text.factors ?? {}).flatMap(([path, text]) => {
      const factor = factorOf(path, text, subtree(this.tree, ['factors', path])!);
      if ('at' in factor) return [factor];
      const where = factor.key === undefined ? ['factors', path] : ['factors', path, factor.key];
      this.blame(where, factor.wrong, factor.accepted);
      return [];
    });
  }

  private document(reference: string, path: Path): ScenarioDocument | undefined {
    const isFile = /\.ya?ml$/.test(reference) && !isAbsolute(reference);
    try {
      return readScenario(isFile ? join(dirname(this.file), reference) : reference);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      for (const { wrong, accepted } of error.problems) this.blame(path, `${reference}: ${wrong}`, accepted);
      return undefined;
    }
  }

  private point(document: ScenarioDocument, reference: string, own: readonly Setting[]): ExperimentPoint[] {
    try {
      const { scenario, sha256 } = resolveScenario(document, [...this.common(), ...own]);
      const factors = Object.fromEntries(
        own.map(({ path, value }) => [path, plainOf(value) as string | number]),
      );
      return [{ scenario: reference, sha256, factors, loaded: { scenario, sha256 } }];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      // The same mistake would be told again at every point.
      const known = new Set(this.problems.map((problem) => JSON.stringify(problem)));
      this.problems.push(...error.problems.filter((problem) => !known.has(JSON.stringify(problem))));
      return [];
    }
  }

  private blame(path: Path, wrong: string, accepted?: string): void {
    const { origin } = deepestWritten(this.tree, path).tree;
    this.problems.push(problemAt(origin, { path, wrong, accepted }, this.file));
  }
}
