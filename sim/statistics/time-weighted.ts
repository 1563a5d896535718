/** What a quantity that jumps was over time. */
export interface TimeWeighted {
  /** Integral over time: unit of the values times minutes. */
  readonly area: number;
  /** Area over duration, in the unit of the values. */
  readonly average: number;
  /** Share of the time at each value; they add up to 1. */
  readonly fractions: ReadonlyMap<number, number>;
}

/**
 * Time average and state fractions of a quantity that is `values[i]` in [times[i], times[i + 1]) (Law 2015,
 * section 1.4.1). Times are minutes, one more than values, never back, and end after they begin; throws a
 * RangeError otherwise.
 */
export function timeWeighted(path: {
  readonly times: readonly number[];
  readonly values: readonly number[];
}): TimeWeighted {
  const { times, values } = path;
  if (times.length !== values.length + 1) {
    throw new RangeError(`${values.length} values need ${values.length + 1} times, not ${times.length}`);
  }
  const duration = times.at(-1)! - times[0]!;
  if (!(duration > 0)) throw new RangeError(`no average over a duration of ${duration} minutes`);
  let area = 0;
  const minutesAt = new Map<number, number>();
  values.forEach((value, i) => {
    const minutes = times[i + 1]! - times[i]!;
    if (!(minutes >= 0)) throw new RangeError(`time goes back from ${times[i]!} to ${times[i + 1]!}`);
    area += value * minutes;
    if (minutes > 0) minutesAt.set(value, (minutesAt.get(value) ?? 0) + minutes);
  });
  const fractions = new Map([...minutesAt].map(([value, minutes]) => [value, minutes / duration]));
  return { area, average: area / duration, fractions };
}
