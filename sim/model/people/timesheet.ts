import type { Observer, PersonId } from '../observer.ts';

/** Tells how one person's time is spent, and when there is room for more work. Nothing is told twice. */
export class Timesheet {
  private isAway: boolean;
  private isAvailable: boolean;
  private readonly person: PersonId;
  private readonly observer: Observer;

  /** Somebody who is there at the start has room. */
  constructor(person: PersonId, observer: Observer, isAway: boolean) {
    this.person = person;
    this.observer = observer;
    this.isAway = isAway;
    this.isAvailable = !isAway;
  }

  /** There is room for more work from now on, or there is none. */
  note(hasRoom: boolean, at: number): void {
    const isAvailable = hasRoom && !this.isAway;
    if (isAvailable === this.isAvailable) return;
    this.isAvailable = isAvailable;
    if (isAvailable) this.observer.onAvailable(this.person, at);
    else this.observer.onEngaged(this.person, at);
  }

  /** Nobody is there who could have room, or somebody is again: who may have to look for work first. */
  noteAway(isAway: boolean, at: number): void {
    this.isAway = isAway;
    if (isAway) this.note(false, at);
  }

  /** A task is begun for the first time, after having waited. */
  begun(waited: number, at: number): void {
    this.observer.onTaskBegun(this.person.role, waited, at);
  }

  spent(timeUse: number, from: number, to: number): void {
    this.observer.onTimeSpent(this.person, timeUse, from, to);
  }
}
