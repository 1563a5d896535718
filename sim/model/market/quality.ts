import type { Scenario } from '../../scenario/schema/scenario.ts';
import { CASE_TYPES } from '../../scenario/schema/ids.ts';

/** What an account remembers of: each type of case, deliveries, visits. All but visits weigh equally. */
const CLASSES = [...CASE_TYPES, 'delivery', 'visit'] as const;
export type QualityClass = (typeof CLASSES)[number];
const CLASS_NUMBERS = new Map(CLASSES.map((name, i) => [name, i]));

type Feedback = Scenario['service']['feedback'];

/**
 * One account's memory of service: a smoothed share of good experiences for each class, and what of it has sunk in.
 * Between experiences nothing happens, so the lag is caught up with whenever somebody asks.
 */
export class QualityMemory {
  private readonly feedback: Feedback;
  private readonly shares: number[];
  private quality: number;
  private projects: number;
  private lagged: number;
  private caughtUpAt: number;

  /** Starts at the reference quality. */
  constructor(feedback: Feedback, at: number) {
    this.feedback = feedback;
    this.shares = CLASSES.map(() => feedback.reference);
    this.quality = feedback.reference;
    this.projects = feedback.reference;
    this.lagged = feedback.reference;
    this.caughtUpAt = at;
  }

  /** An experience of one class: 1 is good, 0 is bad. Visits that weigh nothing are not remembered. */
  remember(quality: QualityClass, experience: number, at: number): void {
    if (quality === 'visit' && this.feedback.visitWeight === 0) return;
    this.catchUp(at);
    const i = CLASS_NUMBERS.get(quality)!;
    const before = this.shares[i]!;
    const after = before + this.feedback.memory * (experience - before);
    this.shares[i] = after;
    const { visitWeight, projects } = this.feedback;
    const weight = quality === 'visit' ? visitWeight : 1;
    const change = (weight * (after - before)) / (CLASSES.length - 1 + visitWeight);
    this.quality += change * (1 - projects.weight);
  }

  /** A project has been delivered, as it was understood or not. */
  rememberProject(wentWell: boolean, at: number): void {
    const { weight, memory } = this.feedback.projects;
    if (weight === 0) return;
    this.catchUp(at);
    const before = this.projects;
    this.projects += memory * ((wentWell ? 1 : 0) - before);
    this.quality += weight * (this.projects - before);
  }

  /** Quality as it has sunk in: between 0 and 1. */
  at(at: number): number {
    this.catchUp(at);
    return this.lagged;
  }

  /** Exponential lag: what sinks in closes the gap to what was experienced with the mean lag as time constant. */
  private catchUp(at: number): void {
    this.lagged += (this.quality - this.lagged) * -Math.expm1((this.caughtUpAt - at) / this.feedback.lag);
    this.caughtUpAt = at;
  }
}

/** What quality multiplies repeat orders and referrals by. */
export function rateMultiplier({ slope, reference, floor }: Feedback, quality: number): number {
  return Math.max(floor, 1 + slope * (quality - reference));
}

/** The largest value of the multiplier, at perfect quality. */
export function largestMultiplier(feedback: Feedback): number {
  return rateMultiplier(feedback, 1);
}

/** What quality multiplies churn by: never below 0. */
export function churnMultiplier({ churnSlope, reference }: Feedback, quality: number): number {
  return Math.max(0, 1 + churnSlope * (reference - quality));
}
