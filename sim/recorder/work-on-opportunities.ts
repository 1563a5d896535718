import { TIME_USES, type TimeUse } from '../model/observer.ts';

/** Work on an opportunity beside its meetings, by the phase that it belongs to. */
const WORK_USES = {
  booking: ['schedule-call', 'sales-call', 'partner-support'],
  calendar: ['confirm', 'prepare'],
  solution: ['take-brief', 'simple-concept', 'solution-design', 'proposal'],
  customer: ['debrief', 'follow-up'],
} as const satisfies Readonly<Record<string, readonly TimeUse[]>>;

export type WorkPhase = keyof typeof WORK_USES;
export const WORK_PHASES = Object.keys(WORK_USES) as readonly WorkPhase[];

/** Place in WORK_PHASES of each time use, shape [use]; -1 if it is no work on an opportunity. */
const PHASE_OF = TIME_USES.map((use) =>
  WORK_PHASES.findIndex((phase) => (WORK_USES[phase] as readonly TimeUse[]).includes(use)),
);

/** Minutes of work on every opportunity that is open, kept until it is decided. */
export class WorkOnOpportunities {
  private readonly open = new Map<number, Float64Array>();

  arrive(id: number): void {
    this.open.set(id, new Float64Array(WORK_PHASES.length));
  }

  /** Somebody has spent minutes on an opportunity; what is done for one that is decided does not count. */
  spend(id: number, timeUse: number, minutes: number): void {
    const phase = PHASE_OF[timeUse]!;
    if (phase < 0) return;
    const spent = this.open.get(id);
    if (spent !== undefined) spent[phase]! += minutes;
  }

  /** It is decided: minutes of work on it, shape [phase of WORK_PHASES]; undefined of one that has not arrived. */
  decide(id: number): Float64Array | undefined {
    const spent = this.open.get(id);
    this.open.delete(id);
    return spent;
  }
}
