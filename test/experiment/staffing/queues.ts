import {
  Candidates,
  everyDesign,
  type Design,
  type Heads,
} from '../../../sim/experiment/staffing/designs.ts';
import type { Examiner } from '../../../sim/experiment/staffing/examination.ts';
import { judge, type Evidence } from '../../../sim/experiment/conditions/judge.ts';
import type { Condition } from '../../../sim/experiment/conditions/condition.ts';
import { CATALOGUE } from '../../../sim/metrics/catalogue.ts';
import { normalSource } from '../../statistics/samples.ts';

/**
 * Chance that a customer of M/M/c does not wait: one less Erlang's C, from the recursion of Erlang's B (Gross et al.
 * 2008, Fundamentals of Queueing Theory, section 2.3 and 2.4). 0 where the load, in Erlang, is not below the servers.
 */
export function servedAtOnce(servers: number, load: number): number {
  if (load >= servers) return 0;
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (load * blocked) / (c + load * blocked);
  return 1 - blocked / (1 - (load / servers) * (1 - blocked));
}

/** Two functions in a row, each an M/M/c, of which the heads are to be found. */
export interface TwoQueues {
  readonly loads: readonly [number, number];
  readonly salaries: readonly [number, number];
}

/** Metrics of the catalogue that stand for what the two queues and the till say. */
const FIRST = 'service-within-tolerance';
const SECOND = 'on-time-delivery';
export const WANTED = 0.8;
export const CONDITIONS: readonly Condition[] = [FIRST, SECOND].map((metric) => ({
  kind: 'metric',
  text: metric,
  metric,
  relation: '>=',
  bound: WANTED,
  inShare: undefined,
}));
const PLACES = [FIRST, SECOND].map((metric) => CATALOGUE.findIndex(({ id }) => id === metric));

/** The ways to staff the two, from 1 to 9 heads each. */
export function candidatesOf({ salaries }: TwoQueues): Candidates {
  const designs = everyDesign([
    { from: 1, to: 9 },
    { from: 1, to: 9 },
  ]).map((heads): Design => ({ heads, cost: heads[0]! * salaries[0] + heads[1]! * salaries[1] }));
  return new Candidates(designs);
}

/** What share of customers of each function is served at once, exactly. */
export function exactly({ loads }: TwoQueues, heads: Heads): number[] {
  return heads.map((servers, i) => servedAtOnce(servers, loads[i]!));
}

/**
 * Judges designs by replications of the two shares: their exact values, and noise of which half is common to all
 * designs. Counts what it simulates.
 */
export class QueueExaminer implements Examiner<Design> {
  runs = 0;
  private readonly problem: TwoQueues;
  private readonly normal: () => number;
  private readonly noise: number;
  private readonly common: number[][] = [];
  private readonly byDesign = new Map<string, number[][]>();

  constructor(problem: TwoQueues, purpose: string, noise = 0.05) {
    this.problem = problem;
    const normal = normalSource(purpose);
    this.normal = () => normal() - 1;
    this.noise = noise;
  }

  readonly sample = (designs: readonly Design[], replications: number): Promise<void> => {
    while (this.common.length < replications) this.common.push([this.normal(), this.normal()]);
    for (const { heads } of designs) {
      const key = heads.join(' ');
      const rows = this.byDesign.get(key) ?? [];
      const means = exactly(this.problem, heads);
      while (rows.length < replications) {
        const shared = this.common[rows.length]!;
        rows.push(means.map((mean, i) => mean + this.noise * Math.SQRT1_2 * (shared[i]! + this.normal())));
        this.runs++;
      }
      this.byDesign.set(key, rows);
    }
    return Promise.resolve();
  };

  readonly judge: Examiner<Design>['judge'] = (design, replications, levels) => {
    const evidence: Evidence = {
      currency: '$',
      runs: this.figures(design, replications).map((row) => {
        const values = new Float64Array(CATALOGUE.length).fill(NaN);
        PLACES.forEach((place, i) => (values[place] = row[i]!));
        return { values };
      }),
    };
    const judged = CONDITIONS.map((condition) => judge(condition, evidence, levels));
    const verdict = judged.every((one) => one.verdict === 'met')
      ? 'met'
      : judged.some((one) => one.verdict === 'not-met')
        ? 'not-met'
        : 'undecided';
    return { verdict, margin: Math.min(...judged.map(({ margin }) => margin)) };
  };

  /** Shape [replication][function]. */
  figures({ heads }: Design, replications: number): number[][] {
    return this.byDesign.get(heads.join(' '))!.slice(0, replications);
  }
}
