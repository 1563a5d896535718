import type { BookedAppointment } from '../../model/booking-event.ts';
import type { Leg } from '../../model/market/place.ts';
import { TIME_USES, TRAVEL, type HeldMeeting, type PersonId } from '../../model/observer.ts';
import { subjectName, type Subject } from '../../model/subject.ts';
import type { AgendaInterval } from './illustration.ts';
import { lowerMiddle } from './middle.ts';
import { toHundredth } from './round-off.ts';

/** A leg that somebody has travelled, from setting out to arriving. */
export interface TravelledLeg {
  readonly leg: Leg;
  readonly from: number;
  readonly to: number;
}

/** What one person has done in these weeks. */
export interface Weeks {
  readonly index: number;
  readonly agenda: AgendaInterval[];
  readonly legs: TravelledLeg[];
  /** Meetings on opportunities held. */
  meetings: number;
}

type Agreed = NonNullable<AgendaInterval['appointment']>;

/** What everybody of one role does from an instant on. */
export class Fortnight {
  private readonly role: number;
  private readonly from: number;
  /** By number from 0. */
  private readonly people = new Map<number, Weeks>();
  /** What has been agreed for these weeks, by what it is about: each has one appointment at a time. */
  private readonly agreed = new Map<string, Agreed>();
  /** The way that each is on, by number. */
  private readonly underWay: (Leg | undefined)[] = [];

  /** `role` is its place in the list; what began before `from` is left out. */
  constructor(role: number, from: number) {
    this.role = role;
    this.from = from;
  }

  book({ about, activity, leader, end }: BookedAppointment): void {
    if (end <= this.from) return;
    this.agreed.set(subjectName(about), { kind: activity as Agreed['kind'], isJoint: leader !== undefined });
  }

  setOut({ role, index }: PersonId, leg: Leg): void {
    if (role === this.role) this.underWay[index] = leg;
  }

  spend({ role, index }: PersonId, timeUse: number, from: number, to: number, about?: Subject): void {
    if (role !== this.role || from < this.from) return;
    const weeks = this.weeksOf(index);
    const leg = this.underWay[index];
    if (timeUse === TRAVEL && leg !== undefined) weeks.legs.push({ leg, from, to });
    const activity = TIME_USES[timeUse]!;
    const last = weeks.agenda.at(-1);
    const interval = {
      activity,
      from: toHundredth(from),
      to: toHundredth(to),
      ...this.purposeOf(activity, about),
    };
    if (last !== undefined && continues(last, interval)) {
      weeks.agenda[weeks.agenda.length - 1] = { ...last, to: interval.to };
    } else weeks.agenda.push(interval);
  }

  meet({ by, start }: HeldMeeting): void {
    if (by.role === this.role && start >= this.from) this.weeksOf(by.index).meetings++;
  }

  /** Whoever has the median number of meetings; the first one if nobody was there. */
  shown(): Weeks {
    const sorted = [...this.people.values()].sort((a, b) => a.meetings - b.meetings || a.index - b.index);
    const median = lowerMiddle(sorted)?.meetings;
    return sorted.find(({ meetings }) => meetings === median) ?? this.weeksOf(0);
  }

  private purposeOf(activity: string, about?: Subject): Pick<AgendaInterval, 'about' | 'appointment'> {
    if (about === undefined) return {};
    const name = subjectName(about);
    const agreed = this.agreed.get(name);
    const isAppointment = agreed !== undefined && (activity === agreed.kind || activity === 'no-show');
    return { about: name, ...(isAppointment ? { appointment: agreed } : {}) };
  }

  private weeksOf(index: number): Weeks {
    let weeks = this.people.get(index);
    if (weeks === undefined) this.people.set(index, (weeks = { index, agenda: [], legs: [], meetings: 0 }));
    return weeks;
  }
}

/** Whether an interval only goes on with the one before. */
function continues(last: AgendaInterval, next: AgendaInterval): boolean {
  return last.to === next.from && last.activity === next.activity && last.about === next.about;
}
