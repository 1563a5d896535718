import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { CHECKS } from './checks.ts';
import type { Finding } from './finding.ts';
import { valuesOf } from './form.ts';
import { placeCities } from './geography/place-cities.ts';
import { rejectionsOf } from './issues.ts';
import { DEFAULT, type Origin } from './origin.ts';
import { applyOverrides, type Override } from './override.ts';
import { problemAt, ScenarioError, shown, type Problem } from './problems.ts';
import { scenarioSchema, type Scenario } from './schema/scenario.ts';
import { readScenario, type ScenarioDocument, type SourceFile } from './scenario-files.ts';
import {
  deepestWritten,
  plainOf,
  subtree,
  treeOf,
  withoutValue,
  type MapTree,
  type Path,
  type Tree,
} from './tree.ts';

/** What is loaded, and what is set on top of it. */
export interface ScenarioRequest {
  /** The path of a file that ends in `.yaml`, or the name of a shipped scenario such as `traditional`. */
  readonly reference: string;
  /** In their order: text like `run.weeks=52`, or what a file sets (`readOverlay`). */
  readonly overrides?: readonly Override[] | undefined;
}

/** A scenario that can be simulated, and where it comes from. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** Of all that determines what is simulated: name, description, thresholds, seed and number of replications do not count. */
  readonly sha256: string;
  /** All that files and overrides say, as plain data: `resolveDocument` makes the same scenario of it again. */
  readonly document: ScenarioData;
  /** By path, in the order of declaration: every field, and the parts of entries of lists. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** The file that was asked for, and the ones that it extends. */
  readonly files: readonly SourceFile[];
}

/** A scenario as it is written, everything that it extends included; what it does not say has the default. */
export type ScenarioData = Readonly<Record<string, unknown>>;

/** Loads a scenario. Throws a ScenarioError that carries everything that is wrong with it. */
export function loadScenario({ reference, overrides }: ScenarioRequest): LoadedScenario {
  return resolveScenario(readScenario(reference), overrides);
}

/**
 * Reads a scenario that was written down as data. `file` is where that stands, for messages. Throws a ScenarioError
 * like `loadScenario`, also if it is no map.
 */
export function resolveDocument(
  data: unknown,
  file: string,
  overrides: readonly Override[] = [],
): LoadedScenario {
  const origin: Origin = { kind: 'file', file, line: 1, column: 1 };
  const tree = treeOf(data, origin);
  if (tree.kind !== 'map') {
    const wrong = 'the scenario is not a map of keys and values';
    throw new ScenarioError([problemAt(origin, { wrong, found: shown(tree) })]);
  }
  return resolveScenario(
    { tree, files: [{ name: file, path: file }], isComplete: true, problems: [], unread: [] },
    overrides,
  );
}

/** Reads the values of a document, overrides on top. Throws a ScenarioError like `loadScenario`. */
export function resolveScenario(
  document: ScenarioDocument,
  overrides: readonly Override[] = [],
): LoadedScenario {
  const { tree: written, ...overridden } = applyOverrides(document.tree, overrides);
  const first = readValues(written);
  const { tree, findings } = placeCities(written, first.scenario);
  const { scenario, ...values } = tree === written ? first : readValues(tree);
  const doubtful = [...document.unread, ...overridden.unread, ...values.doubtful];
  const isKnown = (path: Path) =>
    !doubtful.some((other) => other.every((key, i) => path[i] === key || i >= path.length)) &&
    (document.isComplete || subtree(tree, path) !== undefined);
  const layerOf = (path: string) => layerOfOrigin(subtree(tree, path.split('.'))?.origin, document.files);
  const combinations = [...findings, ...CHECKS.flatMap((check) => check(scenario, layerOf))]
    .filter(({ paths }) => paths.every((path) => isKnown(path.split('.'))))
    .map((finding) => combinationProblem(finding, tree, layerOf));
  const problems = [...document.problems, ...overridden.problems, ...values.problems, ...combinations];
  if (problems.length > 0) throw new ScenarioError(problems);
  return {
    scenario,
    sha256: scenarioHash(scenario),
    get document() {
      return plainOf(written) as ScenarioData;
    },
    // Made when they are asked for: hundreds of scenarios may be loaded of which nobody asks.
    get origins() {
      return originsOf(tree, scenario);
    },
    files: document.files,
  };
}

interface Values {
  /** With the default in place of every value that cannot be read. */
  readonly scenario: Scenario;
  readonly problems: readonly Problem[];
  /** Ways to the values that cannot be read. */
  readonly doubtful: readonly Path[];
}

function readValues(tree: MapTree): Values {
  const result = scenarioSchema.safeParse(plainOf(tree));
  if (result.success) return { scenario: result.data, problems: [], doubtful: [] };
  const rejections = rejectionsOf(result.error.issues, scenarioSchema, tree);
  const rest = rejections.reduce((left, { rejected }) => withoutValue(left, rejected), tree);
  return {
    scenario: scenarioSchema.parse(plainOf(rest)),
    problems: rejections.map(({ problem }) => problem),
    doubtful: rejections.flatMap(({ rejected, doubtful }) => [rejected, ...(doubtful ? [doubtful] : [])]),
  };
}

/** See Check. */
function layerOfOrigin(origin: Origin | undefined, files: readonly SourceFile[]): number {
  switch (origin?.kind) {
    case 'override':
      return 0;
    case 'file':
      return 1 + files.findIndex(({ name }) => name === origin.file);
    default:
      return Infinity;
  }
}

function combinationProblem(
  { paths, wrong, accepted }: Finding,
  tree: Tree,
  layerOf: (path: string) => number,
): Problem {
  const last = paths.reduce((best, path) => (layerOf(path) < layerOf(best) ? path : best));
  const path = last.split('.');
  const value = subtree(tree, path);
  const found = value && shown(value);
  return problemAt(deepestWritten(tree, path).tree.origin, { path, wrong, found, accepted });
}

function originsOf(tree: MapTree, scenario: Scenario): Map<string, Origin> {
  return new Map(
    valuesOf(scenarioSchema, scenario).map(({ path }) => [
      path.join('.'),
      subtree(tree, path)?.origin ?? DEFAULT,
    ]),
  );
}

/**
 * Hexadecimal SHA-256 of all that a run hangs on, in canonical JSON, which leaves out what is undefined: the same whatever
 * the name of the scenario, and however often it is run.
 */
export function scenarioHash(scenario: Scenario): string {
  const { weeks, warmUp } = scenario.run;
  const determining = {
    ...scenario,
    name: undefined,
    description: undefined,
    thresholds: undefined,
    run: { weeks, warmUp },
  };
  return createHash('sha256').update(canonicalJson(determining)).digest('hex');
}
