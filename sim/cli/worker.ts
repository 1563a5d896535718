import { availableParallelism } from 'node:os';
import process from 'node:process';
import { readBuild } from '../experiment/provenance.ts';
import { workOnQueue } from '../experiment/queue/work-on-queue.ts';
import { withStore } from './batch-outputs.ts';
import { noteUnless } from './note.ts';
import { print } from './terminal.ts';

export interface WorkerOptions {
  readonly url: string;
  readonly workers: number | undefined;
  readonly untilEmpty: boolean;
  readonly isQuiet: boolean;
}

/** Signals that ask a worker to end: Ctrl-C, and what schedulers send. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Works on a queue until it is told to stop. Returns the exit code. */
export async function workAndReport(options: WorkerOptions): Promise<number> {
  const { url, untilEmpty, isQuiet, workers = availableParallelism() } = options;
  const { version } = readBuild();
  const controller = new AbortController();
  const { signal } = controller;
  const onNote = noteUnless(isQuiet);
  const onEnd = (): void => {
    if (signal.aborted) process.exit(130);
    controller.abort();
    onNote('stopping; what has been begun is finished');
  };
  for (const name of SIGNALS) process.on(name, onEnd);
  try {
    const done = await withStore(() => workOnQueue({ url, version, workers, untilEmpty, signal, onNote }));
    if (!isQuiet) print(`${done} runs.`);
    return signal.aborted ? 130 : 0;
  } finally {
    for (const name of SIGNALS) process.off(name, onEnd);
  }
}
