import process from 'node:process';
import { Progress } from './progress.ts';

/** Runs work that Ctrl-C ends early, keeping what is finished. A second Ctrl-C ends everything at once. */
export async function interruptible<Result>(
  isQuiet: boolean,
  work: (signal: AbortSignal, onProgress: (done: number, atMost: number) => void) => Promise<Result>,
): Promise<{ result: Result; isInterrupted: boolean }> {
  const controller = new AbortController();
  const progress = new Progress(isQuiet);
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    process.stderr.write('\nStopping: what is finished is reported.\n');
  };
  process.on('SIGINT', onInterrupt);
  try {
    const result = await work(controller.signal, progress.onProgress);
    return { result, isInterrupted: controller.signal.aborted };
  } finally {
    process.off('SIGINT', onInterrupt);
    progress.stop();
  }
}
