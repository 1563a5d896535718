import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { ClaimsResult } from '../claims/claims-result.ts';
import type { ConstraintResult } from '../experiment/constraint/constraint-result.ts';
import type { Result } from '../experiment/result.ts';
import type { SensitivityResult } from '../experiment/sensitivity/sensitivity-result.ts';
import type { StaffingResult } from '../experiment/staffing/staffing-result.ts';
import type { SweepResult } from '../experiment/sweep/sweep-result.ts';
import { readFault } from '../scenario/read-fault.ts';
import { jsonFaultAt } from './json-fault.ts';
import { SHAPES } from './study-shapes.ts';
import { UsageError } from './usage-error.ts';

/** A study as it was stored, told by its schema. */
export type StoredStudy = { readonly file: string } & (
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'sweep'; readonly result: SweepResult }
  | { readonly kind: 'sensitivity'; readonly result: SensitivityResult }
  | { readonly kind: 'constraint'; readonly result: ConstraintResult }
  | { readonly kind: 'staffing'; readonly result: StaffingResult }
  | { readonly kind: 'claims'; readonly result: ClaimsResult }
);

const KINDS = ['result', 'sweep', 'sensitivity', 'constraint', 'staffing', 'claims'] as const;
const ACCEPTED =
  'accepted: a JSON result of run, compare, transition, sweep, staff, sensitivity, constraint or claims, or the folder of one';

/** Reads a stored study, or the one in a folder. Throws a UsageError that says what and where it is not one. */
export function readStudy(path: string): StoredStudy {
  const file = isFolder(path) ? fileIn(path) : path;
  const found = readJson(file);
  const schema = (found as { readonly schema?: unknown } | null)?.schema;
  const kind = KINDS.find((one) => schema === `salesworks/${one}/1`);
  if (kind === undefined) {
    const what = typeof schema === 'string' ? `the schema ${JSON.stringify(schema)}` : 'no schema';
    throw new UsageError(`${file}  is no result that can be shown: found ${what}; ${ACCEPTED}`);
  }
  const read = SHAPES[kind].safeParse(found);
  if (!read.success) {
    const [issue] = read.error.issues as [z.core.$ZodIssue];
    throw new UsageError(
      `${file}  ${issue.path.join('.')}: ${wrongWith(issue)}; the file is damaged or not ours`,
    );
  }
  return { file, kind, result: found } as StoredStudy;
}

function wrongWith(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `is not ${issue.expected}`;
  return issue.code === 'too_small' ? 'is empty' : 'is not what it should be';
}

/** The result of the only study that left one in a folder; that of run or compare before others. */
function fileIn(folder: string): string {
  const found = KINDS.map((kind) => join(folder, `${kind}.json`)).find((file) => {
    try {
      return statSync(file).isFile();
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new UsageError(`${folder}  holds no result; ${ACCEPTED}`);
  return found;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}  ${readFault(error)}; ${ACCEPTED}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file}:${placeOf(text, jsonFaultAt(text))}  is not JSON; ${ACCEPTED}`);
  }
}

/** Line and column, both from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
