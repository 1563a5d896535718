import { figuresOf, type Figures } from '../metrics/catalogue.ts';
import { Firm } from '../metrics/window.ts';
import { SalesSystem } from '../model/sales-system.ts';
import { Recorder } from '../recorder/recorder.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

/** One replication of one organisation. */
export interface Run {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replication: number;
}

/** What comes out of one replication. */
export interface RunFigures extends Figures {
  /** Hash of the opportunities that the market brought: equal in all organisations that met the same market. */
  readonly tapeHash: string;
  /** Handlers executed. */
  readonly events: number;
}

/** Simulates one replication from the first week to the last. The same run gives the same figures, bit for bit. */
export function replicate({ scenario, seed, replication }: Run): RunFigures {
  const recorder = new Recorder(scenario);
  const system = new SalesSystem({ scenario, seed, replication, observer: recorder });
  system.runThroughWeek(scenario.run.weeks - 1);
  recorder.finish(system.simulation.now);
  return {
    ...figuresOf(recorder.recording, new Firm(scenario)),
    tapeHash: system.tapeHash(),
    events: system.simulation.executed,
  };
}
