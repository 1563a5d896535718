import { settingOf, type Setting } from '../scenario/override.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { valueAt } from '../scenario/value-at.ts';
import { putTogether, type WrittenNumber } from '../scenario/written-number.ts';
import { crossingBetween, isInside, type Margin, type Probe } from '../statistics/sensitivity/break-even.ts';

/** An assumption that is varied between two values written alike. */
export interface Varied {
  readonly path: string;
  readonly from: WrittenNumber;
  readonly to: WrittenNumber;
  /** Whether only whole numbers will do. */
  readonly isWhole: boolean;
}

/**
 * The value that a scenario has at the path, in the words of the range: found from the scenario with either end of the
 * range and without them. Undefined if it is no number there.
 */
export function ownValueOf(
  { path, from, to }: Varied,
  scenarioWith: (setting?: Setting) => Scenario,
): number | undefined {
  const inBaseUnit = ({ number }: WrittenNumber): number =>
    valueAt(path, scenarioWith(settingOf(path, putTogether(from, number))));
  const [low, high, own] = [inBaseUnit(from), inBaseUnit(to), valueAt(path, scenarioWith())];
  const value = from.number + ((own - low) / (high - low)) * (to.number - from.number);
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : undefined;
}

/** Where the verdict turns when an assumption is varied. */
export interface BreakEven {
  /** In the words of the file: `20 min`; undefined if the verdict turns nowhere in the range. */
  readonly at: string | undefined;
  /** Every value at which it turns, in words, the one nearest to the default first. */
  readonly all: readonly string[];
  /** `market.x = 20 min`, or `none at 10 min or 40 min`: the estimate is on the same side at both ends. */
  readonly words: string;
  /** Sides on which the verdict turns, in words: `above 20 min`. */
  readonly flips: readonly string[];
  /** Everything that was tried, smallest first. */
  readonly probes: readonly Probe[];
}

/**
 * Looks for the values of an assumption at which the estimate leaves or enters the region: between the
 * default and each end of the range on whose side it does. `atDefault` is undefined where the scenario has no one
 * number at the path; then only the ends tell.
 */
export async function findBreakEven(of: {
  readonly varied: Varied;
  readonly atDefault: Probe | undefined;
  /** Tries on each side at most. */
  readonly steps: number;
  readonly marginWith: (setting: Setting) => Promise<Margin>;
}): Promise<BreakEven> {
  const { varied, atDefault, steps } = of;
  const tried: Probe[] = [];
  const say = (value: number): string => putTogether(varied.from, value);
  const probe = async (value: number): Promise<Probe> => {
    const at = Number(value.toPrecision(4));
    const found = { at, margin: await of.marginWith(settingOf(varied.path, say(at))) };
    tried.push(found);
    return found;
  };
  const [low, high] = await Promise.all([probe(varied.from.number), probe(varied.to.number)]);
  const brackets = bracketsOf(low, high, atDefault);
  const crossings = await Promise.all(
    brackets.map(async ([near, far]) => {
      const crossing = await crossingBetween({ near, far, steps, isWhole: varied.isWhole, probe });
      const side = far.at > near.at ? 'above' : 'below';
      // The first whole number on the far side is already beyond.
      const words = varied.isWhole ? (side === 'above' ? 'from' : 'up to') : side;
      return { at: crossing.at, words: `${words} ${say(rounded(crossing.at, varied))}` };
    }),
  );
  tried.sort((a, b) => a.at - b.at);
  const from = atDefault?.at ?? low.at;
  crossings.sort((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from));
  const ends = `${say(varied.from.number)} or ${say(varied.to.number)}`;
  const all = crossings.map((crossing) => say(rounded(crossing.at, varied)));
  const at = all[0];
  return {
    at,
    all,
    words: at === undefined ? `none at ${ends}` : `${varied.path} = ${at}`,
    flips: crossings.map(({ words }) => `with ${varied.path} ${words}`),
    probes: tried,
  };
}

/** Pairs between which the margin passes 0, the one nearer to the default first. */
function bracketsOf(low: Probe, high: Probe, atDefault: Probe | undefined): (readonly [Probe, Probe])[] {
  const differ = (a: Probe, b: Probe): boolean => isInside(a.margin) !== isInside(b.margin);
  if (atDefault === undefined) return differ(low, high) ? [[low, high]] : [];
  return [low, high].filter((end) => differ(atDefault, end)).map((end) => [atDefault, end] as const);
}

/** To two digits: a break-even from a few replications is not known better. Whole numbers stay what they are. */
function rounded(value: number, { isWhole }: Varied): number {
  return isWhole ? value : Number(value.toPrecision(2));
}
