import type { Origin } from './origin.ts';

/** A document as it is written, every value with its origin: what YAML says, before anything is made of it. */
export type Tree =
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry>; readonly origin: Origin }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly origin: Origin }
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly origin: Origin };

export type MapTree = Extract<Tree, { kind: 'map' }>;
export type Scalar = string | number | boolean | null;

/** A value of a map, and where its key stands. */
export interface Entry {
  readonly key: Origin;
  readonly value: Tree;
}

/** The way to a value: keys of maps, and indices of lists as text. Shown and written with dots between. */
export type Path = readonly string[];

/** The value at the end of a path; undefined if nothing is written there. */
export function subtree(tree: Tree, path: Path): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const key of path) at = at && childOf(at, key);
  return at;
}

/** What a map or a list has under a key or an index. */
export function childOf(tree: Tree, key: string): Tree | undefined {
  switch (tree.kind) {
    case 'map':
      return tree.entries.get(key)?.value;
    case 'list':
      return /^\d+$/.test(key) ? tree.items[Number(key)] : undefined;
    case 'scalar':
      return undefined;
  }
}

/** The kind of a distribution as it is written: a plain value is a constant; undefined if it has none. */
export function kindOf(tree: Tree | undefined): string | undefined {
  if (tree?.kind === 'scalar') return 'constant';
  const kind = tree && childOf(tree, 'kind');
  return kind?.kind === 'scalar' ? String(kind.value) : undefined;
}

/** The longest beginning of a path that is written, and what stands there. */
export function deepestWritten(tree: Tree, path: Path): { readonly path: Path; readonly tree: Tree } {
  let at = tree;
  let depth = 0;
  for (; depth < path.length; depth++) {
    const child = childOf(at, path[depth]!);
    if (child === undefined) break;
    at = child;
  }
  return { path: path.slice(0, depth), tree: at };
}

/**
 * One document on top of another: maps are merged key by key, lists and scalars replaced, and so are distributions
 * (maps with a `kind`): half of a lognormal and half of a triangular would make no sense.
 */
export function merge(base: MapTree, top: MapTree): MapTree;
export function merge(base: Tree, top: Tree): Tree;
export function merge(base: Tree, top: Tree): Tree {
  if (base.kind !== 'map' || top.kind !== 'map') return top;
  if (base.entries.has('kind') || top.entries.has('kind')) return top;
  const entries = new Map(base.entries);
  for (const [key, entry] of top.entries) {
    const below = entries.get(key);
    entries.set(key, below === undefined ? entry : { ...entry, value: merge(below.value, entry.value) });
  }
  return { kind: 'map', entries, origin: top.origin };
}

/** A map with another value under a key. */
export function withEntry(map: MapTree, key: string, value: Tree, origin: Origin): MapTree {
  const entries = new Map(map.entries);
  entries.set(key, { key: map.entries.get(key)?.key ?? origin, value });
  return { ...map, entries };
}

/** A map with another value at the end of a path; maps on the way are made where there are none. */
export function withValue(map: MapTree, path: Path, value: Tree): MapTree {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) return withEntry(map, key, value, value.origin);
  const child = childOf(map, key);
  const inner: MapTree =
    child?.kind === 'map' ? child : { kind: 'map', entries: new Map(), origin: value.origin };
  return withEntry(map, key, withValue(inner, rest, value), value.origin);
}

/** A map without the value at the end of a path, if there is one. */
export function withoutValue(map: MapTree, path: Path): MapTree {
  const [key, ...rest] = path as [string, ...string[]];
  const entry = map.entries.get(key);
  if (entry === undefined) return map;
  const entries = new Map(map.entries);
  if (rest.length === 0) entries.delete(key);
  else if (entry.value.kind === 'map') entries.set(key, { ...entry, value: withoutValue(entry.value, rest) });
  return { ...map, entries };
}

/** The value alone, as plain JavaScript. */
export function plainOf(tree: Tree): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plainOf(entry.value)]));
    case 'list':
      return tree.items.map(plainOf);
    case 'scalar':
      return tree.value;
  }
}

/** Plain JavaScript as a document, all of one origin. */
export function treeOf(value: unknown, origin: Origin): Tree {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => treeOf(item, origin)), origin };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, inner]) => [key, { key: origin, value: treeOf(inner, origin) }] as const,
    );
    return { kind: 'map', entries: new Map(entries), origin };
  }
  return { kind: 'scalar', value: value as Scalar, origin };
}
