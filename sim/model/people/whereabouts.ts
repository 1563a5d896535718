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

  /** Whether this is a place to rest at: where today or tomorrow begins. */
  isAtLodging(): boolean {
    const { agenda, place } = this;
    return (
      agenda === undefined || place === agenda.placeOn(this.today) || place === agenda.placeOn(this.today + 1)
    );
  }

  /** Minutes from here to another place. */
  minutesTo(place: Place): number {
    return this.agenda!.travel.minutes(this.place, place);
  }

  /**
   * Where to go before what comes next, given when to leave for it from here: for the night, or for a gap that is worth
   * it. Undefined to stay.
   */
  retreat(departure: number): Place | undefined {
    if (this.agenda === undefined) return undefined;
    const { agenda, place, today } = this;
    const { next, travel } = agenda;
    if (next === undefined || Math.floor(departure / MINUTES_PER_DAY) !== today)
      return this.placeForTheNight();
    const back = agenda.placeOn(today);
    const wayOn = next.kind === 'journey' ? 0 : travel.minutes(back, next.place);
    const leastGap = travel.minutes(place, back) + wayOn + this.baseGapMinutes;
    return place !== back && next.start - this.simulation.now > leastGap ? back : undefined;
  }

  private get today(): number {
    return Math.floor(this.simulation.now / MINUTES_PER_DAY);
  }

  /** Undefined where that is here: also at the hotel on the evening before a trip. */
  private placeForTheNight(): Place | undefined {
    const night = this.agenda!.placeAfter(this.simulation.now);
    return this.place === night || this.place === this.agenda!.placeOn(this.today + 1) ? undefined : night;
  }
}
