// Copies every figure of stored results, as SVG, into docs/charts: `npm run build && node .ci/gallery.mjs RESULT.json ...`.
// Takes what `report --format svg` takes: results of compare and transition, and of sweep, sensitivity and claims that have
// a chart. The first result that has a figure gives its picture. It simulates nothing, writes nothing into docs/charts.md,
// and names the pictures in the folder of which no result had one: these stay as they are.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join('docs', 'charts');
mkdirSync(folder, { recursive: true });
const drawn = new Set();
for (const result of process.argv.slice(2)) {
  const out = mkdtempSync(join(tmpdir(), 'gallery-'));
  execFileSync('node', ['dist/bin/salesworks.js', 'report', result, '--format', 'svg', '--out', out]);
  for (const name of readdirSync(join(out, 'charts'))) {
    if (drawn.has(name)) continue;
    drawn.add(name);
    copyFileSync(join(out, 'charts', name), join(folder, name));
  }
  rmSync(out, { recursive: true });
}
for (const name of readdirSync(folder))
  if (!drawn.has(name)) process.stdout.write(`${name}: not drawn again\n`);
if (!existsSync(join('docs', 'charts.md'))) process.exitCode = 1;
