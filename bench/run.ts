/**
 * Measures everything side by side, each measurement in a process of its own, the peers in turns, and writes
 * bench/RESULTS.md with medians. Needs g++, Python 3 with SimPy, a build, and a machine that does nothing else.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROUNDS = 5;
const root = join(import.meta.dirname, '..');
mkdirSync(join(root, 'out'), { recursive: true });
const work = mkdtempSync(join(root, 'out', 'bench-'));
const salesworks = join(root, 'dist', 'bin', 'salesworks.js');
const one = join(work, 'one.mjs');
const simjs = join(work, 'simjs.mjs');
const cpp = join(work, 'priority_queue');

interface Contender {
  readonly name: string;
  readonly command: readonly string[];
}

type Figures = Readonly<Record<string, number>>;

/** Runs contenders in turns; medians of what each printed as JSON, and of its wall-clock seconds. */
function inTurns(contenders: readonly Contender[], rounds = ROUNDS): Figures[] {
  const results: Figures[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    contenders.forEach(({ command }, i) => {
      const start = performance.now();
      const [program, ...parameters] = command;
      const output = execFileSync(program!, parameters, {
        encoding: 'utf8',
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const seconds = (performance.now() - start) / 1000;
      results[i]!.push({ ...figuresIn(output), seconds });
    });
  }
  return results.map((figures) =>
    Object.fromEntries(Object.keys(figures[0]!).map((key) => [key, median(figures.map((row) => row[key]!))])),
  );
}

/** What a measurement has printed; nothing for a command that was only timed. */
function figuresIn(output: string): Figures {
  return output.startsWith('{"') ? (JSON.parse(output) as Figures) : {};
}

/** SimPy is Debian's: another Python that comes first does not have it. */
function pythonWithSimPy(): string {
  const candidates = ['python3', '/usr/bin/python3'];
  return candidates.find((name) => spawnSync(name, ['-c', 'import simpy']).status === 0) ?? 'python3';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const measured = (...parameters: readonly (string | number)[]): readonly string[] => [
  process.execPath,
  one,
  ...parameters.map(String),
];

function pendingEvents(): string {
  const rows = [100, 10_000, 1_000_000].map((pending) => {
    const [ours, flat, peer] = inTurns([
      { name: 'salesworks', command: measured('hold', 'salesworks', pending, 4_000_000) },
      { name: 'flatqueue', command: measured('hold', 'flatqueue', pending, 4_000_000) },
      { name: 'C++', command: [cpp, String(pending), '4000000'] },
    ]).map(({ nanoseconds }) => nanoseconds!) as [number, number, number];
    return [
      pending.toLocaleString('en'),
      ours.toFixed(0),
      flat.toFixed(0),
      peer.toFixed(0),
      (ours / flat).toFixed(2),
      (ours / peer).toFixed(2),
    ];
  });
  const head = ['events pending', 'salesworks', 'flatqueue', 'C++ priority_queue', 'to flatqueue', 'to C++'];
  return `## Pending-event set

Hold model, exponential increments, nanoseconds per hold. Ours and the C++ one keep ties in order, flatqueue does not.
Targets: at most 1 to flatqueue, at most 2 to C++.

${table(head, rows)}`;
}

function singleServer(): string {
  const customers = 1_000_000;
  const names = ['salesworks', 'simjs', 'SimPy'];
  const figures = inTurns(
    [
      { name: 'salesworks', command: measured('single-server', customers) },
      { name: 'simjs', command: [process.execPath, simjs, String(customers)] },
      {
        name: 'SimPy',
        command: [pythonWithSimPy(), join(root, 'bench/peers/single_server.py'), String(customers)],
      },
    ],
    3,
  );
  const rows = figures.map(({ perSecond, meanWait, megabytes }, i) => [
    names[i]!,
    Math.round(perSecond! / 1000).toLocaleString('en'),
    (figures[0]!.perSecond! / perSecond!).toFixed(1),
    meanWait!.toFixed(2),
    megabytes!.toFixed(0),
  ]);
  return `## M/M/1 at load 0.8, a million customers

With a person and a task queue of the model; theory says a mean wait of 4.00. Targets: 5 times faster than simjs, 25
times faster than SimPy.

${table(['program', 'thousand customers per second', 'salesworks is faster by', 'mean wait', 'peak MB'], rows)}`;
}

function fullModel(): string {
  const names = ['traditional', 'standard', 'selling-only'];
  const figures = inTurns(
    names.map((name) => ({ name, command: measured('full-model', name, 104, 3, 10) })),
    3,
  );
  const rows = figures.map(({ eventsPerSecond, events }, i) => [
    names[i]!,
    Math.round(events!).toLocaleString('en'),
    (eventsPerSecond! / 1e6).toFixed(2),
    ((events! / eventsPerSecond!) * 1000).toFixed(0),
  ]);
  return `## Full model

Shipped scenarios, 104 weeks, one thread; the first three of 13 replications are not counted. Target: 1.0.

${table(['scenario', 'events per run', 'million events per second', 'milliseconds per run'], rows)}`;
}

function wholeCompare(): string {
  const out = join(work, 'report');
  const command = [process.execPath, salesworks, 'compare', '--quiet', '--out', out];
  const [plain, withOneMore] = inTurns(
    [
      { name: 'without', command: [...command, '--one-more', '0'] },
      { name: 'default', command },
    ],
    1,
  );
  return `## The main job

\`compare\` with the shipped scenarios: 2 organisations x 100 replications x 104 weeks, statistics and report. Target:
60 seconds on two cores.

${table(
  ['command', 'seconds'],
  [
    ['`compare --one-more 0`', plain!.seconds!.toFixed(0)],
    ['`compare` (with one more head of each role)', withOneMore!.seconds!.toFixed(0)],
  ],
)}`;
}

function memory(): string {
  const [short, long] = inTurns(
    [100, 1000].map((weeks) => ({
      name: String(weeks),
      command: measured('full-model', 'standard', weeks, 0, 1),
    })),
    3,
  );
  const ratio = long!.megabytes! / short!.megabytes!;
  return `## Memory

One run of \`standard\`, peak MB of the process. Target: at most 1.3.

${table(
  ['100 weeks', '1000 weeks', 'ratio'],
  [[short!.megabytes!.toFixed(0), long!.megabytes!.toFixed(0), ratio.toFixed(2)]],
)}`;
}

function batches(): string {
  const few = 10;
  const all = 10_000;
  const [named, everything] = inTurns(
    [few, all].map((outputs) => ({
      name: `${outputs} outputs`,
      command: measured('overhead', 5, 40, 4, 2, outputs),
    })),
  );
  const [one, two] = inTurns(
    [1, 2].map((workers) => ({ name: `${workers}`, command: measured('batch', 5, 60, 26, workers) })),
  );
  const [large] = inTurns([{ name: 'large', command: measured('batch', 100, 100, 2, 1) }], 1);
  const row = (name: string, figure: string, target: string) => [name, figure, target];
  return `## Batches

Small runs of \`standard\`, ${named!.runMilliseconds!.toFixed(0)} milliseconds each. The overhead is what storing, summarising and exporting to CSV
add to simulating, in processor time; with all ${large!.outputs!.toFixed(0)} outputs of a run, 12 kB are written. Worker threads have heaps of their own.

${table(
  ['measurement', 'figure', 'target'],
  [
    row(`overhead with ${few} outputs`, `${(100 * named!.overhead!).toFixed(1)} %`, '3 %'),
    row('overhead with all outputs', `${(100 * everything!.overhead!).toFixed(1)} %`, ''),
    row('two workers, times as fast as one', (one!.batchSeconds! / two!.batchSeconds!).toFixed(2), '1.85'),
    row('peak MB of 10,000 runs with all outputs, one thread', large!.megabytes!.toFixed(0), '300'),
  ],
)}`;
}

function startUp(): string {
  const commands = [
    ['-e', '0'],
    [salesworks, '--help'],
    [salesworks, 'check', 'standard'],
  ];
  const [empty, help, check] = inTurns(
    commands.map((parameters) => ({
      name: parameters.join(' '),
      command: [process.execPath, ...parameters],
    })),
    15,
  ).map(({ seconds }) => seconds!) as [number, number, number];
  const row = (name: string, seconds: number, target: string) => [
    name,
    (1000 * seconds).toFixed(0),
    (seconds / empty).toFixed(2),
    target,
  ];
  return `## Start-up

Milliseconds of wall-clock time.

${table(
  ['command', 'ms', 'to an empty Node process', 'target'],
  [
    row('`node -e 0`', empty, ''),
    row('`salesworks --help`', help, '2.3'),
    row('`salesworks check standard`', check, '4'),
  ],
)}`;
}

try {
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20.19' } as const;
  const banner = {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  };
  const shared = {
    ...options,
    banner,
    external: ['@stdlib/*', 'simjs', 'piscina', 'hyparquet-writer'],
    tsconfig: join(root, 'tsconfig.json'),
  };
  await build({ ...shared, entryPoints: [join(root, 'bench/one.ts')], outfile: one });
  await build({ ...shared, entryPoints: [join(root, 'bench/peers/single-server-simjs.ts')], outfile: simjs });
  execFileSync('g++', ['-O2', '-o', cpp, join(root, 'bench/peers/priority_queue.cpp')]);
  const only = process.argv[2];
  const sections = { startUp, pendingEvents, singleServer, fullModel, memory, batches, wholeCompare };
  const texts: string[] = [];
  for (const [name, section] of Object.entries(sections)) {
    if (only !== undefined && only !== name) continue;
    texts.push(section());
    console.log(`${texts.at(-1)!}\n`);
  }
  if (only === undefined) {
    const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]!.model.trim()})`;
    const intro = `# Measurements

Made by \`npm run bench\`: medians of processes run in turns on ${machine}. Machines differ: the ratios count.`;
    writeFileSync(join(root, 'bench/RESULTS.md'), `${[intro, ...texts].join('\n\n')}\n`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
