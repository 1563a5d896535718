import type { OpportunitySource } from '../../model/market/opportunity.ts';
import type { MeetingStage, TimeUse } from '../../model/observer.ts';
import type { Role } from '../../scenario/schema/ids.ts';

/**
 * What pictures are drawn of: two weeks of one person, and the way of one deal, as they were in the first replication.
 * No estimate of anything. Times are minutes since the start of the run, which is a Monday 00:00, to the hundredth.
 */
export interface Illustration {
  /** The last two weeks of the run, `[from, to)`, counted from 0; fewer if it has fewer. */
  readonly weeks: { readonly from: number; readonly to: number };
  /**
   * The salesperson with the median number of meetings held in these weeks: of an even number of people the lower
   * median, of several the one with the lowest number. Where there are no salespeople, one of the nearest role.
   */
  readonly person: PersonName;
  /** Meetings on opportunities that this person has held in these weeks. */
  readonly meetings: number;
  /** Every interval that the person has spent in one way, in order of time; what is not there is idle, or time off. */
  readonly agenda: readonly AgendaInterval[];
  readonly trips: Trips;
  /**
   * Of the opportunities that were won after the warm-up in conversations of the firm's own the one with the median
   * cycle time (the lower one of two, the lower number of equal ones); of all that were won, if there is none. null if
   * nothing was won.
   */
  readonly journey: Journey | null;
}

/** Somebody by role and number, counted from 1. */
export interface PersonName {
  readonly role: Role;
  readonly number: number;
}

export interface AgendaInterval {
  readonly activity: TimeUse;
  readonly from: number;
  readonly to: number;
  /** What it was done for, such as `opportunity-1234`; not there if for nothing in particular. */
  readonly about?: string;
  /** What had been agreed; not there for what had not been. Of a no-show, what was to be held. */
  readonly appointment?: {
    readonly kind: MeetingStage | 'maintenance-visit';
    /** Whether a project leader was to come along. */
    readonly isJoint: boolean;
  };
}

/** Where somebody has travelled. */
export interface Trips {
  readonly geometry: Geometry;
  /** Where the person sets out from in the morning; null for somebody who has no appointments. */
  readonly base: Spot | null;
  /** In order of time. */
  readonly legs: readonly TravelLeg[];
}

/** A plane of so many miles, and the cities on it that the trips touch, where the territory has any. */
export interface Geometry {
  readonly unit: 'miles';
  readonly width: number;
  readonly height: number;
  readonly cities: readonly PlacedCity[];
}

export interface PlacedCity {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Degrees, of cities that are real; null of others. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Miles east and north of the south-west corner, to the tenth. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Name of the city that it lies in; null outside all cities. */
  readonly city: string | null;
}

export interface TravelLeg {
  readonly from: Spot;
  readonly to: Spot;
  readonly by: 'road' | 'air';
  readonly setOutAt: number;
  readonly minutes: number;
}

/** The way of one opportunity from arrival to decision. */
export interface Journey {
  readonly opportunity: number;
  readonly source: OpportunitySource;
  readonly arrivedAt: number;
  readonly decidedAt: number;
  /** What somebody did for it, in order of time; work that was interrupted is several steps. */
  readonly steps: readonly JourneyStep[];
  /** The whole way less its meetings or sales calls, in order of time, by who was waited for. */
  readonly waits: readonly JourneyWait[];
}

export interface JourneyStep extends PersonName {
  readonly activity: TimeUse;
  readonly from: number;
  readonly to: number;
}

export interface JourneyWait {
  /**
   * `booking`: until a day is agreed, or, of those sold to on the phone, until the call; `appointment`: until that day;
   * `solution`: for solution and proposal, after the discovery; `customer`: while he thinks, until he wants to go on.
   */
  readonly for: 'booking' | 'appointment' | 'solution' | 'customer';
  readonly from: number;
  readonly to: number;
}
