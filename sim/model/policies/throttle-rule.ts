/** Shares of the buffer at which the release of work stops, and at which it begins again. */
const STOP = 2 / 3;
const RESUME = 1 / 3;

/**
 * Whether work is held back, given what waits before the drum and how much may: from the last third of the buffer on,
 * until the level is back in the first third. In between it stays as it is (hysteresis, so that the rope is not pulled
 * at every order). Buffers in thirds: Cox and Schleier (eds.) 2010, Theory of Constraints Handbook, chapter 21.
 */
export function isHeldBack(
  wasHeldBack: boolean,
  { level, buffer }: { level: number; buffer: number },
): boolean {
  if (level > STOP * buffer) return true;
  if (level < RESUME * buffer) return false;
  return wasHeldBack;
}
