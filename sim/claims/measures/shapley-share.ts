import { jackknife } from '../../statistics/jackknife.ts';
import { shapleyValues } from '../../statistics/shapley.ts';
import { coalitionName } from '../claim.ts';
import { completed } from '../figures.ts';
import type { MeasureText } from '../format/measures.ts';
import type { Sample } from '../sample.ts';
import { measuredOf, type Measured } from './measured.ts';
import { rowsOf } from './smooth.ts';

type ShapleyText = Extract<MeasureText, { readonly kind: 'shapley' }>;

/** Names of the arms of all coalitions, in the order in which `shapleyValues` takes them. */
export function coalitionsOf({ base, switches }: ShapleyText): string[] {
  const names = Object.keys(switches);
  return Array.from({ length: 1 << names.length }, (_, members) =>
    coalitionName(
      base,
      names.filter((_name, i) => (members & (1 << i)) !== 0),
    ),
  );
}

/** The share of a switch in the gain of all, or its lead over the largest other share. */
export function measureShapley(measure: ShapleyText, sample: Sample): Measured {
  const names = Object.keys(measure.switches);
  const figures = coalitionsOf(measure).map((arm) => completed({ ...measure.of, arm })!);
  const { rows, leftOut } = rowsOf(figures, sample);
  const sharesOf = (worth: readonly number[]): number[] => {
    const gain = worth.at(-1)! - worth[0]!;
    return shapleyValues(worth).map((value) => value / gain);
  };
  const own = names.indexOf(measure.switch);
  const shares = names.map((_, i) => jackknife(rows, (worth) => sharesOf(worth)[i]!));
  // The strongest rival is chosen once, so that the lead is a smooth function of the means.
  const rival = names
    .map((_, i) => i)
    .filter((i) => i !== own)
    .reduce(
      (best, i) => ((shares[i]!.mean ?? -Infinity) > (shares[best]!.mean ?? -Infinity) ? i : best),
      own === 0 ? 1 : 0,
    );
  const lead = jackknife(rows, (worth) => {
    const all = sharesOf(worth);
    return all[own]! - all[rival]!;
  });
  return measuredOf(measure.ask === 'share' ? shares[own]! : lead, {
    unit: 'share',
    leftOut,
    details: names.map((label, i) => {
      const { mean = NaN, lower, upper } = shares[i]!;
      return { label, value: mean, ci95: lower === undefined ? undefined : [lower, upper!] };
    }),
  });
}
