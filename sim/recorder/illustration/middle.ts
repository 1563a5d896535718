/** The one in the middle of those given in order, the lower one of two; undefined if there is none. */
export function lowerMiddle<One>(sorted: readonly One[]): One | undefined {
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
