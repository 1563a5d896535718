import { dirname, isAbsolute, join } from 'node:path';
import { resolveScenario, type LoadedScenario } from '../scenario/load.ts';
import type { Setting } from '../scenario/override.ts';
import { readScenario, type ScenarioDocument } from '../scenario/scenario-files.ts';
import { childOf, type Tree } from '../scenario/tree.ts';
import type { ArmText } from './format/claim-file.ts';

/** One organisation in its market, as a claim simulates it. */
export interface Arm {
  /** As the claim names it; a member of a family has its place behind a dot: `heads.2`. */
  readonly name: string;
  readonly document: ScenarioDocument;
  /** In their order. */
  readonly settings: readonly Setting[];
}

/** Arms that differ in one value. */
export interface Family {
  /** Names of its arms, in the order of the values. */
  readonly members: readonly string[];
  /** The values as they are written. */
  readonly values: readonly string[];
}

/** Documents that have been read, and scenarios that have been resolved, of all claims. */
export class ScenarioShelf {
  private readonly documents = new Map<string, ScenarioDocument>();
  private readonly scenarios = new Map<string, LoadedScenario>();

  /** Throws a ScenarioError if the file cannot be read. */
  document(reference: string, claimFile: string): ScenarioDocument {
    const isFile = /\.ya?ml$/.test(reference) && !isAbsolute(reference);
    const path = isFile ? join(dirname(claimFile), reference) : reference;
    let document = this.documents.get(path);
    if (document === undefined) this.documents.set(path, (document = readScenario(path)));
    return document;
  }

  /** An arm, with more settings on top. Throws a ScenarioError that names what is wrong with it. */
  scenario({ document, settings }: Arm, more: readonly Setting[] = []): LoadedScenario {
    const all = [...settings, ...more];
    const key = [document.files[0]!.path, ...all.map(({ path, value }) => `${path}=${written(value)}`)].join(
      '\n',
    );
    let scenario = this.scenarios.get(key);
    if (scenario === undefined) this.scenarios.set(key, (scenario = resolveScenario(document, all)));
    return scenario;
  }
}

/** The settings of a map of paths and values. */
export function settingsOf(map: Tree | undefined): Setting[] {
  if (map?.kind !== 'map') return [];
  return [...map.entries].map(([path, { value }]) => ({ path, value }));
}

/** The arms that a claim has written under one name: one, or one for each value that varies. */
export function armsOf(of: {
  readonly name: string;
  readonly text: ArmText;
  readonly tree: Tree;
  readonly document: ScenarioDocument;
  /** Length of the run. */
  readonly run: readonly Setting[];
}): { readonly arms: readonly Arm[]; readonly family: Family | undefined } {
  const { name, text, tree, document, run } = of;
  const settings = [...run, ...settingsOf(childOf(tree, 'set'))];
  if (text.vary === undefined) return { arms: [{ name, document, settings }], family: undefined };
  const varied = childOf(tree, 'vary')!;
  const [first] = Object.values(text.vary);
  const members = first!.map((_, i) => `${name}.${i + 1}`);
  const arms = members.map((member, i) => {
    const own = settingsOf(varied).map(({ path, value }) => ({ path, value: childOf(value, String(i))! }));
    return { name: member, document, settings: [...settings, ...own] };
  });
  return { arms, family: { members, values: first!.map(String) } };
}

function written(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return JSON.stringify(tree.value);
    case 'list':
      return `[${tree.items.map(written).join()}]`;
    case 'map':
      return `{${[...tree.entries].map(([key, { value }]) => `${key}:${written(value)}`).join()}}`;
  }
}
