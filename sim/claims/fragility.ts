import { settingOf } from './arms.ts';
import { crossingBetween, isInside, type Margin, type Probe } from './break-even.ts';
import type { Fragile } from './claim.ts';
import type { Setting } from '../scenario/override.ts';
import { putTogether } from './written-number.ts';

/** Where the verdict turns when the fragile assumption is varied. */
export interface BreakEven {
  /** In the words of the file: `20 min`; undefined if the verdict turns nowhere in the range. */
  readonly at: string | undefined;
  /** `market.x = 20 min`, or `none between 10 min and 40 min`. */
  readonly words: string;
  /** Sides on which the verdict turns, in words: `above 20 min`. */
  readonly flips: readonly string[];
  /** Everything that was tried, smallest first. */
  readonly probes: readonly Probe[];
}

/**
 * Looks for the values of the fragile assumption at which the estimate leaves or enters the region: between the
 * default and each end of the range on whose side it does. `atDefault` is undefined where the scenario has no one
 * number at the path; then only the ends tell.
 */
export async function findBreakEven(of: {
  readonly fragile: Fragile;
  readonly atDefault: Probe | undefined;
  /** Tries on each side at most. */
  readonly steps: number;
  readonly marginWith: (setting: Setting) => Promise<Margin>;
}): Promise<BreakEven> {
  const { fragile, atDefault, steps } = of;
  const tried: Probe[] = [];
  const say = (value: number): string => putTogether(fragile.from, value);
  const probe = async (value: number): Promise<Probe> => {
    const at = Number(value.toPrecision(4));
    const found = { at, margin: await of.marginWith(settingOf(fragile.path, say(at))) };
    tried.push(found);
    return found;
  };
  const [low, high] = await Promise.all([probe(fragile.from.number), probe(fragile.to.number)]);
  const brackets = bracketsOf(low, high, atDefault);
  const crossings = await Promise.all(
    brackets.map(async ([near, far]) => {
      const crossing = await crossingBetween({ near, far, steps, isWhole: fragile.isWhole, probe });
      const side = far.at > near.at ? 'above' : 'below';
      // The first whole number on the far side is already beyond.
      const words = fragile.isWhole ? (side === 'above' ? 'from' : 'up to') : side;
      return { at: crossing.at, words: `${words} ${say(threeDigits(crossing.at))}` };
    }),
  );
  tried.sort((a, b) => a.at - b.at);
  const from = atDefault?.at ?? low.at;
  crossings.sort((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from));
  const range = `${say(fragile.from.number)} and ${say(fragile.to.number)}`;
  const at = crossings[0] === undefined ? undefined : say(threeDigits(crossings[0].at));
  return {
    at,
    words: at === undefined ? `none between ${range}` : `${fragile.path} = ${at}`,
    flips: crossings.map(({ words }) => `with ${fragile.path} ${words}`),
    probes: tried,
  };
}

/** Pairs between which the margin passes 0, the one nearer to the default first. */
function bracketsOf(low: Probe, high: Probe, atDefault: Probe | undefined): (readonly [Probe, Probe])[] {
  const differ = (a: Probe, b: Probe): boolean => isInside(a.margin) !== isInside(b.margin);
  if (atDefault === undefined) return differ(low, high) ? [[low, high]] : [];
  return [low, high].filter((end) => differ(atDefault, end)).map((end) => [atDefault, end] as const);
}

/** A break-even from a few replications is not known better than this. */
function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}
