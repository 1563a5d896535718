import process from 'node:process';
import { SingleBar } from 'cli-progress';

/** Tells on standard error how far the work is and how long it will take; nothing where that is no terminal. */
export class Progress {
  private bar: SingleBar | undefined;
  private readonly isShown: boolean;

  constructor(isQuiet: boolean) {
    this.isShown = !isQuiet && process.stderr.isTTY;
  }

  readonly onProgress = (done: number, atMost: number): void => {
    if (!this.isShown) return;
    if (this.bar === undefined) {
      this.bar = new SingleBar({
        format: '{bar} {value} of {total} runs, {eta_formatted} left',
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
        barsize: 30,
      });
      this.bar.start(atMost, done);
    }
    this.bar.setTotal(atMost);
    this.bar.update(done);
  };

  stop(): void {
    this.bar?.stop();
  }
}
