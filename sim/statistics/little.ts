/**
 * Little's law on one window (Little 1961, "A proof for the queuing formula L = lambda W", Operations
 * Research 9).
 */
export interface LittleLaw {
  /** Time average of the number present. */
  readonly L: number;
  /** Arrivals in the window per minute. */
  readonly lambda: number;
  /** Mean minutes present of those who arrived in the window; not there if nobody did. */
  readonly W?: number;
  /**
   * L - lambda W. Exactly 0, but for rounding, if nobody is present when the window opens and closes;
   * otherwise the effect of its edges: who came before counts in L alone, and who leaves later counts in full
   * in W alone.
   */
  readonly residual: number;
}

/**
 * Little's law from the arrival and departure of each customer, `[customer]`, in minutes, on the window
 * [from, to). A customer without departure, still present at the end of all, is taken to leave when the
 * window closes. Throws a RangeError for unequal lengths, a departure before its arrival, or an empty window.
 */
export function littleLaw(of: {
  readonly arrivals: readonly number[];
  readonly departures: readonly (number | undefined)[];
  readonly from: number;
  readonly to: number;
}): LittleLaw {
  const { arrivals, departures, from, to } = of;
  if (!(to > from)) throw new RangeError(`a window from ${from} to ${to} is empty`);
  if (arrivals.length !== departures.length) {
    throw new RangeError(`${arrivals.length} arrivals and ${departures.length} departures`);
  }
  let presence = 0;
  let arrived = 0;
  let stay = 0;
  arrivals.forEach((arrival, customer) => {
    const departure = departures[customer] ?? Math.max(arrival, to);
    if (!(departure >= arrival)) {
      throw new RangeError(`customer ${customer} arrives at ${arrival} and departs at ${departure}`);
    }
    presence += Math.max(0, Math.min(departure, to) - Math.max(arrival, from));
    if (arrival >= from && arrival < to) {
      arrived++;
      stay += departure - arrival;
    }
  });
  const L = presence / (to - from);
  const lambda = arrived / (to - from);
  if (arrived === 0) return { L, lambda, residual: L };
  const W = stay / arrived;
  return { L, lambda, W, residual: L - lambda * W };
}
