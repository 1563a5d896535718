import { CATALOGUE } from '../../metrics/catalogue.ts';
import { resolveScenario } from '../../scenario/load.ts';
import type { Override, Setting } from '../../scenario/override.ts';
import type { ScenarioDocument } from '../../scenario/scenario-files.ts';
import { estimateOf } from '../transition/weekly-figures.ts';
import { zoneOf } from '../summarise.ts';
import { Stopped, type RunPool } from '../run-pool.ts';

/** What is asked about: a figure of one organisation, or what a second one has more of it. */
export interface Answer {
  /** Shape [replication]; NaN where there is none. */
  readonly values: readonly number[];
  /** Half-width of the zone in which a difference does not matter; undefined for one organisation. */
  readonly zone: number | undefined;
  /** Whether the metric follows from the scenario by arithmetic, so that equal replications are no chance. */
  readonly isArithmetic?: true | undefined;
}

/** Which replications, from the first one to before the last, and whose turn it is: the lowest place goes first. */
export interface Order {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

/** Something that gives answers for values of assumptions: the firm, or in a test a formula. */
export interface Inquiry {
  /** One answer for each metric. Rejected with Stopped if the work ends early. */
  ask(settings: readonly Setting[], order: Order): Promise<Answer[]>;
}

/** An organisation before assumptions are varied. */
export interface Subject {
  readonly document: ScenarioDocument;
  readonly overrides: readonly Override[];
}

/** Simulates one organisation, or two in the same market. */
export class SimulatedInquiry implements Inquiry {
  private readonly subjects: readonly Subject[];
  private readonly pool: RunPool;
  private readonly places: readonly number[];

  /** One subject or two; ids of metrics of the catalogue. */
  constructor(of: { subjects: readonly Subject[]; metrics: readonly string[]; pool: RunPool }) {
    this.subjects = of.subjects;
    this.pool = of.pool;
    this.places = of.metrics.map((id) => CATALOGUE.findIndex((entry) => entry.id === id));
  }

  async ask(settings: readonly Setting[], { from, to, place }: Order): Promise<Answer[]> {
    const runs = await Promise.all(
      this.subjects.map(({ document, overrides }) =>
        this.pool.replications(resolveScenario(document, [...overrides, ...settings]), from, to, place),
      ),
    );
    return this.places.map((metric): Answer => {
      const [a, b] = runs.map((of) => of.map(({ values }) => values[metric]!)) as [number[], number[]?];
      const entry = CATALOGUE[metric]!;
      const { isArithmetic } = entry;
      if (b === undefined) return { values: a, zone: undefined, isArithmetic };
      return { values: b.map((value, i) => value - a[i]!), zone: zoneOf(entry, a), isArithmetic };
    });
  }
}

/** What has been finished of some work before it was stopped. Any other rejection is thrown. */
export async function finished<Result>(work: readonly Promise<Result>[]): Promise<(Result | undefined)[]> {
  const settled = await Promise.allSettled(work);
  return settled.map((outcome) => {
    if (outcome.status === 'fulfilled') return outcome.value;
    if (outcome.reason instanceof Stopped) return undefined;
    throw outcome.reason;
  });
}

/** Mean over the replications that have a figure; NaN if none has. */
export function meanAnswer({ values }: Answer): number {
  return estimateOf(values).mean ?? NaN;
}
