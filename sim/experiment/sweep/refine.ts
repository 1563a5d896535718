/** Points on a line along one axis, from the lowest to the highest. */
export interface Line<Point> {
  /** Place of the axis among the coordinates. */
  readonly axis: number;
  readonly points: readonly Point[];
}

/** Where a point is: a number on each axis. */
export interface Placed {
  readonly place: readonly number[];
}

/** An axis of the space that is searched. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** A gap narrower than this share of the range is not divided any further. */
export const NARROWEST = 1 / 128;

/**
 * Looks closer where something changes: again and again the widest gap between neighbours across which `isCliff` sees a
 * change is halved, the first of equally wide ones, until no gap can be halved or `extra` points have been examined.
 * Each cliff is thus known half as wide with every point spent on it, and smooth stretches cost nothing. Returns lines
 * with the new points in their order. Ends early, with what it has, where `examine` gives undefined.
 */
export async function refine<Point extends Placed>(of: {
  readonly lines: readonly Line<Point>[];
  readonly spans: readonly Span[];
  readonly extra: number;
  readonly isCliff: (a: Point, b: Point, axis: number) => boolean;
  readonly examine: (place: readonly number[]) => Promise<Point | undefined>;
}): Promise<Line<Point>[]> {
  const lines = [...of.lines];
  for (let spent = 0; spent < of.extra; spent++) {
    const gap = widestCliff(lines, of);
    if (gap === undefined) break;
    const { axis, points } = lines[gap.line]!;
    const point = await of.examine(points[gap.after]!.place.with(axis, gap.middle));
    if (point === undefined) break;
    lines[gap.line] = { axis, points: points.toSpliced(gap.after + 1, 0, point) };
  }
  return lines;
}

/** A gap that can be halved: behind which point of which line, and where. */
interface Gap {
  readonly line: number;
  readonly after: number;
  readonly middle: number;
}

function widestCliff<Point extends Placed>(
  lines: readonly Line<Point>[],
  of: { readonly spans: readonly Span[]; readonly isCliff: (a: Point, b: Point, axis: number) => boolean },
): Gap | undefined {
  let widest: Gap | undefined;
  let width = 0;
  lines.forEach(({ axis, points }, line) => {
    const span = of.spans[axis]!;
    points.slice(1).forEach((b, after) => {
      const a = points[after]!;
      const [low, high] = [a.place[axis]!, b.place[axis]!];
      const share = (high - low) / (span.to - span.from);
      const middle = middleOf(low, high, span);
      // Rounding must not make one gap wider than another of the same size.
      if (middle === undefined || share <= width * (1 + 1e-9) || !of.isCliff(a, b, axis)) return;
      widest = { line, after, middle };
      width = share;
    });
  });
  return widest;
}

/** The middle of a gap, as it can be written; undefined if it cannot be halved. */
function middleOf(low: number, high: number, { from, to, isWhole }: Span): number | undefined {
  const middle = isWhole ? Math.floor((low + high) / 2) : Number(((low + high) / 2).toPrecision(6));
  // A middle is rounded as it is written, so that halves are not exactly equal.
  const isWide = isWhole || (high - low) / (to - from) > 1.01 * NARROWEST;
  return isWide && middle > low && middle < high ? middle : undefined;
}
