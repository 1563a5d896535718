import { replicate } from '../sim/experiment/replicate.ts';
import { loadScenario } from '../sim/scenario/load.ts';
import { peakMegabytes } from './peak-memory.ts';

export interface FullModelResult {
  /** Handlers executed in a second of processor time, in the replications after the first. */
  readonly eventsPerSecond: number;
  /** Of one replication, on average. */
  readonly events: number;
  readonly megabytes: number;
}

/** A shipped scenario, several replications in one thread; those before the last `measured` are to warm up. */
export function measureFullModel(
  reference: string,
  { weeks, warmUp, measured }: { weeks: number; warmUp: number; measured: number },
): FullModelResult {
  const { scenario } = loadScenario({ reference, overrides: [`run.weeks=${weeks}`] });
  let events = 0;
  let start = process.cpuUsage();
  for (let replication = 0; replication < warmUp + measured; replication++) {
    if (replication === warmUp) start = process.cpuUsage();
    const run = replicate({ scenario, seed: 1, replication });
    if (replication >= warmUp) events += run.events;
  }
  const { user, system } = process.cpuUsage(start);
  return {
    eventsPerSecond: events / ((user + system) / 1e6),
    events: events / measured,
    megabytes: peakMegabytes(),
  };
}
