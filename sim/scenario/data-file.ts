import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { rejectionsOf } from './issues.ts';
import { DEFAULT } from './origin.ts';
import { problemAt, ScenarioError } from './problems.ts';
import { readFault } from './read-fault.ts';
import { plainOf, type MapTree } from './tree.ts';
import { readYamlFile } from './yaml-document.ts';

/** What a file of data beside the scenarios holds. */
export interface DataFile<Data> {
  /** As it is written, with the place of each value. */
  readonly tree: MapTree;
  readonly data: Data;
}

/** The form of a file of data, and what one may look like, for messages. */
export interface DataForm<Form> {
  readonly schema: Form;
  /** Such as `a theme such as "font: Source Sans 3"`. */
  readonly accepted: string;
}

/** Reads a YAML file by its form. Throws a ScenarioError with everything that is wrong with how it is written. */
export function readDataFile<Form extends z.core.$ZodType & Pick<z.ZodMiniType, 'safeParse'>>(
  file: string,
  { schema, accepted }: DataForm<Form>,
): DataFile<z.output<Form>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ScenarioError([problemAt(DEFAULT, { wrong: readFault(error), accepted }, file)]);
  }
  const { tree, problems } = readYamlFile(bytes, file, accepted);
  if (tree === undefined || problems.length > 0) throw new ScenarioError(problems);
  const read = schema.safeParse(plainOf(tree));
  if (!read.success) {
    throw new ScenarioError(rejectionsOf(read.error.issues, schema, tree).map(({ problem }) => problem));
  }
  return { tree, data: read.data as z.output<Form> };
}
