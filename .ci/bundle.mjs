// Bundles the command line for a fast start, and writes down what it was built from. Runs after tsc.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

function commit() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

// Bundles of earlier builds have other names.
rmSync('dist/bin', { recursive: true, force: true });

await build({
  entryPoints: { salesworks: 'sim/cli/main.ts', worker: 'sim/experiment/worker.ts' },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  tsconfig: 'tsconfig.json',
  minifySyntax: true,
  // Heavy or native libraries are loaded from node_modules, and only by the commands that need them.
  external: [
    'vega',
    'vega-lite',
    'vega-interpreter',
    '@resvg/resvg-js',
    '@hpcc-js/wasm-graphviz',
    'us-atlas',
    'topojson-client',
    'piscina',
    'bullmq',
    'ioredis',
    '@stdlib/*',
  ],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
writeFileSync('dist/build.json', `${JSON.stringify({ version, commit: commit() }, null, 2)}\n`);
