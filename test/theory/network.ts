import type { Distribution } from '../../sim/random/distribution.ts';
import type { WorkingPattern } from '../../sim/time/working-time.ts';

/** A system of queues: what a case of the theory says in a few lines. Its unit of time is the minute of the model. */
export interface Network {
  readonly stations: readonly StationOrder[];
  /** One class of customers each. */
  readonly sources: readonly SourceOrder[];
  /** `[from][to]`: chance to go on from one station to another. Whoever does not, leaves; all do if left out. */
  readonly routing?: readonly (readonly number[])[];
}

/** People who serve one queue; or, without servers, a place where everybody stays for a time of their own. */
export interface StationOrder {
  /** Persons; 0 for a station at which nobody waits for anybody. */
  readonly servers: number;
  /** Work that a customer brings, unless the class has its own. */
  readonly service?: Distribution;
  /** Customers that may wait; any number if left out. */
  readonly room?: number;
  /** Who is served next within a class of urgency; whoever came first if left out. */
  readonly order?: 'last-come' | 'shortest';
  /** Classes at least as urgent as this interrupt less urgent ones; none do if left out. */
  readonly interruptingUrgency?: number;
  readonly switchingMinutes?: number;
  /** Hours of each server; always there if left out. */
  readonly hours?: (server: number) => WorkingPattern;
  readonly finishesAfterHours?: boolean;
  /** How long servers stay away when they find nobody to serve, again and again. */
  readonly vacation?: Distribution;
  /** Work that servers do while nobody is there, and leave at once for anybody. */
  readonly filler?: Distribution;
}

/** Where one class of customers comes from, and what it is like. */
export interface SourceOrder {
  /** Times between arrivals. */
  readonly gap?: Distribution;
  /** Arrivals that are a Poisson process with a rate that changes but never exceeds `peak`; per minute. */
  readonly rate?: { readonly at: (time: number) => number; readonly peak: number };
  /** Customers who are there from the start and, with a routing that lets nobody out, for ever. */
  readonly population?: number;
  /** Customers one by one. */
  readonly list?: readonly Expected[];
  /** How many arrive together; one if left out. */
  readonly batch?: Distribution;
  /** Where they arrive: the first station if left out. */
  readonly station?: number;
  /** 0, the most urgent, if left out. */
  readonly urgency?: number;
  readonly service?: Distribution;
  /** Minutes that they wait for service to begin before they give up; for ever if left out. */
  readonly patience?: Distribution;
}

/** One customer of a list: when they come and what they bring. */
export interface Expected {
  readonly at: number;
  readonly minutes: number;
  readonly patience?: number;
}

/** One customer of a class. */
export interface Customer {
  readonly source: number;
  /** Counts the customers of a source from 0. */
  readonly number: number;
  /** When they came into the system; minutes since the start. */
  readonly cameAt: number;
}

/** One customer at one station. */
export interface Visit {
  readonly customer: Customer;
  readonly station: number;
  readonly arrived: number;
  /** Customers who were at the station already. */
  readonly found: number;
  /** When service began for the first time; undefined if it has not. */
  begun: number | undefined;
  /** When they left the station; undefined if they have not. */
  ended: number | undefined;
  outcome: 'here' | 'served' | 'refused' | 'abandoned';
}

/** Minutes that a server spent on a class of customers without a break. */
export interface Stint {
  readonly station: number;
  readonly server: number;
  readonly source: number;
  readonly from: number;
  readonly to: number;
}

/** State of a station after one of its queue or servers has changed. */
export interface StationState {
  readonly at: number;
  readonly station: number;
  /** Servers at work. */
  readonly engaged: number;
  readonly waiting: number;
}

/** The distributions that cases are full of. */
export function exponential(mean: number): Distribution {
  return { kind: 'exponential', mean };
}

export function constant(value: number): Distribution {
  return { kind: 'constant', value };
}
