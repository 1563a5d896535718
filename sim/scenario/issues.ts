import type * as z from 'zod/mini';
import { fieldOn, fieldsOf, formOf, partNames, schemaAt, type Form, type Schema } from './form.ts';
import { nearestName } from './nearest-name.ts';
import { problemAt, shown, type Problem } from './problems.ts';
import type { Fault } from './quantity-fault.ts';
import { exampleOfDistribution, metaOf, type FieldMeta } from './schema/fields.ts';
import { childOf, deepestWritten, kindOf, subtree, type Path, type Tree } from './tree.ts';

/** A problem that reading the values has found, and what has to be put aside to read the rest. */
export interface Rejection {
  readonly problem: Problem;
  /** The whole field that cannot be read, or the unknown key of a group. */
  readonly rejected: Path;
  /** What was probably meant by an unknown key: its value is not known either. */
  readonly doubtful?: Path | undefined;
}

/** What zod has to say of a document, in the reader's words and at the places where it is written. */
export function rejectionsOf(issues: readonly z.core.$ZodIssue[], schema: Schema, tree: Tree): Rejection[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(schema, tree, [...path, key]));
    }
    return [{ problem: problemOf(issue, path, schema, tree), rejected: fieldOn(path, schema).path }];
  });
}

function unknownKey(top: Schema, tree: Tree, path: Path): Rejection {
  const group = path.slice(0, -1);
  const key = path.at(-1)!;
  const map = subtree(tree, group);
  const names = partNames(schemaAt(top, tree, group)!, kindOf(map));
  const sibling = nearestName(key, names);
  const meant = sibling === undefined ? soleFieldNamed(key, top) : [...group, sibling];
  const origin = (map?.kind === 'map' ? map.entries.get(key)?.key : undefined) ?? tree.origin;
  const problem = problemAt(origin, {
    path,
    wrong: 'is not a known key',
    accepted: names.join(', '),
    didYouMean: sibling ?? meant?.join('.'),
  });
  const field = fieldOn(path, top);
  return { problem, rejected: metaOf(field.schema) === undefined ? path : field.path, doubtful: meant };
}

/** The way to the one field of this name, wherever it is: people forget a level. */
function soleFieldNamed(name: string, top: Schema): Path | undefined {
  const fields = fieldsOf(top).filter(({ path }) => path.at(-1) === name);
  return fields.length === 1 ? fields[0]!.path : undefined;
}

function problemOf(issue: z.core.$ZodIssue, path: Path, top: Schema, tree: Tree): Problem {
  if (issue.code === 'invalid_union') return kindProblem(path.slice(0, -1), top, tree);
  const written = deepestWritten(tree, path);
  const isWhole = written.path.length === path.length;
  // Where a constant, or the hours of all, are written as one value, the schema reads them one level deeper.
  const isPlain = !isWhole && written.tree.kind === 'scalar';
  const field = metaOf(fieldOn(path, top).schema);
  const place = { path: isPlain ? written.path : path, found: shown(written.tree) };
  if (issue.code === 'custom') {
    const { accepted = field?.accepted, didYouMean } = (issue.params ?? {}) as Partial<Fault>;
    const isConstant = isPlain && field?.kind === 'distribution';
    return problemAt(written.tree.origin, {
      ...place,
      wrong: issue.message,
      found: isWhole || isPlain ? place.found : undefined,
      accepted: isConstant ? `${accepted ?? ''}, or ${exampleOfDistribution(field.dimension!)}` : accepted,
      didYouMean,
    });
  }
  if (!isWhole) return problemAt(written.tree.origin, { path, wrong: 'is missing' });
  const form = formOf(schemaAt(top, tree, path)!);
  return problemAt(written.tree.origin, { ...place, ...WRONG_FORM[form.kind], ...acceptedForm(form, field) });
}

const WRONG_FORM = {
  group: { wrong: 'is not a map' },
  list: { wrong: 'is not a list' },
  record: { wrong: 'is not a map' },
  kinds: { wrong: 'is not a distribution' },
  quantity: { wrong: 'is not accepted' },
  word: { wrong: 'is not accepted' },
} as const;

function acceptedForm(form: Form, field: FieldMeta | undefined): { readonly accepted: string | undefined } {
  const isGroup = form.kind === 'group';
  return {
    accepted: isGroup ? `a map with some of the keys ${Object.keys(form.parts).join(', ')}` : field?.accepted,
  };
}

/** A map that should be a distribution, but is of no kind or of an unknown one. */
function kindProblem(path: Path, top: Schema, tree: Tree): Problem {
  const map = subtree(tree, path)!;
  const kind = childOf(map, 'kind');
  const { kinds } = formOf(schemaAt(top, tree, path)!) as Extract<Form, { kind: 'kinds' }>;
  const accepted = `one of the kinds ${Object.keys(kinds).join(', ')}`;
  if (kind === undefined) {
    const wrong = 'has no kind: a distribution is given as a whole, never merged with another';
    return problemAt(map.origin, { path, wrong, accepted });
  }
  return problemAt(kind.origin, {
    path: [...path, 'kind'],
    wrong: 'is not known',
    found: shown(kind),
    accepted,
    didYouMean: nearestName(kindOf(map) ?? '', Object.keys(kinds)),
  });
}
