import type { Observer, PersonId } from '../observer.ts';
import type { Subject } from '../subject.ts';

/** Tells how one person's time is spent, and when there is room for more work. Nothing is told twice. */
export class Timesheet {
  /** Reasons why nobody is there: absent, vacant. */
  private away: number;
  private isAvailable: boolean;
  private readonly person: PersonId;
  private readonly observer: Observer;

  /** Somebody who is there at the start has room. */
  constructor(person: PersonId, observer: Observer, isAway: boolean) {
    this.person = person;
    this.observer = observer;
    this.away = isAway ? 1 : 0;
    this.isAvailable = !isAway;
  }

  /** Whether nobody is there: the person is absent, or the seat vacant. */
  get isAway(): boolean {
    return this.away > 0;
  }

  /** There is room for more work from now on, or there is none. */
  note(hasRoom: boolean, at: number): void {
    const isAvailable = hasRoom && this.away === 0;
    if (isAvailable === this.isAvailable) return;
    this.isAvailable = isAvailable;
    if (isAvailable) this.observer.onAvailable(this.person, at);
    else this.observer.onEngaged(this.person, at);
  }

  /** Nobody is there who could have room, or somebody is again: who may have to look for work first. */
  noteAway(isAway: boolean, at: number): void {
    this.away += isAway ? 1 : -1;
    if (isAway) this.note(false, at);
  }

  /** A task is begun for the first time, after having waited. */
  begun(waited: number, at: number): void {
    this.observer.onTaskBegun(this.person.role, waited, at);
  }

  spent(timeUse: number, from: number, to: number, about?: Subject): void {
    this.observer.onTimeSpent(this.person, timeUse, from, to, about);
  }
}
