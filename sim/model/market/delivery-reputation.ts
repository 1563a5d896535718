/** Share of customers left at a delivery delay of so many months (Forrester 1968, market growth model; source V56). */
const EFFECT_BY_MONTHS = [1, 0.97, 0.87, 0.73, 0.53, 0.38, 0.25, 0.15, 0.08];
/** The usual lead time stands in the table where Forrester's firm usually is: at two months. */
const USUAL_MONTHS = 2;

/**
 * What the market thinks of the firm's delivery delay, and what that leaves of the chance to win. The market takes time
 * to notice: it closes the gap to the present delay with the recognition lag as time constant. Nothing happens between
 * two notes, so the lag is caught up with whenever somebody asks.
 */
export class DeliveryReputation {
  private readonly weight: number;
  private readonly lag: number;
  private readonly usual: number;
  /** Minutes of delay at present, and as the market has it. */
  private present: number;
  private perceived: number;
  private caughtUpAt = 0;

  /** `weight` 0 is no effect, 1 the whole table; `lag` and the `usual` lead time in minutes. Starts at the usual one. */
  constructor(of: { readonly weight: number; readonly lag: number; readonly usual: number }) {
    this.weight = of.weight;
    this.lag = of.lag;
    this.usual = of.usual;
    this.present = of.usual;
    this.perceived = of.usual;
  }

  /** The delay from now on, in minutes. */
  note(delay: number, at: number): void {
    this.catchUp(at);
    this.present = delay;
  }

  /** What is left of the chance to win, against the usual delay: 1 there, less behind longer ones. */
  effect(at: number): number {
    this.catchUp(at);
    const left = tableAt((USUAL_MONTHS * this.perceived) / this.usual) / tableAt(USUAL_MONTHS);
    return 1 - this.weight * (1 - left);
  }

  private catchUp(at: number): void {
    this.perceived += (this.present - this.perceived) * -Math.expm1((this.caughtUpAt - at) / this.lag);
    this.caughtUpAt = at;
  }
}

/** Linear between the points of the table; beyond its end as at the end. */
function tableAt(months: number): number {
  const last = EFFECT_BY_MONTHS.length - 1;
  if (months >= last) return EFFECT_BY_MONTHS[last]!;
  const before = Math.floor(months);
  const [low, high] = [EFFECT_BY_MONTHS[before]!, EFFECT_BY_MONTHS[before + 1]!];
  return low + (high - low) * (months - before);
}
