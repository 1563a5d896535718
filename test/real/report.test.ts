import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../reports/write-report.ts';
import { renamed, smallResult } from '../reports/small-result.ts';
import { startBrowser } from './browser.ts';

const LONG_NAMES = ['a-name-without-any-space-as-long-as-names-may-be', '<b>divided</b> & "labour"'];
const folder = mkdtempSync(join(tmpdir(), 'salesworks-report-'));
let browser: Browser;

beforeAll(async () => {
  write('plain', await renderReport(smallResult()));
  write('hostile', await renderReport(renamed(smallResult(), LONG_NAMES)));
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [file, content] of files) {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** A page with the report, and whatever the browser complained of or asked for on the way. */
async function opened(
  name: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, name, 'report.html')).href);
  return { page, complaints, requests };
}

interface ShownChart {
  readonly id: string;
  /** Drawings that have a size. */
  readonly shown: number;
  /** Whether they are within their card. */
  readonly inside: boolean;
  /** Height of the smallest text, in pixels. */
  readonly smallest: number;
}

// What runs in the browser is written as text: this project is compiled without the types of a browser.
const SHOWN_CHARTS = `[...document.querySelectorAll('figure')].map((figure) => {
  const boxes = [...figure.querySelectorAll('.drawing > svg')].map((svg) => svg.getBoundingClientRect());
  const shown = boxes.filter((box) => box.width > 0 && box.height > 0);
  const card = figure.getBoundingClientRect();
  const inside = shown.every((box) => box.left >= card.left - 1 && box.right <= card.right + 1);
  const sizes = [...figure.querySelectorAll('svg text')]
    .map((text) => text.getBoundingClientRect().height)
    .filter((height) => height > 0);
  return { id: figure.id, shown: shown.length, inside, smallest: Math.min(...sizes) };
})`;

const TEXTS_OUTSIDE = `[...document.querySelectorAll('.drawing.wide svg')].flatMap((svg) => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')]
    .filter((text) => {
      const { left, right, top, bottom, width } = text.getBoundingClientRect();
      const isOut = left < box.left - 2 || right > box.right + 2;
      return width > 0 && (isOut || top < box.top - 2 || bottom > box.bottom + 2);
    })
    .map((text) => text.textContent);
})`;

// Texts upon filled areas have inks that were chosen for those; what stands on the sheet has to stand out from it.
const FAINT_TEXTS = `(() => {
  const channels = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return [...document.querySelectorAll('.drawing.wide')].flatMap((drawing) => {
    const sheet = luminance(getComputedStyle(drawing).backgroundColor);
    return [...drawing.querySelectorAll('svg text')].flatMap((text) => {
      const { fill } = getComputedStyle(text);
      if (fill === 'rgb(255, 255, 255)' || fill === 'rgb(0, 0, 0)' || text.textContent === '') return [];
      const [low, high] = [sheet, luminance(fill)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05) < 4.4 ? [text.textContent + ' in ' + fill] : [];
    });
  });
})()`;

describe.each(['plain', 'hostile'])('the report with %s names in a browser', (name) => {
  it.each([
    [1400, 'light'],
    [1400, 'dark'],
    [400, 'light'],
    [400, 'dark'],
  ] as const)('opens without complaint and asks for nothing at %i px, %s', async (width, scheme) => {
    const { page, complaints, requests } = await opened(name, width, scheme);
    expect(complaints).toEqual([]);
    const others = requests.filter((url) => !url.startsWith('data:') && !url.endsWith('/report.html'));
    expect(others).toEqual([]);
    // The style sheet is in force: without it the page would have the browser's own margins.
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
    expect(await page.evaluate(`document.fonts.check('16px "Atkinson Hyperlegible"')`)).toBe(true);
    await page.close();
  });

  it.each([1400, 700, 400, 320])('does not scroll sideways at %i px', async (width) => {
    const { page } = await opened(name, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it.each([1400, 400])('shows every chart once at %i px, whole and large enough to read', async (width) => {
    const { page } = await opened(name, width);
    const charts = await page.evaluate<ShownChart[]>(SHOWN_CHARTS);
    expect(charts.length).toBeGreaterThanOrEqual(8);
    expect(charts.filter(({ shown, inside }) => shown !== 1 || !inside)).toEqual([]);
    // Height of a line of text in pixels: a chart that had to be shrunk much is not readable.
    expect(charts.filter(({ smallest }) => smallest < 9)).toEqual([]);
    await page.close();
  });

  it('keeps the texts of every drawing within the drawing', async () => {
    const { page } = await opened(name, 1400);
    const outside = await page.evaluate<string[]>(TEXTS_OUTSIDE);
    expect(outside).toEqual([]);
    await page.close();
  });

  it('opens a definition with one click and can go back', async () => {
    const { page } = await opened(name, 1400);
    const link = page.locator('#figures a[href="#definition-cycle-time"]').first();
    await link.click();
    const definition = `document.getElementById('definition-cycle-time')`;
    expect(await page.evaluate(`${definition}.matches(':target')`)).toBe(true);
    await expect
      .poll(() => page.evaluate(`${definition}.getBoundingClientRect().top`), { timeout: 5000 })
      .toBeLessThan(900);
    await page.goBack();
    expect(page.url()).not.toContain('#');
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'has texts that stand out from the sheet of their drawing, %s',
    async (scheme) => {
      const { page } = await opened(name, 1400, scheme);
      const faint = await page.evaluate<string[]>(FAINT_TEXTS);
      expect(faint).toEqual([]);
      await page.close();
    },
  );

  it('is light in print, whatever the scheme', async () => {
    const { page } = await opened(name, 1400, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.drawing')).backgroundColor`)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate<string[]>(FAINT_TEXTS)).toEqual([]);
    await page.close();
  });

  it('leads somewhere with every link', async () => {
    const { page } = await opened(name, 400);
    const dead = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
        .filter((href) => !href.startsWith('#') || document.getElementById(href.slice(1)) === null)`,
    );
    expect(dead).toEqual([]);
    await page.close();
  });

  it('lets the keyboard reach tables that scroll', async () => {
    const { page } = await opened(name, 400);
    const table = `document.querySelector('#saturation .scroll')`;
    const isReached = `document.activeElement === ${table}`;
    for (let tabs = 0; tabs < 200 && !(await page.evaluate<boolean>(isReached)); tabs++) {
      await page.keyboard.press('Tab');
    }
    expect(await page.evaluate<boolean>(isReached)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate<number>(`${table}.scrollLeft`)).toBeGreaterThan(0);
    await page.close();
  });

  it('opens the hours of every role on a click', async () => {
    const { page } = await opened(name, 1400);
    const table = page.locator('#hours table');
    expect(await table.isVisible()).toBe(false);
    await page.locator('#hours summary').click();
    expect(await table.isVisible()).toBe(true);
    await page.close();
  });
});
