import { FOUND_WHEN, type BriefEvent, type FinishedProject } from '../model/brief-event.ts';
import type { Recording } from './recording.ts';
import { WeeklyLevel, weekOf } from './weekly-level.ts';

const TAKERS = ['salesperson', 'project-leader'] as const;

/** Adds up what is told of briefs and projects into sums for each week. */
export class BriefRecords {
  private readonly sums: ReturnType<typeof sumsIn>;
  private readonly reputation: WeeklyLevel;

  /** `reputation` is what is told of the firm at the start. */
  constructor(recording: Recording, reputation: number) {
    this.sums = sumsIn(recording);
    this.reputation = new WeeklyLevel(recording.of('reputation'));
    this.reputation.change(reputation, 0);
  }

  /** Takes in one event. */
  add(event: BriefEvent, at: number): void {
    const week = weekOf(at);
    const { sums } = this;
    switch (event.kind) {
      case 'taken':
        sums.taken[event.taker][week]!++;
        if (event.fits) sums.fitting[week]!++;
        if (event.isMisunderstood) sums.misunderstood[event.taker][week]!++;
        if (event.isOverPromised) sums.overPromised[week]!++;
        return;
      case 'found':
        sums.found[event.when][week]!++;
        return;
      case 'void':
        return;
      case 'question':
        if (event.what === 'answered') sums.answered[event.role][week]!++;
        return;
      case 'client-call':
        sums.calls[event.to][week]!++;
        return;
      case 'finished':
        this.finish(event, week);
        this.reputation.change(event.reputation - this.reputation.value, at);
    }
  }

  /** Accounts for everything up to the end of the run. */
  finishAt(at: number): void {
    this.reputation.integrateTo(at);
  }

  private finish({ price, cost, extra, actualOverScoped, redone }: FinishedProject, week: number): void {
    const { sums } = this;
    sums.finished[week]!++;
    sums.price[week]! += price;
    sums.cost[week]! += cost;
    sums.extraCost[week]! += extra;
    sums.actualOverScoped[week]! += actualOverScoped;
    sums.redone[week]! += redone;
    if (redone > 0) sums.partlyRedone[week]!++;
    if (cost > price) sums.negative[week]!++;
  }
}

function sumsIn(recording: Recording) {
  return {
    taken: recording.family('briefs-taken', TAKERS),
    fitting: recording.of('briefs-fitting'),
    overPromised: recording.of('briefs-over-promised'),
    misunderstood: recording.family('briefs-misunderstood', TAKERS),
    found: recording.family('brief-faults-found', FOUND_WHEN),
    answered: recording.family('questions-answered', TAKERS),
    calls: recording.family('project-calls', ['salesperson', 'project-leader', 'customer-service']),
    finished: recording.of('projects-finished'),
    partlyRedone: recording.of('projects-partly-redone'),
    negative: recording.of('projects-at-a-loss'),
    price: recording.of('project-price'),
    cost: recording.of('project-cost'),
    extraCost: recording.of('project-extra-cost'),
    actualOverScoped: recording.of('actual-over-scoped'),
    redone: recording.of('project-minutes-redone'),
  };
}
