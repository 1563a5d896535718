/** A number with what is written around it: `20 min`, `$130k`. */
export interface WrittenNumber {
  readonly before: string;
  readonly number: number;
  readonly after: string;
}

/** Takes a quantity apart; undefined if there is no number in it. */
export function takenApart(text: string): WrittenNumber | undefined {
  const match = /^([^\d.+-]*)([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(.*)$/.exec(text.trim());
  return match === null ? undefined : { before: match[1]!, number: Number(match[2]), after: match[3]! };
}

/** Another number in the same words, to six significant digits: `1 day` in the words of `20 days`. */
export function putTogether({ before, after }: WrittenNumber, number: number): string {
  const unit = number === 1 ? after.replace(/^( [a-z-]+)s$/, '$1') : after;
  return `${before}${Number(number.toPrecision(6))}${unit}`;
}

/** Both ends of a range in the same words, `1 day` and `20 days` too; undefined if they are in different units. */
export function rangeOf(
  low: string,
  high: string,
): { readonly from: WrittenNumber; readonly to: WrittenNumber } | undefined {
  const [from, to] = [takenApart(low), takenApart(high)];
  if (from === undefined || to === undefined || from.before !== to.before) return undefined;
  const [shorter, longer] =
    from.after.length <= to.after.length ? [from.after, to.after] : [to.after, from.after];
  if (longer !== shorter && longer !== `${shorter}s`) return undefined;
  return { from: { ...from, after: longer }, to: { ...to, after: longer } };
}
