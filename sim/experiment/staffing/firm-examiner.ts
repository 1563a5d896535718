import type { Scenario } from '../../scenario/schema/scenario.ts';
import { needsToday, type Condition } from '../conditions/condition.ts';
import { judge, type Evidence, type ErrorLevels, type Judgement } from '../conditions/judge.ts';
import type { Simulated } from '../run-pool.ts';
import type { RunSampler, SampledRun } from '../search/run-sampler.ts';
import type { Examiner, Feasibility } from './examination.ts';
import type { FirmDesign } from './staffing-space.ts';

/** Simulates firms, and judges conditions by their runs. */
export class FirmExaminer implements Examiner<FirmDesign> {
  private readonly sampler: RunSampler;
  private readonly today: Simulated;
  private readonly conditions: readonly Condition[];
  private readonly asksForToday: boolean;

  /** `conditions` are those that have to be simulated. */
  constructor(of: {
    readonly sampler: RunSampler;
    readonly today: Simulated;
    readonly conditions: readonly Condition[];
  }) {
    this.sampler = of.sampler;
    this.today = of.today;
    this.conditions = of.conditions;
    this.asksForToday = of.conditions.some(needsToday);
  }

  readonly sample = async (designs: readonly FirmDesign[], replications: number): Promise<void> => {
    const own = designs.map(({ simulated }) => simulated);
    await this.sampler.sample(this.asksForToday ? [this.today, ...own] : own, replications);
  };

  readonly judge = (design: FirmDesign, replications: number, levels: ErrorLevels): Feasibility => {
    const judged = this.judgements(design.simulated, replications, levels);
    const isMet = judged.every(({ verdict }) => verdict === 'met');
    const isNotMet = judged.some(({ verdict }) => verdict === 'not-met');
    return {
      verdict: isMet ? 'met' : isNotMet ? 'not-met' : 'undecided',
      margin: Math.min(Infinity, ...judged.map(({ margin }) => margin)),
    };
  };

  /** What the first replications say of each condition. */
  judgements(simulated: Simulated, replications: number, levels: ErrorLevels): Judgement[] {
    const evidence: Evidence = {
      runs: this.runs(simulated, replications),
      today: this.runs(this.today, replications),
      currency: currencyOf(simulated.scenario),
    };
    return this.conditions.map((condition) => judge(condition, evidence, levels));
  }

  /** The first replications, as many of them as are there. */
  runs(simulated: Simulated, replications: number): SampledRun[] {
    return this.sampler.finished(simulated).slice(0, replications);
  }
}

function currencyOf({ money }: Scenario): string {
  return money.currency;
}
