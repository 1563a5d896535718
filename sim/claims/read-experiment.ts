import { isWholeAt } from '../scenario/override.ts';
import { ScenarioError, type Problem } from '../scenario/problems.ts';
import { childOf, subtree, type MapTree, type Tree } from '../scenario/tree.ts';
import { rangeOf } from '../scenario/written-number.ts';
import { armsOf, settingsOf, type Arm, type Family, type ScenarioShelf } from './arms.ts';
import type { Blame } from './blame.ts';
import { checkTests } from './checks.ts';
import {
  coalitionName,
  expanded,
  USUAL_RUN,
  type Experiment,
  type Fragile,
  type RunLength,
  type Test,
} from './claim.ts';
import type { ClaimText } from './format/claim-file.ts';

/** A claim as it is written, and how to say what is wrong with it. */
export interface ClaimReading {
  readonly text: ClaimText;
  readonly tree: MapTree;
  /** Path of the file, from which those of scenarios count. */
  readonly file: string;
  readonly shelf: ScenarioShelf;
  readonly blame: Blame;
  /** Adds problems that know their place. */
  readonly accuse: (problems: readonly Problem[]) => void;
}

const NEEDED = ['simulated', 'arms', 'measure', 'holds'] as const;

/** What a claim simulates, everything checked; undefined if it is not testable or if something is wrong with it. */
export function readExperiment(reading: ClaimReading): Experiment | undefined {
  const { text, blame } = reading;
  if (text.notTestable !== undefined) {
    const written = [...NEEDED, 'also', 'fragile', 'ablation'] as const;
    const key = written.find((name) => text[name] !== undefined);
    if (key !== undefined) blame([key], { wrong: 'is written although the claim is not testable' });
    return undefined;
  }
  const missing = NEEDED.filter((key) => text[key] === undefined);
  for (const key of missing)
    blame([key], { wrong: 'is missing', accepted: 'what is simulated, or notTestable' });
  if (missing.length > 0) return undefined;
  const run = runLengthOf(text);
  const { arms, families, areSound } = readArms(reading, run);
  readCoalitions(reading, arms);
  readPriors(reading, arms);
  const main: Test = { measure: text.measure!, regions: [text.holds!, ...(text.orHolds ?? [])] };
  const more = (text.also ?? []).map(({ measure, holds, orHolds }): Test => ({
    measure,
    regions: [holds, ...(orHolds ?? [])],
  }));
  const experiment = {
    run,
    arms,
    families,
    tests: [main, ...more] as const,
    fragile: readFragile(reading, { arms, families }),
    ablation: text.ablation,
  };
  // What names an arm that could not be made is not to blame.
  if (areSound) checkTests(experiment, blame);
  return experiment;
}

function runLengthOf({ run = {} }: ClaimText): RunLength {
  const { weeks = USUAL_RUN.weeks, warmUp = USUAL_RUN.warmUp, replications = USUAL_RUN.replications } = run;
  return { weeks, warmUp, replications };
}

function readArms(
  { text, tree, file, shelf, blame, accuse }: ClaimReading,
  run: RunLength,
): { readonly arms: Map<string, Arm>; readonly families: Map<string, Family>; readonly areSound: boolean } {
  let areSound = true;
  const arms = new Map<string, Arm>();
  const families = new Map<string, Family>();
  const written = childOf(tree, 'arms')!;
  const length = lengthOf(run, subtree(tree, ['run']) ?? written);
  for (const [name, arm] of Object.entries(text.arms!)) {
    const lists = Object.values(arm.vary ?? {});
    if (lists.some(({ length: count }) => count !== lists[0]!.length || count === 0)) {
      blame(['arms', name, 'vary'], { wrong: 'has lists of different lengths, or empty ones' });
      areSound = false;
      continue;
    }
    try {
      const document = shelf.document(arm.scenario, file);
      const made = armsOf({ name, text: arm, tree: childOf(written, name)!, document, run: length });
      if (made.family !== undefined) families.set(name, made.family);
      for (const each of made.arms) {
        arms.set(each.name, each);
        shelf.scenario(each);
      }
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      areSound = false;
      const isHere = error.problems.every(({ line }) => line !== undefined);
      if (isHere) accuse(error.problems);
      else
        for (const { wrong, found = arm.scenario, accepted, didYouMean } of error.problems) {
          blame(['arms', name, 'scenario'], { wrong, found, accepted, didYouMean });
        }
    }
  }
  return { arms, families, areSound };
}

/** The length of the run, at the place where the claim says it. */
function lengthOf({ weeks, warmUp }: RunLength, { origin }: Tree) {
  const scalar = (value: number): Tree => ({ kind: 'scalar', value, origin });
  return [
    { path: 'run.weeks', value: scalar(weeks) },
    { path: 'run.warmUp', value: scalar(warmUp) },
  ];
}

function readFragile(
  { text, tree, shelf, blame, accuse }: ClaimReading,
  { arms, families }: Pick<Experiment, 'arms' | 'families'>,
): Fragile | undefined {
  const { fragile } = text;
  if (fragile === undefined) return undefined;
  const range = rangeOf(fragile.from, fragile.to);
  if (range === undefined) {
    blame(['fragile', 'to'], { wrong: 'is not in the unit of from', found: fragile.to });
    return undefined;
  }
  const names = expanded(fragile.arms ?? [...arms.keys()], families);
  const unknown = names.find((name) => !arms.has(name));
  if (unknown !== undefined) {
    blame(['fragile', 'arms'], {
      wrong: 'names no arm',
      found: unknown,
      accepted: [...arms.keys()].join(', '),
    });
    return undefined;
  }
  const first = arms.get(names[0]!);
  for (const key of ['from', 'to'] as const) {
    const value = subtree(tree, ['fragile', key])!;
    if (first !== undefined) tryOut(() => shelf.scenario(first, [{ path: fragile.path, value }]), accuse);
  }
  const isWhole = isWholeAt(fragile.path);
  return { path: fragile.path, ...range, isWhole, arms: names, why: fragile.why };
}

/** Adds the arms of every coalition of the switches of an ablation. */
function readCoalitions({ tree, text, shelf, accuse }: ClaimReading, arms: Map<string, Arm>): void {
  for (const { measure, path } of measuresOf(text)) {
    const base = measure.kind === 'shapley' ? arms.get(measure.base) : undefined;
    if (measure.kind !== 'shapley' || base === undefined) continue;
    const names = Object.keys(measure.switches);
    const settings = names.map((name) => settingsOf(subtree(tree, [...path, 'switches', name])));
    for (let members = 1; members < 1 << names.length; members++) {
      const isOn = (_: unknown, i: number): boolean => (members & (1 << i)) !== 0;
      const name = coalitionName(measure.base, names.filter(isOn));
      const arm = {
        name,
        document: base.document,
        settings: [...base.settings, ...settings.filter(isOn).flat()],
      };
      arms.set(name, arm);
      if (!tryOut(() => shelf.scenario(arm), accuse)) break;
    }
  }
}

/** Tries both ends of every prior of a population. */
function readPriors({ tree, text, shelf, accuse }: ClaimReading, arms: Map<string, Arm>): void {
  const [first] = arms.values();
  for (const { measure, path } of measuresOf(text)) {
    if (measure.kind !== 'population' || first === undefined) continue;
    measure.priors.forEach((prior, i) => {
      for (const key of ['from', 'to']) {
        const value = subtree(tree, [...path, 'priors', String(i), key])!;
        tryOut(() => shelf.scenario(first, [{ path: prior.path, value }]), accuse);
      }
    });
  }
}

function measuresOf({ measure, also = [], ablation }: ClaimText) {
  return [
    ...(measure === undefined ? [] : [{ measure, path: ['measure'] }]),
    ...also.map((test, i) => ({ measure: test.measure, path: ['also', String(i), 'measure'] })),
    ...(ablation === undefined ? [] : [{ measure: ablation, path: ['ablation'] }]),
  ];
}

/** Whether a scenario can be made; accuses what is wrong if not. */
function tryOut(make: () => unknown, accuse: ClaimReading['accuse']): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    accuse(error.problems);
    return false;
  }
}
