import { meanInterval } from '../../statistics/mean-interval.ts';
import { individualConfidence } from '../../statistics/bonferroni.ts';
import { pairedDifference } from '../../statistics/paired-difference.ts';
import { completed, type Figure } from '../figures.ts';
import { expanded, type Experiment } from '../claim.ts';
import type { MeasureText } from '../format/measures.ts';
import { readFigure, type Sample } from '../sample.ts';
import { measuredOf, type Detail, type Measured } from './measured.ts';
import { unitOf } from './units.ts';

type Of<Kind extends MeasureText['kind']> = Extract<MeasureText, { readonly kind: Kind }>;
type Families = Pick<Experiment, 'families'>;

/** Figures of arms that are compared, and where each stands on the scale of the family. */
interface Row {
  readonly names: readonly string[];
  /** Shape [arm][replication]. */
  readonly columns: readonly (readonly number[])[];
  readonly unit: string;
}

/**
 * The arm with the largest or the smallest mean, given by its value in the family or by its place in the list, from 1.
 * The interval spans all arms whose paired difference from the best one is not beyond error (t, Bonferroni over the
 * comparisons).
 */
export function measureBest(measure: Of<'best'>, sample: Sample, { families }: Families): Measured {
  const { names, columns } = rowOf(measure, measure.arms, sample, families);
  const sign = measure.find === 'largest' ? 1 : -1;
  const means = columns.map((column) => sign * (meanOf(column) ?? -Infinity));
  const best = means.indexOf(Math.max(...means));
  const confidence = individualConfidence({ confidence: 0.95, comparisons: names.length - 1 });
  const isInTheRace = names.map((_, i) => {
    if (i === best) return true;
    const { interval } = pairedDifference({ a: columns[i]!, b: columns[best]!, confidence });
    return interval.lower === undefined || (sign > 0 ? interval.lower <= 0 : interval.upper! >= 0);
  });
  const values = valuesOf(measure.arms, names, families);
  const inTheRace = values.filter((_, i) => isInTheRace[i]);
  return measuredOf(
    {
      n: columns[best]!.length,
      mean: values[best]!,
      lower: Math.min(...inTheRace),
      upper: Math.max(...inTheRace),
    },
    { unit: 'number', details: meansOf(names, columns) },
  );
}

/** Last less first, paired; a step that goes against that beyond error (t, Bonferroni over the steps) is an objection. */
export function measureTrend(measure: Of<'trend'>, sample: Sample, { families }: Families): Measured {
  const { names, columns, unit } = rowOf(measure, measure.arms, sample, families);
  const { interval, leftOut } = pairedDifference({ a: columns[0]!, b: columns.at(-1)! });
  const direction = Math.sign(interval.mean ?? 0);
  const confidence = individualConfidence({ confidence: 0.95, comparisons: names.length - 1 });
  const against = names.slice(1).find((_, i) => {
    const step = pairedDifference({ a: columns[i]!, b: columns[i + 1]!, confidence }).interval;
    if (step.lower === undefined) return false;
    return direction > 0 ? step.upper! < 0 : step.lower > 0;
  });
  const objection =
    against === undefined ? undefined : `not monotone: the step to ${against} goes the other way`;
  return measuredOf(interval, { unit, leftOut, objection, details: meansOf(names, columns) });
}

/** Share of the named arms that are in the worst part when all are ranked, largest first; mean over replications. */
export function measureRanking(measure: Of<'ranking'>, sample: Sample, { families }: Families): Measured {
  const { names, columns } = rowOf(measure, measure.arms, sample, families);
  const named = expanded(measure.named, families);
  const worstCount = Math.round(measure.worst * names.length);
  const replications = Math.min(...columns.map(({ length }) => length));
  const shares = Array.from({ length: replications }, (_, replication) => {
    const order = names
      .map((name, i) => ({ name, value: columns[i]![replication]! }))
      .sort((a, b) => b.value - a.value);
    const worst = order.slice(order.length - worstCount).map(({ name }) => name);
    return named.filter((name) => worst.includes(name)).length / named.length;
  });
  return measuredOf(meanInterval(shares), { unit: 'share', details: meansOf(names, columns) });
}

function rowOf(
  { of }: { readonly of: Of<'best'>['of'] },
  arms: readonly string[],
  sample: Sample,
  families: Families['families'],
): Row {
  const names = expanded(arms, families);
  const figureOf = (arm: string): Figure => completed({ ...of, arm })!;
  return {
    names,
    columns: names.map((name) => readFigure(figureOf(name), sample)),
    unit: unitOf(figureOf(names[0]!), sample.get(names[0]!)!.scenario),
  };
}

/** Where each arm stands: the value of its family if that is a number, otherwise its place from 1. */
function valuesOf(
  arms: readonly string[],
  names: readonly string[],
  families: Families['families'],
): readonly number[] {
  const family = arms.length === 1 ? families.get(arms[0]!) : undefined;
  const values = family?.values.map((value) => Number(value));
  return values?.every(Number.isFinite) === true ? values : names.map((_, i) => i + 1);
}

function meansOf(names: readonly string[], columns: Row['columns']): Detail[] {
  return names.map((label, i) => {
    const { mean = NaN, lower, upper } = meanInterval(columns[i]!.filter(Number.isFinite));
    return { label, value: mean, ci95: lower === undefined ? undefined : [lower, upper!] };
  });
}

function meanOf(column: readonly number[]): number | undefined {
  return meanInterval(column.filter(Number.isFinite)).mean;
}
