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

/** Another number in the same words, to six significant digits. */
export function putTogether({ before, after }: WrittenNumber, number: number): string {
  return `${before}${Number(number.toPrecision(6))}${after}`;
}
