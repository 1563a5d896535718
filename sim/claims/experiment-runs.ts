import type { Setting } from '../scenario/override.ts';
import type { ScenarioShelf } from './arms.ts';
import { expanded, type Experiment } from './claim.ts';
import { completed, figuresIn } from './figures.ts';
import type { MeasureText } from './format/measures.ts';
import { measureBest, measureRanking, measureTrend } from './measures/families.ts';
import { measureCrossing } from './measures/crossing.ts';
import { measureShare } from './measures/conditions.ts';
import type { Measured } from './measures/measured.ts';
import { drawFirms, measurePopulation } from './measures/population.ts';
import { coalitionsOf, measureShapley } from './measures/shapley-share.ts';
import { measureSmooth } from './measures/smooth.ts';
import type { RunPool } from '../experiment/run-pool.ts';
import { isExact, type ArmRuns, type Sample } from './sample.ts';

/** How much is simulated of what the claims ask for. */
export interface Thrift {
  /** Replications of a claim that asks for n; at least 2. */
  readonly replications: (asked: number) => number;
  /** Firms of a population that asks for n. */
  readonly firms: (asked: number) => number;
  /** Replications for each value of a fragile assumption, of n of the claim. */
  readonly probeReplications: (of: number) => number;
  /** Whether the fragile assumption is varied at all. */
  readonly isSearched: boolean;
  /** Tries on each side of a break-even. */
  readonly probeSteps: number;
}

/** Runs the arms of one experiment and measures. */
export class ExperimentRuns {
  private readonly experiment: Experiment;
  private readonly of: {
    readonly shelf: ScenarioShelf;
    readonly pool: RunPool;
    readonly seed: number;
    readonly thrift: Thrift;
    /** Place of the claim. */
    readonly claim: number;
  };

  constructor(experiment: Experiment, of: ExperimentRuns['of']) {
    this.experiment = experiment;
    this.of = of;
  }

  /** A measure with some replications, and with a fragile assumption at another value. */
  async measure(measure: MeasureText, replications: number, setting?: Setting): Promise<Measured> {
    if (measure.kind === 'population') return this.population(measure, setting);
    const sample = await this.sample(measure, replications, setting);
    switch (measure.kind) {
      case 'value':
      case 'difference':
      case 'ratio':
      case 'elasticity':
      case 'effects':
        return measureSmooth(measure, sample);
      case 'share':
        return measureShare(measure, sample);
      case 'crossing':
        return measureCrossing(measure, sample);
      case 'best':
        return measureBest(measure, sample, this.experiment);
      case 'trend':
        return measureTrend(measure, sample, this.experiment);
      case 'ranking':
        return measureRanking(measure, sample, this.experiment);
      case 'shapley':
        return measureShapley(measure, sample);
    }
  }

  private async sample(measure: MeasureText, replications: number, setting?: Setting): Promise<Sample> {
    const isFree = isExactMeasure(measure, this.experiment);
    const names = armsIn(measure, this.experiment);
    const entries = names.map(async (name): Promise<[string, ArmRuns]> => {
      const simulated = this.scenario(name, setting);
      const runs = isFree ? [] : await this.of.pool.replications(simulated, 0, replications, this.of.claim);
      return [name, { scenario: simulated.scenario, runs }];
    });
    return new Map(await Promise.all(entries));
  }

  private async population(
    measure: Extract<MeasureText, { kind: 'population' }>,
    setting?: Setting,
  ): Promise<Measured> {
    const { pool, seed, thrift, claim, shelf } = this.of;
    const firms = drawFirms(measure.priors, thrift.firms(measure.firms), seed);
    const names = armsIn(measure, this.experiment);
    const samples = firms.map(async ({ settings }, firm): Promise<Sample> => {
      const entries = names.map(async (name): Promise<[string, ArmRuns]> => {
        const more = this.isVaried(name, setting) ? [...settings, setting] : settings;
        const simulated = shelf.scenario(this.experiment.arms.get(name)!, more);
        return [
          name,
          { scenario: simulated.scenario, runs: await pool.replications(simulated, firm, firm + 1, claim) },
        ];
      });
      return new Map(await Promise.all(entries));
    });
    return measurePopulation(measure, firms, await Promise.all(samples));
  }

  private scenario(name: string, setting: Setting | undefined) {
    const arm = this.experiment.arms.get(name)!;
    return this.of.shelf.scenario(arm, this.isVaried(name, setting) ? [setting] : []);
  }

  private isVaried(name: string, setting: Setting | undefined): setting is Setting {
    return setting !== undefined && this.experiment.fragile?.arms.includes(name) === true;
  }
}

/** Names of the arms that a measure reads. */
export function armsIn(
  measure: MeasureText,
  { arms, families }: Pick<Experiment, 'arms' | 'families'>,
): string[] {
  switch (measure.kind) {
    case 'best':
    case 'trend':
    case 'ranking':
      return expanded(measure.arms, families);
    case 'shapley':
      return coalitionsOf(measure);
    case 'crossing':
      return [measure.arm];
    default: {
      const onlyArm = arms.size === 1 ? [...arms.keys()][0] : undefined;
      const named = figuresIn(measure).map(({ figure, like }) => completed(figure, like, onlyArm)!.arm);
      return [...new Set(named)];
    }
  }
}

/** Whether a measure needs no run. */
export function isExactMeasure(measure: MeasureText, { arms }: Pick<Experiment, 'arms'>): boolean {
  const smooth: readonly string[] = ['value', 'difference', 'ratio', 'elasticity', 'effects'];
  if (!smooth.includes(measure.kind)) return false;
  const onlyArm = arms.size === 1 ? [...arms.keys()][0] : undefined;
  return figuresIn(measure).every(({ figure, like }) => isExact(completed(figure, like, onlyArm)!));
}

/** Ids of weekly metrics of which a measure reads single weeks. */
export function weeklyIn(measure: MeasureText): string[] {
  if (measure.kind === 'crossing') return [measure.metric];
  return figuresIn(measure).flatMap(({ figure, like }) => {
    const whole = completed(figure, like, '');
    return whole?.weeks === undefined ? [] : [whole.id];
  });
}
