import type { CompareRequest } from '../compare.ts';

/** How the work is done. */
export type ReplayOptions = Pick<CompareRequest, 'workers' | 'signal' | 'onProgress' | 'command'>;

/** What is to be compared, and what about it is no longer as it was. */
export interface Rerun {
  readonly stored: unknown;
  readonly now: unknown;
  readonly notes: readonly string[];
}
