import { proportionInterval } from '../../statistics/proportion.ts';
import { completed, figuresOfCondition } from '../figures.ts';
import type { ConditionText, MeasureText, SimpleCondition } from '../format/measures.ts';
import { figureOf, type Sample } from '../sample.ts';
import { measuredOf, type Measured } from './measured.ts';

/** Share of replications in which any of the conditions is true (score interval). */
export function measureShare(
  { anyOf }: Pick<Extract<MeasureText, { readonly kind: 'share' }>, 'anyOf'>,
  sample: Sample,
): Measured {
  const replications = Math.min(...[...sample.values()].map(({ runs }) => runs.length));
  const truths = Array.from({ length: replications }, (_, replication) =>
    anyOf.some((condition) => isTrue(condition, sample, replication)),
  );
  return shareOf(truths);
}

/** A share and its interval. */
export function shareOf(truths: readonly boolean[]): Measured {
  const { trials, estimate, lower, upper } = proportionInterval({
    successes: truths.filter(Boolean).length,
    trials: truths.length,
  });
  return measuredOf({ n: trials, mean: estimate, lower, upper }, { unit: 'share' });
}

/** Whether all that a condition says is true of one replication. */
export function isTrue(condition: ConditionText, sample: Sample, replication: number): boolean {
  return [condition, ...(condition.and ?? [])].every((each) => isTrueAlone(each, sample, replication));
}

function isTrueAlone(condition: SimpleCondition, sample: Sample, replication: number): boolean {
  const { above, below, exists, before } = condition;
  const onlyArm = sample.size === 1 ? [...sample.keys()][0] : undefined;
  const figures = figuresOfCondition(condition).map(({ figure, like }) => completed(figure, like, onlyArm)!);
  const read = (figure: (typeof figures)[number]): number => {
    const { scenario, runs } = sample.get(figure.arm)!;
    return figureOf(figure, scenario, runs[replication]!);
  };
  const [of, less] = figures;
  const value = read(of!) - (less === undefined ? 0 : read(less));
  const isThere = !Number.isNaN(value);
  if (exists !== undefined && exists !== isThere) return false;
  if (above !== undefined && !(value > above)) return false;
  if (below !== undefined && !(value < below)) return false;
  if (before === undefined) return true;
  const other = read({ ...of!, source: 'metric', id: before, plus: [] });
  return isThere && (Number.isNaN(other) || value < other);
}
