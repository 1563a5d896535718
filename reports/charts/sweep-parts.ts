import type { SweepAxis, SweepPoint, SweepResult } from '../../sim/experiment/sweep/sweep-result.ts';
import { takenApart } from '../../sim/scenario/written-number.ts';
import { roleTitle } from '../words/role-words.ts';
import { groupHue } from './group-hues.ts';

/** Labels of values on an axis: four digits, no zeros behind. */
export const TICKS = '.4~r';

/** What a point shows of the constraint. */
export interface ConstraintMark {
  readonly group: string;
  /** The share of replications in which it is the one, and `?` where the replications cannot separate it. */
  readonly words: string;
  readonly isShown: boolean;
}

/** The group that is the constraint most often; undefined without replications. */
export function constraintMark({ constraint }: SweepPoint): ConstraintMark | undefined {
  const [first] = constraint.odds;
  if (first === undefined) return undefined;
  const isShown = constraint.is !== null;
  const share = `${Math.round(100 * first.probability)}\u00a0%`;
  return { group: roleTitle(first.group), words: isShown ? share : `${share}?`, isShown };
}

/** Colours of the groups that lead anywhere, in order of appearance, by their titles. */
export function groupScale({ points }: SweepResult): { domain: string[]; range: string[] } {
  const groups = [...new Set(points.flatMap(({ constraint: { odds } }) => odds[0]?.group ?? []))];
  return { domain: groups.map(roleTitle), range: groups.map(groupHue) };
}

/** Ends of the cell of each number: half way to its neighbours, and as far beyond the outermost ones. */
export function cellsOf(numbers: readonly number[]): { from: number; to: number }[] {
  const between = numbers.slice(1).map((number, i) => (numbers[i]! + number) / 2);
  const first = numbers[0]! - (between[0]! - numbers[0]!);
  const last = numbers.at(-1)! + (numbers.at(-1)! - between.at(-1)!);
  const edges = [first, ...between, last];
  return numbers.map((_, i) => ({ from: edges[i]!, to: edges[i + 1]! }));
}

/** The path and its unit, below or beside an axis. */
export function axisTitle({ path, values }: SweepAxis): string {
  const { before = '', after = '' } = takenApart(String(values[0])) ?? {};
  const unit = `${before} ${after}`.trim();
  return unit === '' ? path : `${path}, ${unit}`;
}

/** Where a chart of a sweep comes from. */
export function sweepSource({ provenance }: SweepResult): string {
  const { version, commit, seed, scenarios, interrupted } = provenance;
  const build = commit === null ? version : `${version} (${commit.slice(0, 7)})`;
  const [{ name, sha256 }] = scenarios as [(typeof scenarios)[number]];
  return `Source: salesworks ${build}; seed ${seed}; scenario ${name} ${sha256.slice(0, 8)}${interrupted ? '; stopped early' : ''}.`;
}
