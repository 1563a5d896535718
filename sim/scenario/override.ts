import { fieldOn, fieldsOf, partNames } from './form.ts';
import { nearestName } from './nearest-name.ts';
import { DEFAULT, type Origin } from './origin.ts';
import { problemAt, type Complaint, type Problem } from './problems.ts';
import { metaOf } from './schema/fields.ts';
import { scenarioSchema } from './schema/scenario.ts';
import { childOf, merge, subtree, treeOf, withEntry, withValue } from './tree.ts';
import type { MapTree, Path, Tree } from './tree.ts';
import { readYaml } from './yaml-document.ts';

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
export function applyOverrides(document: MapTree, overrides: readonly string[]): Overridden {
  let tree = document;
  const problems: Problem[] = [];
  const unread: Path[] = [];
  for (const text of overrides) {
    const result = applyOverride(tree, text);
    tree = result.tree;
    problems.push(...result.problems);
    unread.push(...result.unread);
  }
  return { tree, problems, unread };
}

function applyOverride(tree: MapTree, text: string): Overridden {
  const origin: Origin = { kind: 'override', text };
  const refuse = (path: Path, ...complaints: readonly Complaint[]): Overridden => ({
    tree,
    problems: complaints.map((complaint) => problemAt(origin, { path, ...complaint })),
    unread: path.length > 0 ? [path] : [],
  });
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim().split('.');
  if (equals < 0) {
    return refuse([], { wrong: 'has no "="', accepted: 'path=value, for instance run.weeks=52' });
  }
  const field = fieldOn(path, scenarioSchema);
  const rest = path.slice(field.path.length);
  const meta = metaOf(field.schema);
  if (rest.length > 0 && meta === undefined) return refuse(path, unknownPath(path, field.path));
  const value = readYaml(text.slice(equals + 1), () => origin);
  if (value.tree === undefined || value.problems.length > 0) {
    return refuse(path, ...value.problems.map(wordsOf));
  }
  const written = subtree(tree, field.path);
  if (rest.length === 0) {
    const merged = written === undefined ? value.tree : merge(written, value.tree);
    return { tree: withValue(tree, path, merged), problems: [], unread: [] };
  }
  const changed = withInside(written ?? treeOf(meta!.initial, DEFAULT), rest, value.tree);
  return changed === undefined
    ? refuse(path, {
        wrong: `leads into ${field.path.join('.')}, which has no such part`,
        accepted: meta!.accepted,
      })
    : { tree: withValue(tree, field.path, changed), problems: [], unread: [] };
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

function unknownPath(path: Path, known: Path): Complaint {
  const names = partNames(fieldOn(known, scenarioSchema).schema);
  const where = known.length === 0 ? 'at the top' : `in ${known.join('.')}`;
  return {
    wrong: 'is not a known path',
    accepted: `${where}: ${names.join(', ')}`,
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
