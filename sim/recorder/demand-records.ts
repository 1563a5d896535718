import type { DemandEvent } from '../model/demand-event.ts';
import type { Recording } from './recording.ts';
import { WeeklyLevel, weekOf } from './weekly-level.ts';

/** Adds up what is told of finding and selling, and of the throttle, into sums for each week. */
export class DemandRecords {
  private readonly throttled: WeeklyLevel;
  private readonly level: WeeklyLevel;
  private readonly buffer: WeeklyLevel;
  private readonly sums: ReturnType<typeof sumsIn>;

  constructor(recording: Recording) {
    this.sums = sumsIn(recording);
    this.throttled = new WeeklyLevel(recording.of('throttled'));
    this.level = new WeeklyLevel(recording.of('buffer.level'));
    this.buffer = new WeeklyLevel(recording.of('buffer.size'));
  }

  /** Takes in one event. */
  add(event: DemandEvent, at: number): void {
    const week = weekOf(at);
    const { campaigns, inside, salesCalls, partnerWins } = this.sums;
    switch (event.kind) {
      case 'campaign-sent':
        campaigns.sent[week]!++;
        campaigns.addresses[week]! += event.addresses;
        campaigns.answers[week]! += event.answers;
        campaigns.cost[week]! += event.cost;
        return;
      case 'inside-conversation':
        inside.conversations[week]!++;
        if (event.hasOrder) inside.orders[week]!++;
        if (event.hasProject) inside.projects[week]!++;
        return;
      case 'sales-call':
        salesCalls[week]!++;
        return;
      case 'sales-call-due':
        return;
      case 'partner-won':
        partnerWins[week]!++;
        return;
      case 'throttle':
        this.throttled.change(event.isOn ? 1 : -1, at);
    }
  }

  /** Takes in what waits before the drum, and what may; minutes of work. */
  onBuffer(level: number, buffer: number, at: number): void {
    this.level.set(level, at);
    this.buffer.set(buffer, at);
  }

  /** Accounts for everything up to the end of the run. */
  finish(at: number): void {
    for (const level of [this.throttled, this.level, this.buffer]) level.integrateTo(at);
  }
}

function sumsIn(recording: Recording) {
  return {
    campaigns: recording.family('campaigns', ['sent', 'addresses', 'answers', 'cost']),
    inside: recording.family('inside', ['conversations', 'orders', 'projects']),
    salesCalls: recording.of('sales-calls'),
    partnerWins: recording.of('partner-wins'),
  };
}
