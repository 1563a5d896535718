import type { Leg, Place } from '../../sim/model/market/place.ts';
import type { EndedTrip, PersonId } from '../../sim/model/observer.ts';
import { MINUTES_PER_DAY, type Interval } from '../../sim/time/working-time.ts';

const [MORNING, NIGHT] = [5 * 60, 23 * 60];

/** Where somebody is who has left home at least once, or is on the way to. */
interface Traveller {
  readonly home: Place;
  place: Place;
  /** Day up to which the nights have been counted. */
  day: number;
  /** Nights away since the last night at home, and those of the trips that have been told since. */
  nights: number;
  told: number;
  /** Nights of them that were spent on the way, to a hotel or an appointment. */
  onTheWay: number;
  /** When the person set out for home at night, and when the person began to be absent or left for good. */
  readonly homeAtNight: number[];
  readonly goneAt: Set<number>;
}

/**
 * Counts the nights that people spend away from home, by where they set out for, and holds them against the trips that
 * are told: once somebody sleeps at home again, every night has been told, and once. Nobody sets out for home at night
 * who has not just fallen ill.
 */
export class TripAudit {
  private readonly travellers = new Map<string, Traveller>();
  private readonly goneAt = new Map<string, Set<number>>();
  private readonly fault: (text: string) => void;
  /** Nights away of everybody. */
  nights = 0;
  /** Trips of which fewer nights were spent than planned. */
  shortened = 0;

  constructor(fault: (text: string) => void) {
    this.fault = fault;
  }

  onSetOut(person: PersonId, { from, to }: Leg, at: number): void {
    const name = nameOf(person);
    const day = Math.floor(at / MINUTES_PER_DAY);
    let traveller = this.travellers.get(name);
    if (traveller === undefined) {
      const counts = { day, nights: 0, told: 0, onTheWay: 0, homeAtNight: [], goneAt: this.absencesOf(name) };
      this.travellers.set(name, (traveller = { home: from, place: from, ...counts }));
    }
    // A trip may be told at the midnight after its last day.
    if (traveller.place === traveller.home && day > traveller.day) this.checkHome(name, traveller, at);
    this.sleep(traveller, day);
    traveller.place = to;
    const ofDay = at - day * MINUTES_PER_DAY;
    if (to === traveller.home && (ofDay < MORNING || ofDay > NIGHT)) traveller.homeAtNight.push(at);
  }

  /** A night on the way somewhere else than home may belong to a trip, whose hotel is paid, or come after it. */
  onTravelled(person: PersonId, { from, to }: Interval): void {
    const traveller = this.travellers.get(nameOf(person));
    if (traveller === undefined || traveller.place === traveller.home) return;
    traveller.onTheWay += Math.floor(to / MINUTES_PER_DAY) - Math.floor(from / MINUTES_PER_DAY);
  }

  onTripEnded(trip: EndedTrip, at: number): void {
    const { days, nights, booked, held } = trip;
    if (!(nights >= 1 && nights <= days && held >= 0 && held <= booked)) {
      this.fault(`a trip of ${days} days and ${nights} nights ended with ${held} of ${booked} held at ${at}`);
    }
    if (nights < days) this.shortened++;
    const traveller = this.travellers.get(nameOf(trip));
    if (traveller === undefined) this.fault(`${nameOf(trip)} ends a trip and never set out, at ${at}`);
    else traveller.told += nights;
  }

  /** Somebody is absent from now on, or has left. */
  onGone(person: PersonId, at: number): void {
    this.absencesOf(nameOf(person)).add(at);
  }

  /** Holds what is left against what has been told, at the end of a run; trips under way aside. */
  finish(at: number): void {
    for (const [name, traveller] of this.travellers) {
      this.sleep(traveller, Math.floor(at / MINUTES_PER_DAY));
      if (traveller.place === traveller.home) this.checkHome(name, traveller, at);
      for (const night of traveller.homeAtNight)
        if (!traveller.goneAt.has(night)) this.fault(`${name} sets out for home at ${night}, in the night`);
    }
  }

  private sleep(traveller: Traveller, day: number): void {
    const midnights = day - traveller.day;
    traveller.day = day;
    if (traveller.place === traveller.home) return;
    traveller.nights += midnights;
    this.nights += midnights;
  }

  private checkHome(name: string, traveller: Traveller, at: number): void {
    const { nights, told, onTheWay } = traveller;
    if (told > nights || told < nights - onTheWay)
      this.fault(`${name} spent ${nights} nights away and told ${told}, before ${at}`);
    traveller.nights = 0;
    traveller.told = 0;
    traveller.onTheWay = 0;
  }

  private absencesOf(name: string): Set<number> {
    const known = this.goneAt.get(name) ?? new Set<number>();
    this.goneAt.set(name, known);
    return known;
  }
}

function nameOf({ role, index }: PersonId): string {
  return `${role}/${index}`;
}
