import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Origin } from './origin.ts';
import { problemAt, shortened, type Complaint, type Problem } from './problems.ts';
import type { Entry, Path, Scalar, Tree } from './tree.ts';

/** A document as far as it could be read, and everything that is wrong with how it is written. */
export interface YamlDocument<Content extends Tree = Tree> {
  /** Undefined if nothing could be read. */
  readonly tree: Content | undefined;
  readonly problems: readonly Problem[];
  /** Ways to what is written in such a manner that nobody knows its value, such as a key that stands there twice. */
  readonly unread: readonly Path[];
}

/** Turns a position in the text (in UTF-16 code units) into the origin that is kept with a value. */
export type Locate = (offset: number) => Origin;

/** Values that all aliases of a document may stand for together: nine nested lines of them can mean a billion. */
const MOST_ALIASED = 10_000;
const DEEPEST = 40;

/** Makes a tree of the nodes of one YAML document, aliases followed. */
export class YamlReader {
  private readonly locate: Locate;
  private readonly problems: Problem[] = [];
  private readonly unread: Path[] = [];
  private readonly anchors = new Map<string, { readonly tree: Tree; readonly size: number }>();
  /** Values read so far, and those of them that aliases stand for. */
  private count = 0;
  private aliased = 0;

  constructor(locate: Locate) {
    this.locate = locate;
  }

  read(contents: Node | null): YamlDocument {
    const tree = this.treeOf(contents, [], this.locate(0));
    return { tree, problems: this.problems, unread: this.unread };
  }

  /** `above` is the place of the key, for values that have none of their own. */
  private treeOf(node: unknown, path: Path, above: Origin, remark?: string): Tree | undefined {
    if (isAlias(node)) return this.anchored(node, path);
    const before = this.count;
    const tree = this.written(node, path, above, remark);
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined && tree !== undefined) {
      this.anchors.set(anchor, { tree, size: this.count - before });
    }
    return tree;
  }

  private written(node: unknown, path: Path, above: Origin, remark?: string): Tree | undefined {
    this.count++;
    if (path.length > DEEPEST) return this.refuse(above, { path, wrong: 'is nested too deeply' });
    const place = isInline(node) ? withRemark(this.placeOf(node), remark) : withRemark(above, remark);
    if (isMap(node)) return this.mapOf(node, path, place);
    if (isSeq(node)) return this.listOf(node, path, place);
    if (!isScalar(node) || node.value === null) return { kind: 'scalar', value: null, origin: place };
    return { kind: 'scalar', value: node.value as Scalar, origin: place };
  }

  private mapOf(map: YAMLMap, path: Path, origin: Origin): Tree {
    const entries = new Map<string, Entry>();
    for (const [i, { key, value }] of map.items.entries()) {
      const place = this.placeOf(key);
      const name = isScalar(key) ? (key.source ?? String(key.value)) : '';
      const inner = [...path, name];
      const first = entries.get(name)?.key;
      if (name === '') {
        this.refuse(place, { path, wrong: 'has a key that is not a word' });
      } else if (first !== undefined) {
        const line = first.kind === 'file' ? `, first in line ${first.line}` : '';
        this.refuse(place, { path: inner, wrong: `is written twice${line}` });
      } else {
        const own = remarkOf({ key, value, map: i === 0 && path.length > 0 ? map : undefined });
        // What is written within one pair of braces is all that a comment beside it can be about.
        const remark = own ?? (map.flow === true ? remarkIn(origin) : undefined);
        const tree = this.treeOf(value, inner, place, remark);
        if (tree !== undefined) entries.set(name, { key: place, value: tree });
      }
    }
    return { kind: 'map', entries, origin };
  }

  private listOf(list: YAMLSeq, path: Path, origin: Origin): Tree | undefined {
    const items: Tree[] = [];
    for (const [i, item] of list.items.entries()) {
      const tree = this.treeOf(item, [...path, String(i)], this.placeOf(item));
      if (tree !== undefined) items.push(tree);
    }
    return items.length === list.items.length ? { kind: 'list', items, origin } : undefined;
  }

  private anchored(alias: Alias, path: Path): Tree | undefined {
    const origin = this.placeOf(alias);
    const found = shortened(`*${alias.source}`);
    const anchor = this.anchors.get(alias.source);
    if (anchor === undefined) {
      return this.refuse(origin, { path, wrong: 'names an anchor that is not above it', found });
    }
    this.count += anchor.size;
    this.aliased += anchor.size;
    if (this.aliased <= MOST_ALIASED) return { ...anchor.tree, origin };
    const wrong = 'makes the aliases of this file stand for more than 10 000 values';
    return this.refuse(origin, { path, wrong, found, accepted: 'fewer or smaller aliases' });
  }

  private placeOf(node: unknown): Origin {
    return this.locate((node as Node | null)?.range?.[0] ?? 0);
  }

  private refuse(origin: Origin, complaint: Complaint & { readonly path: Path }): Tree | undefined {
    this.problems.push(problemAt(origin, complaint));
    this.unread.push(complaint.path);
    return undefined;
  }
}

/** Whether a node has a place of its own on the line of its key: a value, or a map or list in brackets. */
function isInline(node: unknown): boolean {
  if (isMap(node) || isSeq(node)) return node.flow === true;
  return isScalar(node) && node.value !== null;
}

interface Commented {
  readonly key: unknown;
  readonly value: unknown;
  /** The map, if the key is its first: comments above that belong to the map. */
  readonly map: YAMLMap | undefined;
}

/** The comment behind a value, or else the last paragraph of comment above its key; undefined if there is none. */
function remarkOf({ key, value, map }: Commented): string | undefined {
  const behind = isInline(value) ? (value as Node).comment : undefined;
  const above = map?.commentBefore ?? (key as Node | null)?.commentBefore;
  const text = behind ?? above?.split(/\n\s*\n/).at(-1);
  const words = text?.replace(/\s+/g, ' ').trim();
  return words === undefined || words === '' ? undefined : words;
}

function remarkIn(origin: Origin): string | undefined {
  return origin.kind === 'file' ? origin.remark : undefined;
}

function withRemark(origin: Origin, remark: string | undefined): Origin {
  return origin.kind === 'file' && remark !== undefined ? { ...origin, remark } : origin;
}
