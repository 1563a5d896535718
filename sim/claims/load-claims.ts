import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rejectionsOf } from '../scenario/issues.ts';
import { DEFAULT } from '../scenario/origin.ts';
import { packageScenarios } from '../scenario/package-scenarios.ts';
import { problemAt, ScenarioError, type Problem } from '../scenario/problems.ts';
import { childOf, deepestWritten, plainOf, type MapTree } from '../scenario/tree.ts';
import { readFault } from '../scenario/read-fault.ts';
import { readYamlFile } from '../scenario/yaml-document.ts';
import { ScenarioShelf } from './arms.ts';
import type { Blame } from './blame.ts';
import type { Claim } from './claim.ts';
import { claimFile } from './format/claim-file.ts';
import { readExperiment } from './read-experiment.ts';

/** Claims that can be judged, and the scenarios that their arms have been read from. */
export interface LoadedClaims {
  readonly claims: readonly Claim[];
  readonly shelf: ScenarioShelf;
  /** Ids of all claims of the files, chosen or not. */
  readonly ids: readonly string[];
}

/** Whether a claim is wanted, by its id. */
export type Choice = (id: string) => boolean;

/** Files of the claims that are shipped, in the order of their names. */
export function shippedClaimFiles(): string[] {
  return claimFilesIn(join(packageScenarios(), 'claims'));
}

/** Files of claims in a folder, in the order of their names. */
export function claimFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Loads files of claims. Throws a ScenarioError that carries everything that is wrong with any of them; of claims that
 * are not wanted only the form is checked, not the scenarios.
 */
export function loadClaims(files: readonly string[], isWanted: Choice = () => true): LoadedClaims {
  const shelf = new ScenarioShelf();
  const problems: Problem[] = [];
  const all = files.flatMap((file) => readClaims(file, { shelf, problems, isWanted }));
  const ids = all.map(({ text }) => text.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined && problems.length === 0) {
    problems.push(problemAt(DEFAULT, { wrong: `the claim ${twice} is written twice` }, files.join(', ')));
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  // A group may be spread over several files.
  const claims = all.filter(({ text }) => isWanted(text.id));
  return { claims: claims.sort((a, b) => compareIds(a.text.id, b.text.id)), shelf, ids };
}

function readClaims(
  file: string,
  { shelf, problems, isWanted }: { shelf: ScenarioShelf; problems: Problem[]; isWanted: Choice },
): Claim[] {
  const name = shownName(file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    problems.push(problemAt(DEFAULT, { wrong: readFault(error) }, file));
    return [];
  }
  const document = readYamlFile(bytes, name);
  problems.push(...document.problems);
  const { tree } = document;
  if (tree === undefined) return [];
  const result = claimFile.safeParse(plainOf(tree));
  if (!result.success) {
    problems.push(...rejectionsOf(result.error.issues, claimFile, tree).map(({ problem }) => problem));
    return [];
  }
  const { group, title, claims } = result.data;
  return claims.map((text, i): Claim => {
    const path = ['claims', String(i)];
    const claimTree = childOf(childOf(tree, 'claims')!, String(i)) as MapTree;
    const blame: Blame = (inner, complaint) => {
      const at = deepestWritten(claimTree, inner).tree.origin;
      problems.push(problemAt(at, { path: [...path, ...inner], ...complaint }));
    };
    if (!text.id.startsWith(group)) {
      blame(['id'], { wrong: 'is not of this group', found: text.id, accepted: `${group} and a number` });
    }
    if (!isWanted(text.id)) return { text, group, groupTitle: title, experiment: undefined };
    const accuse = (more: readonly Problem[]): void => void problems.push(...more);
    const experiment = readExperiment({ text, tree: claimTree, file, shelf, blame, accuse });
    return { text, group, groupTitle: title, experiment };
  });
}

function compareIds(a: string, b: string): number {
  const [groupOfA, groupOfB] = [a[0]!, b[0]!];
  if (groupOfA !== groupOfB) return groupOfA < groupOfB ? -1 : 1;
  return Number(a.slice(1)) - Number(b.slice(1));
}

/** As messages show it: a shipped file by its place in the package. */
function shownName(file: string): string {
  return file.startsWith(packageScenarios()) ? `salesworks/scenarios/claims/${basename(file)}` : file;
}
