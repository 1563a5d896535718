import { figuresOf, type Figures } from '../metrics/catalogue.ts';
import { Firm } from '../metrics/window.ts';
import { SalesSystem } from '../model/sales-system.ts';
import type { Illustration } from '../recorder/illustration/illustration.ts';
import { Illustrator } from '../recorder/illustration/illustrator.ts';
import { Recorder } from '../recorder/recorder.ts';
import { tellBoth } from '../recorder/tell-both.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

/** One replication of one organisation. */
export interface Run {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replication: number;
  /** Whether to keep what pictures are drawn of. */
  readonly isIllustrated?: boolean;
}

/** What comes out of one replication. */
export interface RunFigures extends Figures {
  /** Hash of the opportunities that the market brought: equal in all organisations that met the same market. */
  readonly tapeHash: string;
  /** Handlers executed. */
  readonly events: number;
  /** Not there unless it was asked for. */
  readonly illustration?: Illustration;
}

/** Simulates one replication from the first week to the last. The same run gives the same figures, bit for bit. */
export function replicate({ scenario, seed, replication, isIllustrated = false }: Run): RunFigures {
  const recorder = new Recorder(scenario);
  const illustrator = isIllustrated ? new Illustrator(scenario) : undefined;
  const observer = illustrator === undefined ? recorder : tellBoth(recorder, illustrator);
  const system = new SalesSystem({ scenario, seed, replication, observer });
  system.runThroughWeek(scenario.run.weeks - 1);
  recorder.finish(system.simulation.now);
  return {
    ...figuresOf(recorder.recording, new Firm(scenario)),
    tapeHash: system.tapeHash(),
    events: system.simulation.executed,
    ...(illustrator === undefined
      ? {}
      : {
          illustration: illustrator.finish(
            (role, index) => system.staff.seatsOf(role).at(index)?.agenda?.base,
          ),
        }),
  };
}
