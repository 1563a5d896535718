import type { Simulation } from '../../engine/simulation.ts';
import { MINUTES_PER_DAY } from '../../time/working-time.ts';
import type { Place } from '../market/place.ts';
import type { Observer, PersonId } from '../observer.ts';
import type { Subject } from '../subject.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import type { PersonOptions } from './person-options.ts';
import type { Shift } from './shift.ts';

const NOWHERE: Place = { x: 0, y: 0, city: 0 };

type Needed = 'simulation' | 'observer' | 'agenda' | 'baseGapMinutes';

/** Where a person is, and when and whether to move. Somebody without appointments stays at base. */
export class Whereabouts {
  place: Place;
  readonly agenda: Agenda | undefined;
  private readonly person: PersonId;
  private readonly simulation: Simulation;
  private readonly observer: Observer;
  private readonly baseGapMinutes: number;

  /** A gap between appointments longer than the way back and on again plus `baseGapMinutes` is spent at base. */
  constructor(
    person: PersonId,
    { simulation, observer, agenda, baseGapMinutes }: Pick<PersonOptions, Needed>,
  ) {
    this.person = person;
    this.simulation = simulation;
    this.observer = observer;
    this.agenda = agenda;
    this.baseGapMinutes = baseGapMinutes ?? 0;
    this.place = agenda?.base ?? NOWHERE;
  }

  isAtBase(): boolean {
    return this.agenda === undefined || this.place === this.agenda.base;
  }

  /** When to leave for what comes next; Infinity if nothing does. */
  departure(): number {
    return this.agenda === undefined ? Infinity : this.agenda.departureFrom(this.place);
  }

  /** What somebody is on the way to a place for; undefined on the way back. */
  errandTo(place: Place): Subject | undefined {
    const next = this.agenda?.next;
    return next?.kind === 'appointment' && next.place === place ? next.about : undefined;
  }

  /** Whether this is a place to rest at: where today or tomorrow begins. */
  isAtLodging(): boolean {
    const { agenda, place } = this;
    return (
      agenda === undefined || place === agenda.placeOn(this.today) || place === agenda.placeOn(this.today + 1)
    );
  }

  /** Whether the hours of the last day of a trip are over. */
  isTripOver(shift: Shift): boolean {
    return this.agenda?.tripOn(this.today)?.lastDay === this.today && shift.isDayOver();
  }

  /** Sets out for another place: the minutes that the way takes. Home from a trip, it may be over before its last day. */
  setOutFor(place: Place): number {
    const { base, travel } = this.agenda!;
    if (place !== this.place) {
      this.observer.onSetOut(this.person, travel.leg(this.place, place), this.simulation.now);
      if (place === base) this.agenda!.endTripEarly(this.today);
    }
    return travel.minutes(this.place, place);
  }

  /**
   * Where to go before what comes next: for the night if that is not today and can be reached from there, though one
   * would leave for it today from here; or for a gap that is worth it. Undefined to stay.
   */
  retreat(): Place | undefined {
    if (this.agenda === undefined) return undefined;
    const { agenda, place, today } = this;
    const { next, travel } = agenda;
    if (next === undefined) return this.placeForTheNight();
    if (Math.floor(next.start / MINUTES_PER_DAY) !== today) {
      const night = this.placeForTheNight();
      return night === undefined || this.isInTimeBy(night, next) ? night : undefined;
    }
    const back = agenda.placeOn(today);
    const wayOn = next.kind === 'journey' ? 0 : travel.minutes(back, next.place);
    const leastGap = travel.minutes(place, back) + wayOn + this.baseGapMinutes;
    return place !== back && next.start - this.simulation.now > leastGap ? back : undefined;
  }

  /** Whether somebody who goes to a place first is in time for what comes next. */
  private isInTimeBy(place: Place, next: AgendaEntry): boolean {
    const { travel } = this.agenda!;
    const there = this.simulation.now + travel.minutes(this.place, place);
    return next.kind === 'journey' || there + travel.minutes(place, next.place) <= next.start;
  }

  private get today(): number {
    return Math.floor(this.simulation.now / MINUTES_PER_DAY);
  }

  /** Undefined where that is here: also at the hotel on the evening before a trip. */
  private placeForTheNight(): Place | undefined {
    const { agenda, place, today } = this;
    const night = agenda!.placeAfter(this.simulation.now);
    const isEve = agenda!.tripOn(today + 1) !== agenda!.tripOn(today);
    return place === night || (isEve && place === agenda!.placeOn(today + 1)) ? undefined : night;
  }
}
