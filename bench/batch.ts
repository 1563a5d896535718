import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportRuns } from '../sim/experiment/batch/export-runs.ts';
import type { Experiment } from '../sim/experiment/batch/load-experiment.ts';
import { ResultStore } from '../sim/experiment/batch/result-store.ts';
import { headerOf, runBatch } from '../sim/experiment/batch/run-batch.ts';
import { keysOf } from '../sim/experiment/batch/run-key.ts';
import { summariseRuns } from '../sim/experiment/batch/summarise-runs.ts';
import { replicate, type RunFigures } from '../sim/experiment/replicate.ts';
import { CATALOGUE } from '../sim/metrics/catalogue.ts';
import { loadScenario } from '../sim/scenario/load.ts';
import { peakMegabytes } from './peak-memory.ts';

export interface BatchSize {
  readonly points: number;
  readonly replications: number;
  readonly weeks: number;
}

export interface BatchResult {
  readonly runs: number;
  /** Wall-clock time of simulating, storing and summarising. */
  readonly batchSeconds: number;
  readonly megabytes: number;
  /** Of a run. */
  readonly outputs: number;
  /** Of the mean of one output over all points: whether the right thing was done. */
  readonly sum: number;
}

export interface OverheadResult {
  /** Processor time of simulating a run. */
  readonly runMilliseconds: number;
  /** What storing, summarising and exporting it adds, as a share of that. */
  readonly overhead: number;
  /** The same output from the summary and from the runs. */
  readonly sums: readonly [summary: number, runs: number];
}

const METRIC = 'payroll-per-year';
const PLACES = new Map(CATALOGUE.map(({ id }, place) => [id, place]));
const PLACE = PLACES.get(METRIC)!;

/** A batch with every output there is, in as many worker threads. */
export async function measureBatch(size: BatchSize, workers: number): Promise<BatchResult> {
  const experiment = experimentOf(size);
  const start = performance.now();
  const { runs, sum } = await inStore(experiment, (store) => runBatch({ experiment, store, workers }));
  return {
    runs,
    batchSeconds: (performance.now() - start) / 1000,
    megabytes: peakMegabytes(),
    outputs: experiment.outputs.length,
    sum,
  };
}

/**
 * Processor time of what a batch does with its runs, and of simulating them, in this thread, after one turn to warm up.
 * The difference of a batch and bare runs would be smaller than what a machine differs from itself.
 */
export async function measureOverhead(
  size: BatchSize,
  { rounds, outputs }: { readonly rounds: number; readonly outputs: number },
): Promise<OverheadResult> {
  const whole = experimentOf(size);
  // The output that is checked, and the first of the others.
  const others = whole.outputs.filter((id) => id !== METRIC);
  const experiment = { ...whole, outputs: [METRIC, ...others.slice(0, outputs - 1)] };
  const seconds = { simulating: 0, keeping: 0 };
  let sums: readonly [number, number] = [0, 0];
  for (let round = 0; round <= rounds; round++) {
    const start = cpuSeconds();
    const runs = runsOf(experiment);
    const between = cpuSeconds();
    const { sum } = await inStore(experiment, (store) => {
      for (const run of runs) store.add(kept(run, experiment, store));
    });
    const end = cpuSeconds();
    const alone = runs.reduce((total, { values }) => total + values[PLACE]!, 0) / size.replications;
    sums = [sum, alone];
    if (round === 0) continue;
    seconds.simulating += between - start;
    seconds.keeping += end - between;
  }
  return {
    runMilliseconds: (1000 * seconds.simulating) / (rounds * size.points * size.replications),
    overhead: seconds.keeping / seconds.simulating,
    sums,
  };
}

function experimentOf({ points, replications, weeks }: BatchSize): Experiment {
  const list = Array.from({ length: points }, (_, i) => {
    const factors = { 'market.opportunities.inflow': 0.5 + i / points };
    const overrides = ['run.warmUp=1', `run.weeks=${weeks}`, 'market.accounts.initial=60'];
    const set = Object.entries(factors).map(([path, value]) => `${path}=${value}`);
    const loaded = loadScenario({ reference: 'standard', overrides: [...overrides, ...set] });
    return { scenario: 'standard', sha256: loaded.sha256, factors, loaded };
  });
  const outputs = CATALOGUE.map(({ id }) => id);
  return { name: 'bench', points: list, bases: {}, replications, seed: 1, outputs, sha256: 'bench' };
}

/** Fills a store, and does with it what the command does. */
async function inStore(
  experiment: Experiment,
  fill: (store: ResultStore) => unknown,
): Promise<{ runs: number; sum: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'salesworks-bench-'));
  const header = headerOf(experiment, 'bench');
  const store = new ResultStore({ path: join(folder, 'runs.ndjson'), header, keyOf: keysOf(header) });
  try {
    await fill(store);
    const { replications } = experiment;
    const summary = summariseRuns(store, replications);
    await exportRuns({ store, replications, format: 'csv', path: join(folder, 'runs.csv') });
    const sum = summary.reduce((total, { outputs }) => total + outputs[METRIC]!.mean!, 0);
    return { runs: store.count, sum };
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

interface NumberedRun extends RunFigures {
  readonly point: number;
  readonly replication: number;
}

function runsOf({ points, replications, seed }: Experiment): NumberedRun[] {
  return Array.from({ length: points.length * replications }, (_, nth) => {
    const [point, replication] = [nth % points.length, Math.floor(nth / points.length)];
    const { scenario } = points[point]!.loaded;
    return { point, replication, ...replicate({ scenario, seed, replication }) };
  });
}

/** As a batch keeps it. */
function kept(
  { point, replication, values, tapeHash }: NumberedRun,
  of: Experiment,
  { header }: ResultStore,
) {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const places = of.outputs.map((id) => PLACES.get(id)!);
  return {
    key: keysOf(header)(point, replication),
    point,
    replication,
    values: places.map((place) => finite(values[place]!)),
    tape: tapeHash,
  };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
