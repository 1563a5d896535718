import type { Panel } from './chart.ts';
import { INK } from './theme.ts';

/**
 * The heading of a panel, always at the same height above the drawing, whatever the labels of its axis need.
 * Lines are separated by line breaks, the last one lowest.
 */
export function panelTitle(text: string, left = 0): Panel {
  const lines = text.split('\n');
  return {
    data: { values: [{}] },
    mark: {
      type: 'text',
      text: lines,
      align: 'left',
      baseline: 'bottom',
      fontSize: 13,
      lineHeight: 16,
      fontWeight: 'bold',
      color: INK,
    },
    encoding: { x: { value: left }, y: { value: -8 - 16 * (lines.length - 1) } },
  };
}
