import type { Panel } from './chart.ts';
import { rounded } from './smoothing.ts';
import { FAINT_INK } from './theme.ts';

/** A range of values that means something of its own. */
export interface LevelZone {
  readonly name: string;
  readonly from: number;
  /** Infinity for a range without an end. */
  readonly to: number;
  readonly hue: string;
}

/** Below this many pixels a zone has no room for its name. */
const LEAST_ROOM = 13;

/**
 * Zones of the value axis, which begins at 0: shaded, with a dotted line between them, and named at their right end, so
 * that their hue is not all that tells them apart. `width` and `height` are those of the
 * panel, in pixels; nothing without zones.
 */
export function levelZones(
  zones: readonly LevelZone[],
  { top, width, height }: { readonly top: number; readonly width: number; readonly height: number },
): Panel[] {
  if (zones.length === 0) return [];
  const drawn = zones
    .filter(({ from }) => from < top)
    .map(({ name, from, to, hue }) => {
      const end = Math.min(to, top);
      const hasRoom = ((end - from) / top) * height >= LEAST_ROOM;
      return {
        hue,
        name: hasRoom ? name : '',
        from: rounded(from),
        to: rounded(end),
        middle: rounded((from + end) / 2),
      };
    });
  const data = { values: drawn };
  return [
    {
      data,
      mark: { type: 'rect', fillOpacity: 0.16 },
      encoding: {
        x: { value: 0 },
        x2: { value: width },
        y: { field: 'from', type: 'quantitative' },
        y2: { field: 'to' },
        fill: { field: 'hue', type: 'nominal', scale: null },
      },
    },
    {
      data: { values: drawn.slice(1) },
      mark: { type: 'rule', color: FAINT_INK, strokeWidth: 1, strokeDash: [1, 3] },
      encoding: { x: { value: 0 }, x2: { value: width }, y: { field: 'from', type: 'quantitative' } },
    },
    {
      data,
      mark: { type: 'text', align: 'left', color: FAINT_INK, dx: 6 },
      encoding: {
        x: { value: width },
        y: { field: 'middle', type: 'quantitative' },
        text: { field: 'name' },
      },
    },
  ];
}
