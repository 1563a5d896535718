import type { Simulation } from '../../engine/simulation.ts';
import { MINUTES_PER_DAY } from '../../time/working-time.ts';
import type { Place } from '../market/place.ts';
import type { Agenda } from './agenda.ts';

const NOWHERE: Place = { x: 0, y: 0, city: 0 };

/** Where a person is, and when and whether to move. Somebody without appointments stays at base. */
export class Whereabouts {
  place: Place;
  readonly agenda: Agenda | undefined;
  private readonly simulation: Simulation;
  private readonly baseGapMinutes: number;

  /** A gap between appointments longer than the way back and on again plus `baseGapMinutes` is spent at base. */
  constructor(simulation: Simulation, agenda: Agenda | undefined, baseGapMinutes: number) {
    this.simulation = simulation;
    this.agenda = agenda;
    this.baseGapMinutes = baseGapMinutes;
    this.place = agenda?.base ?? NOWHERE;
  }

  isAtBase(): boolean {
    return this.agenda === undefined || this.place === this.agenda.base;
  }

  /** When to leave for what comes next; Infinity if nothing does. */
  departure(): number {
    return this.agenda === undefined ? Infinity : this.agenda.departureFrom(this.place);
  }

  /** Where to be when the appointments of today are done: at base, or at the hotel on a trip. */
  nightPlace(): Place {
    return this.agenda === undefined ? this.place : this.agenda.placeAfter(this.simulation.now);
  }

  /** Minutes from here to another place. */
  minutesTo(place: Place): number {
    return this.agenda!.travel.minutes(this.place, place);
  }

  /** Whether to go back before what comes next, given when to leave for it from here. */
  goesBack(departure: number): boolean {
    const back = this.nightPlace();
    if (this.place === back) return false;
    const { now } = this.simulation;
    const next = this.agenda!.next;
    const isToday = Math.floor(departure / MINUTES_PER_DAY) === Math.floor(now / MINUTES_PER_DAY);
    if (next === undefined || !isToday) return true;
    const wayOn = next.kind === 'journey' ? 0 : this.agenda!.travel.minutes(back, next.place);
    return next.start - now > this.minutesTo(back) + wayOn + this.baseGapMinutes;
  }
}
