import { setTimeout as wait } from 'node:timers/promises';

/** Waits, and no longer than until a signal says that it is over. */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
