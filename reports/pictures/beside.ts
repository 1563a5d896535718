import { mark } from './marks.ts';
import type { Drawing } from './picture.ts';

const GAP = 36;

/** Drawings beside one another, so many in a row; each stands in the middle of its column. */
export function beside(drawings: readonly Drawing[], columns: number): Drawing {
  const inRow = Math.min(columns, drawings.length);
  const columnWidth = Math.max(0, ...drawings.map(({ width }) => width));
  const placed: string[] = [];
  let y = 0;
  for (let first = 0; first < drawings.length; first += inRow) {
    const row = drawings.slice(first, first + inRow);
    row.forEach(({ width, marks }, i) => {
      const x = i * (columnWidth + GAP) + (columnWidth - width) / 2;
      placed.push(mark('g', { transform: `translate(${Math.round(x)},${Math.round(y)})` }, marks));
    });
    y += Math.max(...row.map(({ height }) => height)) + GAP;
  }
  return {
    width: inRow * columnWidth + Math.max(0, inRow - 1) * GAP,
    height: Math.max(0, y - GAP),
    marks: placed.join(''),
  };
}
