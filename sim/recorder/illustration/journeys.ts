import {
  TIME_USES,
  type ArrivedOpportunity,
  type DecidedOpportunity,
  type MeetingStage,
  type PersonId,
} from '../../model/observer.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import type { Journey, JourneyStep, JourneyWait } from './illustration.ts';
import { lowerMiddle } from './middle.ts';
import { toHundredth } from './round-off.ts';

/** An opportunity on its way. */
interface Traveller {
  readonly source: Journey['source'];
  readonly arrivedAt: number;
  readonly steps: JourneyStep[];
  readonly waits: JourneyWait[];
  /** Whom it waits for now, and since when. */
  waitsFor: JourneyWait['for'];
  since: number;
  conversations: number;
}

/** A way that has led to an order. */
interface WonJourney extends Journey {
  readonly conversations: number;
}

/** Follows every opportunity from arrival to decision, and keeps the ways of those that are won. */
export class Journeys {
  private readonly open = new Map<number, Traveller>();
  private readonly won: WonJourney[] = [];

  arrive({ id, source }: ArrivedOpportunity, at: number): void {
    this.open.set(id, {
      source,
      arrivedAt: at,
      steps: [],
      waits: [],
      waitsFor: 'booking',
      since: at,
      conversations: 0,
    });
  }

  /** Somebody has spent `[from, to)` on an opportunity. */
  spend(id: number, { role, index }: PersonId, timeUse: number, from: number, to: number): void {
    const steps = this.open.get(id)?.steps;
    steps?.push({ activity: TIME_USES[timeUse]!, role: ROLES[role]!, number: index + 1, from, to });
  }

  /** From now on it waits for somebody else. */
  waitFor(id: number, whom: JourneyWait['for'], at: number): void {
    const traveller = this.open.get(id);
    if (traveller === undefined) return;
    endWait(traveller, at);
    traveller.waitsFor = whom;
    traveller.since = at;
  }

  /** Somebody has met or phoned the customer, `[start, end)`. */
  meet(id: number, stage: MeetingStage, start: number, end: number): void {
    const traveller = this.open.get(id);
    if (traveller === undefined) return;
    endWait(traveller, start);
    traveller.waitsFor = stage === 'requirement-discovery' ? 'solution' : 'customer';
    traveller.since = end;
    traveller.conversations++;
  }

  /** A conversation on the phone is over: it began with the last work on the opportunity. */
  talk(id: number, stage: MeetingStage, at: number): void {
    this.meet(id, stage, this.open.get(id)?.steps.at(-1)?.from ?? at, at);
  }

  decide({ id, outcome }: DecidedOpportunity, at: number): void {
    const traveller = this.open.get(id);
    this.open.delete(id);
    if (traveller === undefined || outcome !== 'won') return;
    endWait(traveller, at);
    const { source, arrivedAt, steps, waits, conversations } = traveller;
    this.won.push({ opportunity: id, source, arrivedAt, decidedAt: at, steps, waits, conversations });
  }

  /** The one to show of those won: with a conversation and decided at or after an instant, if there is one. */
  shown(from: number): Journey | null {
    const own = this.won.filter(({ decidedAt, conversations }) => decidedAt >= from && conversations > 0);
    const candidates = own.length > 0 ? own : this.won;
    const time = ({ arrivedAt, decidedAt }: Journey): number => decidedAt - arrivedAt;
    const sorted = [...candidates].sort((a, b) => time(a) - time(b) || a.opportunity - b.opportunity);
    const shown = lowerMiddle(sorted);
    return shown === undefined ? null : roundedOff(shown);
  }
}

function endWait({ waits, waitsFor, since }: Traveller, at: number): void {
  if (at > since) waits.push({ for: waitsFor, from: since, to: at });
}

function roundedOff({ opportunity, source, arrivedAt, decidedAt, steps, waits }: Journey): Journey {
  const rounded = <Of extends { readonly from: number; readonly to: number }>(one: Of): Of => ({
    ...one,
    from: toHundredth(one.from),
    to: toHundredth(one.to),
  });
  return {
    opportunity,
    source,
    arrivedAt: toHundredth(arrivedAt),
    decidedAt: toHundredth(decidedAt),
    steps: steps.map(rounded),
    waits: waits.map(rounded),
  };
}
