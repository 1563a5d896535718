import { pointAgain } from '../../sim/experiment/batch/experiment-again.ts';
import { openFoundStore } from '../../sim/experiment/batch/stores.ts';
import type { Effort } from '../../sim/experiment/effort.ts';
import type { Stored } from '../../sim/experiment/replay/read-stored.ts';
import { makerOf, provenanceOf, type StoredMaker } from '../../sim/experiment/replay/replay.ts';
import { CATALOGUE } from '../../sim/metrics/catalogue.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';
import { resolveDocument, type ScenarioData } from '../../sim/scenario/load.ts';

/** What a stored result says of the study that it comes from. */
export interface StudyFacts {
  readonly file: string;
  readonly maker: StoredMaker;
  readonly command: string;
  readonly seed: number;
  readonly replications: number;
  readonly effort: Effort | undefined;
  readonly oneMoreReplications: number;
  readonly isPaired: boolean;
  readonly hasPlans: boolean;
  readonly scenarios: readonly ScenarioInStudy[];
  readonly figures: readonly { readonly id: string; readonly unit: string; readonly definition: string }[];
  /** Points of a design and the paths that it varies; undefined if there is no design. */
  readonly design: { readonly points: number; readonly factors: readonly string[] } | undefined;
}

export interface ScenarioInStudy {
  readonly name: string;
  readonly sha256: string | undefined;
  readonly document: ScenarioData | undefined;
  /** With its defaults; undefined if it is not there. */
  readonly scenario: Scenario | undefined;
}

/** Throws a ScenarioError if this version cannot read a scenario of the result. */
export function factsOf(stored: Stored): StudyFacts {
  const { command, seed, replications } = provenanceOf(stored);
  const common = { file: stored.file, maker: makerOf(stored), command, seed, replications };
  return stored.kind === 'result' ? { ...common, ...ofResult(stored) } : { ...common, ...ofBatch(stored) };
}

type Rest = Omit<StudyFacts, 'file' | 'maker' | 'command' | 'seed' | 'replications'>;

function ofResult({ result, file }: Extract<Stored, { kind: 'result' }>): Rest {
  const { provenance, metrics, organisations } = result;
  return {
    effort: provenance.effort,
    oneMoreReplications: provenance.oneMoreReplications ?? 0,
    isPaired: organisations.length > 1 && provenance.tapeHash !== null,
    hasPlans: result.transition !== undefined,
    scenarios: provenance.scenarios.map(({ name, sha256, document }) => ({
      name,
      sha256,
      document,
      scenario: document && resolveDocument(document, file).scenario,
    })),
    figures: Object.entries(metrics).map(([id, { unit, definition }]) => ({ id, unit, definition })),
    design: undefined,
  };
}

function ofBatch(stored: Exclude<Stored, { kind: 'result' }>): Rest {
  const { bases, outputs } = stored.kind === 'store' ? stored.manifest : stored.summary.provenance;
  const points = stored.kind === 'store' ? pointsOfStore(stored.file) : stored.summary.points;
  return {
    effort: undefined,
    oneMoreReplications: 0,
    isPaired: points.length > 1,
    hasPlans: false,
    scenarios: Object.entries(bases).map(([reference, document]) => {
      const first = points.find(({ scenario }) => scenario === reference);
      const scenario = first && pointAgain(first, bases, stored.file).loaded.scenario;
      return { name: reference, sha256: undefined, document, scenario };
    }),
    figures: CATALOGUE.filter(({ id }) => outputs.includes(id)),
    design: {
      points: points.length,
      factors: [...new Set(points.flatMap(({ factors }) => Object.keys(factors)))],
    },
  };
}

function pointsOfStore(file: string) {
  const store = openFoundStore(file);
  try {
    return store.header.points;
  } finally {
    store.close();
  }
}
