import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, salesworks } from '../cli/salesworks.ts';
import { startBrowser } from './browser.ts';

/** Speedscope, a viewer of timelines in the trace event format of Chrome. It shows one thread at a time. */
const VIEWER = join(
  dirname(createRequire(import.meta.url).resolve('speedscope/package.json')),
  'dist/release/index.html',
);

const folder = emptyFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  const { code } = await salesworks(['trace', 'standard', '--weeks', '10', '--out', 'trace'], folder);
  expect(code).toBe(0);
});

afterAll(() => browser.close());

describe('the timeline of ten weeks', () => {
  it('opens in a viewer, with a track for every person', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const imported = page.waitForEvent('console', {
      predicate: (message) => /^import:/.test(message.text()),
      timeout: 60_000,
    });
    await page.goto(pathToFileURL(VIEWER).href);
    await page.locator('input[type=file]').setInputFiles(join(folder, 'trace/timeline.json'));
    await imported;
    // Its menu of threads, which opens on a click.
    const title = page.getByText(/\(pid 1\), salesperson 1 \(tid 1\)/).first();
    await title.waitFor();
    const shown = await page.locator('body').innerText();
    expect(complaints).toEqual([]);
    const { traceEvents } = JSON.parse(readFileSync(join(folder, 'trace/timeline.json'), 'utf8')) as {
      traceEvents: readonly { ph: string; pid: number; tid: number }[];
    };
    const tracks = new Set(traceEvents.filter(({ ph }) => ph === 'X').map(({ pid, tid }) => `${pid}/${tid}`));
    expect(shown).toContain(`(1/${tracks.size})`);
    // Two salespeople, two coordinators, four leaders, eight in customer service, ten in the works.
    expect(tracks.size).toBe(26);
    await page.close();
  });
});
