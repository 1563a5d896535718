/** Where two documents begin to differ. */
export interface Difference {
  /** Keys and indices with dots between; empty if the whole is another. */
  readonly path: string;
  /** As JSON; undefined where one has nothing there. */
  readonly stored: unknown;
  readonly now: unknown;
}

/**
 * The first place at which two JSON documents differ, in the order of the stored one; undefined if they are equal. The
 * order of keys does not count.
 */
export function firstDifference(
  stored: unknown,
  now: unknown,
  path: readonly string[] = [],
): Difference | undefined {
  if (Object.is(stored, now)) return undefined;
  const isComparable =
    isContainer(stored) && isContainer(now) && Array.isArray(stored) === Array.isArray(now);
  if (!isComparable) return { path: path.join('.'), stored, now };
  const keys = new Set([...Object.keys(stored), ...Object.keys(now)]);
  for (const key of keys) {
    const found = firstDifference(stored[key], now[key], [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
