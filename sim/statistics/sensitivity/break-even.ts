/** How far inside the region in which a claim holds: above 0 inside, below 0 outside, in (-1, 1). */
export type Margin = number;

/** A value of the assumption and the margin there. */
export interface Probe {
  readonly at: number;
  readonly margin: Margin;
}

/** Where the margin passes 0 between two probes, as well as it is known. */
export interface Crossing {
  /** For whole numbers the first one on the far side. */
  readonly at: number;
  /** The probes on either side of it. */
  readonly near: number;
  readonly far: number;
}

/**
 * Looks for the value between two probes at which the margin passes 0, by regula falsi with the Illinois step
 * (Dowell and Jarratt 1971, "A modified regula falsi method", BIT 11, p. 168-174), which never leaves the bracket.
 * The margins of the probes lie on different sides of 0. Gives up after `steps` tries and interpolates.
 */
export async function crossingBetween(of: {
  readonly near: Probe;
  readonly far: Probe;
  readonly steps: number;
  /** Whether only whole values can be tried. */
  readonly isWhole: boolean;
  /** Tries a value, or one very near to it that is shorter to write. */
  readonly probe: (value: number) => Promise<Probe>;
}): Promise<Crossing> {
  const { steps, isWhole, probe } = of;
  const tolerance = 0.01 * Math.abs(of.far.at - of.near.at);
  let { near, far } = of;
  let [nearWeight, farWeight] = [near.margin, far.margin];
  for (let step = 0; step < steps; step++) {
    if (isWhole ? Math.abs(far.at - near.at) <= 1 : Math.abs(far.at - near.at) <= tolerance) break;
    const at = tried(
      interpolated(near.at, nearWeight, far.at, farWeight, LEAST_STEP),
      near.at,
      far.at,
      isWhole,
    );
    const found = await probe(at);
    if (isInside(found.margin) === isInside(near.margin)) {
      near = found;
      nearWeight = found.margin;
      farWeight /= 2;
    } else {
      far = found;
      farWeight = found.margin;
      nearWeight /= 2;
    }
  }
  const at = isWhole ? far.at : interpolated(near.at, near.margin, far.at, far.margin, 0);
  return { at, near: near.at, far: far.at };
}

export function isInside(margin: Margin): boolean {
  return margin > 0;
}

/** A margin that jumps would draw every try to one end: none is nearer to an end than this share of the bracket. */
const LEAST_STEP = 0.1;

function interpolated(a: number, marginAtA: number, b: number, marginAtB: number, edge: number): number {
  const share = marginAtA === marginAtB ? 0.5 : marginAtA / (marginAtA - marginAtB);
  return a + (b - a) * Math.min(1 - edge, Math.max(edge, share));
}

/** The value itself, or the whole one that is strictly between the ends. */
function tried(value: number, a: number, b: number, isWhole: boolean): number {
  if (!isWhole) return value;
  return Math.min(Math.max(Math.round(value), Math.min(a, b) + 1), Math.max(a, b) - 1);
}
