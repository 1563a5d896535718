import type { Cliffs, Examined } from './cliffs.ts';
import type { Line, Placed } from './refine.ts';
import type { HandOver, Jump, SweepLine } from './sweep-result.ts';

/** How places of points are told. */
export interface Describe {
  readonly pathOf: (axis: number) => string;
  /** A number of an axis as it is written in a scenario. */
  readonly value: (axis: number, number: number) => string | number;
  /** By path, the values of a point without that of the axis. */
  readonly where: (point: Placed, axis: number) => SweepLine['where'];
}

/** Where the constraint is shown to be one group, and the next time that it is shown to be any, another one. */
export function handOversOf(lines: readonly Line<Examined>[], describe: Describe): HandOver[] {
  return lines.flatMap(({ axis, points }) => {
    const found: HandOver[] = [];
    let last: Examined | undefined;
    let undecided = 0;
    for (const point of points) {
      const to = point.constraint.is;
      if (to === null) {
        undecided++;
        continue;
      }
      const from = last?.constraint.is;
      if (last !== undefined && from !== undefined && from !== null && from !== to) {
        found.push({
          ...lineOf(point, axis, describe),
          from,
          to,
          ...between(last, point, axis, describe),
          undecided,
        });
      }
      last = point;
      undecided = 0;
    }
    return found;
  });
}

/** Where metrics jump between neighbours. */
export function jumpsOf(lines: readonly Line<Examined>[], cliffs: Cliffs, describe: Describe): Jump[] {
  return lines.flatMap(({ axis, points }) =>
    points.slice(1).flatMap((b, i) => {
      const a = points[i]!;
      return cliffs.jumps(a, b, axis).map(({ metric, difference }): Jump => ({
        ...lineOf(a, axis, describe),
        metric: metric.entry.id,
        ...between(a, b, axis, describe),
        difference: difference.mean!,
        ci95: difference.ci95!,
        unit: difference.unit,
      }));
    }),
  );
}

function lineOf(point: Placed, axis: number, describe: Describe): SweepLine {
  return { along: describe.pathOf(axis), where: describe.where(point, axis) };
}

function between(a: Placed, b: Placed, axis: number, { value }: Describe): Pick<Jump, 'between'> {
  return { between: [value(axis, a.place[axis]!), value(axis, b.place[axis]!)] };
}
