import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { withoutEmptyGroups } from './form.ts';
import { nearestName } from './nearest-name.ts';
import { DEFAULT } from './origin.ts';
import { OVERLAYS, packageScenarios, shippedOverlays, shippedScenarios } from './package-scenarios.ts';
import type { Setting } from './override.ts';
import { problemAt, ScenarioError, shown, type Complaint, type Problem } from './problems.ts';
import { scenarioSchema } from './schema/scenario.ts';
import {
  childOf,
  merge,
  treeOf,
  withEntry,
  withoutValue,
  type MapTree,
  type Path,
  type Tree,
} from './tree.ts';
import { readFault } from './read-fault.ts';
import { readYamlFile } from './yaml-document.ts';

/** A file that a scenario is made of. */
export interface SourceFile {
  /** As messages and `explain` show it: as it was written; `salesworks/scenarios/...` for a shipped one. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** A scenario as it is written, with everything that it extends, before its values are read. */
export interface ScenarioDocument {
  readonly tree: MapTree;
  /** The file that was asked for, and the ones that it extends, in this order. */
  readonly files: readonly SourceFile[];
  /** False if a file that it extends could not be read: what is not written here may be written there. */
  readonly isComplete: boolean;
  readonly problems: readonly Problem[];
  /** Ways to what is written in such a manner that nobody knows its value. */
  readonly unread: readonly Path[];
}

/** What belongs to the file where it is written, not to those that extend it. */
const OWN: readonly string[] = ['name', 'description'];

/**
 * Reads a scenario and what it extends. The reference is the path of a file that ends in `.yaml`, or the name of a
 * shipped scenario. Where it gives itself no name, that of its file is its name. Throws a ScenarioError if the file
 * itself cannot be read; what is wrong with the files that it extends is among the problems of the document.
 */
export function readScenario(reference: string): ScenarioDocument {
  const file = locate(reference, undefined);
  if ('wrong' in file) throw new ScenarioError([problemAt(DEFAULT, file, reference)]);
  const { tree, ...document } = readLayer(file, [], (complaint) => problemAt(DEFAULT, complaint, reference));
  if (tree === undefined) throw new ScenarioError(document.problems);
  if (tree.entries.has('name')) return { ...document, tree };
  const name = basename(file.path).replace(/\.ya?ml$/, '');
  return { ...document, tree: withEntry(tree, 'name', treeOf(name, DEFAULT), DEFAULT) };
}

/**
 * What a file sets in every scenario that it is put on: a firm's own market under each organisation, or mechanisms
 * that are to be on in all of them. The reference is the path of a file that ends in `.yaml`, or the name of a shipped
 * one. Values keep their place in the file, for messages; its name and description are its own. Throws a ScenarioError
 * if the file cannot be read, or extends something.
 */
export function readOverlay(reference: string): Setting[] {
  const isFile = /\.ya?ml$/.test(reference);
  const file = isFile ? locate(reference, undefined) : locateOverlay(reference);
  if ('wrong' in file) throw new ScenarioError([problemAt(DEFAULT, file, reference)]);
  const bytes = readBytes(file.path);
  if ('wrong' in bytes) throw new ScenarioError([problemAt(DEFAULT, bytes, reference)]);
  const { tree, problems } = readYamlFile(bytes.content, file.name);
  const base = tree && childOf(tree, 'extends');
  const extended =
    base === undefined ? [] : [problemAt(base.origin, { path: ['extends'], ...EXTENDS_NOTHING })];
  if (tree === undefined || problems.length + extended.length > 0) {
    throw new ScenarioError([...problems, ...extended]);
  }
  return [...withoutEmptyGroups(tree, scenarioSchema).entries]
    .filter(([key]) => !OWN.includes(key))
    .map(([path, { value }]) => ({ path, value }));
}

const EXTENDS_NOTHING = {
  wrong: 'a file that goes on top of scenarios extends none',
  accepted: 'a file without extends; one that extends another is a scenario to compare',
};

function locateOverlay(name: string): SourceFile | Complaint {
  const names = shippedOverlays();
  if (names.includes(name)) return shippedFile(packageScenarios(), `${OVERLAYS}/${name}.yaml`);
  return {
    wrong: 'is not the name of a shipped file that goes on top of scenarios',
    accepted: `${names.join(', ')}, or a file that ends in .yaml`,
    didYouMean: nearestName(name, names),
  };
}

/** A file with all that it extends; without a tree if the file itself could not be read. */
type Layer = Omit<ScenarioDocument, 'tree'> & { readonly tree: MapTree | undefined };

/** `above` are the files that extend this one; `blame` makes a problem at the place that named it. */
function readLayer(
  file: SourceFile,
  above: readonly SourceFile[],
  blame: (complaint: Complaint) => Problem,
): Layer {
  const bytes = readBytes(file.path);
  if ('wrong' in bytes) return unreadable(blame(bytes));
  const real = realpathSync(file.path);
  const circle = [...above, file];
  if (above.some(({ path }) => realpathSync(path) === real)) {
    const chain = circle.map(({ name }) => name).join(' -> ');
    return unreadable(blame({ wrong: `the files extend each other in a circle: ${chain}` }));
  }
  const { tree: written, problems, unread } = readYamlFile(bytes.content, file.name);
  if (written === undefined) return { tree: undefined, files: [file], isComplete: false, problems, unread };
  const tree = withoutEmptyGroups(written, scenarioSchema);
  const reference = childOf(tree, 'extends');
  if (reference === undefined) return { tree, files: [file], isComplete: true, problems, unread };
  const base = readBase(reference, circle);
  const layer = {
    files: [file, ...base.files],
    isComplete: base.isComplete,
    problems: [...problems, ...base.problems],
    unread: [...unread, ...base.unread],
  };
  const rest = withoutValue(tree, ['extends']);
  if (base.tree === undefined) return { ...layer, tree: rest };
  const inherited = OWN.reduce((left, key) => withoutValue(left, [key]), base.tree);
  return { ...layer, tree: merge(inherited, rest) };
}

/** The file that is named after `extends`, with all that it extends in turn. */
function readBase(reference: Tree, above: readonly SourceFile[]): Layer {
  const blame = (complaint: Complaint) =>
    problemAt(reference.origin, { path: ['extends'], found: shown(reference), ...complaint });
  if (reference.kind !== 'scalar' || typeof reference.value !== 'string') {
    return unreadable(blame({ wrong: 'is not text', accepted: 'a file, or the name of a shipped scenario' }));
  }
  const file = locate(reference.value, above.at(-1));
  return 'wrong' in file ? unreadable(blame(file)) : readLayer(file, above, blame);
}

function unreadable(problem: Problem): Layer {
  return { tree: undefined, files: [], isComplete: false, problems: [problem], unread: [] };
}

/** The file that a reference means, seen from the file that extends it or from the command line. */
function locate(reference: string, from: SourceFile | undefined): SourceFile | Complaint {
  const folder = packageScenarios();
  if (!/\.ya?ml$/.test(reference)) {
    const names = shippedScenarios();
    if (names.includes(reference)) return shippedFile(folder, `${reference}.yaml`);
    return {
      wrong: 'is not the name of a shipped scenario',
      accepted: `${names.join(', ')}, or a file that ends in .yaml`,
      didYouMean: nearestName(reference, names),
    };
  }
  if (from === undefined) return { name: reference, path: resolve(reference) };
  const path = resolve(dirname(from.path), reference);
  const isShipped = !isAbsolute(reference) && !existsSync(path) && existsSync(join(folder, reference));
  if (isShipped) return shippedFile(folder, reference);
  return { name: isAbsolute(reference) ? reference : join(dirname(from.name), reference), path };
}

function shippedFile(folder: string, name: string): SourceFile {
  return { name: `salesworks/scenarios/${name}`, path: join(folder, name) };
}

function readBytes(path: string): { readonly content: Uint8Array } | Complaint {
  try {
    return { content: readFileSync(path) };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return {
      wrong: readFault(error),
      accepted: 'a file, or the name of a shipped scenario',
      didYouMean: isMissing ? neighbourOf(path) : undefined,
    };
  }
}

/** A file in the same folder whose name is nearly the one that does not exist. */
function neighbourOf(path: string): string | undefined {
  try {
    return nearestName(basename(path), readdirSync(dirname(path)));
  } catch {
    return undefined;
  }
}
