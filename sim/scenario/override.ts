import { fieldOn, fieldsOf, partNames } from './form.ts';
import { nearestName } from './nearest-name.ts';
import { DEFAULT, type Origin } from './origin.ts';
import { problemAt, type Complaint, type Problem } from './problems.ts';
import { metaOf } from './schema/fields.ts';
import { scenarioSchema } from './schema/scenario.ts';
import { childOf, merge, subtree, treeOf, withEntry, withValue } from './tree.ts';
import type { MapTree, Path, Tree } from './tree.ts';
import { readYaml } from './yaml-document.ts';

/** A value that a file other than the scenario gives to a path: it keeps its place in that file. */
export interface Setting {
  /** With dots between. */
  readonly path: string;
  readonly value: Tree;
}

/** A setting without a place of its own, such as a value that is tried. */
export function settingOf(path: string, value: string | number): Setting {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return { path, value: treeOf(Number.isNaN(number) ? value : number, DEFAULT) };
}

/** Whether only whole numbers can be set at a path. */
export function isWholeAt(path: string): boolean {
  const field = fieldOn(path.split('.'), scenarioSchema);
  return metaOf(field.schema)?.dimension === 'count' && field.path.join('.') === path;
}

/** What is set on top of a scenario: text such as `run.weeks=52`, or a setting. */
export type Override = string | Setting;

/** A document with overrides on top, and what is wrong with these. */
export interface Overridden {
  readonly tree: MapTree;
  readonly problems: readonly Problem[];
  /** Ways to values that an override was to give, but did not. */
  readonly unread: readonly Path[];
}

/**
 * Applies overrides such as `run.weeks=52` in their order. The value is read as YAML, so that lists and maps can be
 * given; maps are merged like those of a file on top of another. A path may lead into a distribution or a list, also
 * into one that is not written because the default holds.
 */
export function applyOverrides(document: MapTree, overrides: readonly Override[]): Overridden {
  let tree = document;
  const problems: Problem[] = [];
  const unread: Path[] = [];
  for (const override of overrides) {
    const result = typeof override === 'string' ? applyText(tree, override) : applySetting(tree, override);
    tree = result.tree;
    problems.push(...result.problems);
    unread.push(...result.unread);
  }
  return { tree, problems, unread };
}

function applyText(tree: MapTree, text: string): Overridden {
  const origin: Origin = { kind: 'override', text };
  const equals = text.indexOf('=');
  if (equals < 0) {
    return refused(tree, origin, [], {
      wrong: 'has no "="',
      accepted: 'path=value, for instance run.weeks=52',
    });
  }
  const path = text.slice(0, equals).trim().split('.');
  const unknown = unknownPath(path);
  if (unknown !== undefined) return refused(tree, origin, path, unknown);
  const value = readYaml(text.slice(equals + 1), () => origin);
  return value.tree === undefined || value.problems.length > 0
    ? refused(tree, origin, path, ...value.problems.map(wordsOf))
    : withSet(tree, path, value.tree);
}

function applySetting(tree: MapTree, { path: dotted, value }: Setting): Overridden {
  const path = dotted.split('.');
  const unknown = unknownPath(path);
  return unknown === undefined ? withSet(tree, path, value) : refused(tree, value.origin, path, unknown);
}

function withSet(tree: MapTree, path: Path, value: Tree): Overridden {
  const field = fieldOn(path, scenarioSchema);
  const meta = metaOf(field.schema);
  const rest = path.slice(field.path.length);
  const written = subtree(tree, field.path);
  if (rest.length === 0) {
    const merged = written === undefined ? value : merge(written, value);
    return { tree: withValue(tree, path, merged), problems: [], unread: [] };
  }
  const changed = withInside(written ?? treeOf(meta!.initial, DEFAULT), rest, value);
  return changed === undefined
    ? refused(tree, value.origin, path, {
        wrong: `leads into ${field.path.join('.')}, which has no such part`,
        accepted: meta!.accepted,
      })
    : { tree: withValue(tree, field.path, changed), problems: [], unread: [] };
}

function refused(tree: MapTree, origin: Origin, path: Path, ...complaints: readonly Complaint[]): Overridden {
  return {
    tree,
    problems: complaints.map((complaint) => problemAt(origin, { path, ...complaint })),
    unread: path.length > 0 ? [path] : [],
  };
}

function wordsOf({ wrong, found, accepted, didYouMean }: Problem): Complaint {
  return { wrong, found, accepted, didYouMean };
}

/** A distribution or a list with another value inside; undefined if it has no such part. */
function withInside(tree: Tree, path: Path, value: Tree): Tree | undefined {
  const [key, ...rest] = path as [string, ...string[]];
  const child = childOf(tree, key);
  const inner = rest.length === 0 ? value : child && withInside(child, rest, value);
  if (inner === undefined) return undefined;
  switch (tree.kind) {
    case 'map':
      return { ...withEntry(tree, key, inner, value.origin), origin: value.origin };
    case 'list':
      if (child === undefined) return undefined;
      return { ...tree, items: tree.items.with(Number(key), inner), origin: value.origin };
    case 'scalar':
      return undefined;
  }
}

/** What is wrong with a path that leads to no field and into none. */
function unknownPath(path: Path): Complaint | undefined {
  const known = fieldOn(path, scenarioSchema);
  if (known.path.length === path.length || metaOf(known.schema) !== undefined) return undefined;
  const where = known.path.length === 0 ? 'at the top' : `in ${known.path.join('.')}`;
  return {
    wrong: 'is not a known path',
    accepted: `${where}: ${partNames(known.schema).join(', ')}`,
    didYouMean: pathMeant(path.join('.')),
  };
}

/** The only path that ends like this one, because people leave out the beginning; otherwise the nearest. */
function pathMeant(path: string): string | undefined {
  const paths = [...new Set(fieldsOf(scenarioSchema).flatMap((field) => beginningsOf(field.path)))];
  const alike = paths.filter((candidate) => candidate.endsWith(`.${path}`));
  return alike.length === 1 ? alike[0] : nearestName(path, paths);
}

function beginningsOf(path: Path): string[] {
  return path.map((_, i) => path.slice(0, i + 1).join('.'));
}
