import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureIds } from '../../reports/write-report.ts';
import { smallResult } from './small-result.ts';

describe('the page of charts in the handbook', () => {
  it('names every figure of a comparison and shows its picture', async () => {
    const page = readFileSync('docs/charts.md', 'utf8');
    for (const id of await figureIds(smallResult())) {
      expect(page).toContain(`\`${id}\``);
      expect(page).toContain(`(charts/${id}.svg)`);
      expect(existsSync(`docs/charts/${id}.svg`), id).toBe(true);
    }
  });
});
