import { timeUseOf, type PersonId } from '../../sim/model/observer.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import type { WorkingTime } from '../../sim/time/working-time.ts';
import { Faults, type Law } from './law.ts';

/** Instants at which something came that is still there; finds them again but for rounding. */
class Instants {
  count = 0;
  private readonly counts = new Map<number, number>();

  add(at: number): void {
    const key = Math.round(at * 1000);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.count++;
  }

  /** Takes out something that came at an instant. False if nothing did, or it is gone already. */
  take(at: number): boolean {
    const nearest = Math.round(at * 1000);
    const key = [nearest, nearest - 1, nearest + 1].find((one) => (this.counts.get(one) ?? 0) > 0);
    if (key === undefined) return false;
    this.counts.set(key, this.counts.get(key)! - 1);
    this.count--;
    return true;
  }
}

/** What leaves must have come, at the instant that its age says, and has not left before. */
class Ledger {
  readonly faults = new Faults();
  private readonly kinds = new Map<string, Instants>();
  private readonly what: string;

  constructor(what: string) {
    this.what = what;
  }

  come(kind: string, at: number): void {
    this.of(kind).add(at);
  }

  leave(kind: string, age: number, at: number): void {
    if (!this.of(kind).take(at - age)) {
      this.faults.add(
        `${this.what} ${kind} that left at ${at} at age ${age} had not come or had left before`,
      );
    }
  }

  private of(kind: string): Instants {
    let instants = this.kinds.get(kind);
    if (instants === undefined) this.kinds.set(kind, (instants = new Instants()));
    return instants;
  }
}

/**
 * Every opportunity is decided once, and as old as it is: arrived = decided + open. All of its age is spent in one phase
 * or another, and what is won has been spoken of.
 */
export function opportunitiesConserved(): Law {
  const ledger = new Ledger('opportunity');
  return {
    name: 'opportunities are conserved',
    hears: {
      onOpportunityArrived: ({ id }, at) => ledger.come(`${id}`, at),
      onOpportunityDecided: ({ id, age, outcome, furthest, phaseMinutes }, at) => {
        ledger.leave(`${id}`, age, at);
        const spent = phaseMinutes?.reduce((sum, minutes) => sum + minutes, 0) ?? 0;
        ledger.faults.compare(`age of opportunity ${id}, and its phases`, age, spent);
        if (phaseMinutes?.some((minutes) => minutes < 0)) ledger.faults.add(`opportunity ${id} went back`);
        if ((outcome === 'disqualified') !== (furthest === 'arrived') || isTooSoon(outcome, furthest)) {
          ledger.faults.add(`opportunity ${id} is ${outcome} when it is no more than ${furthest}`);
        }
      },
    },
    faultsAt: () => ledger.faults.found,
  };
}

/** Nobody buys, or buys elsewhere, of whom the firm has never heard. */
function isTooSoon(outcome: string, furthest: string): boolean {
  return ['won', 'competitor', 'no-decision', 'declined'].includes(outcome) && furthest === 'pursued';
}

/** Every case is closed once, and as old as it is: opened = closed + open. */
export function casesConserved(): Law {
  const ledger = new Ledger('case');
  return {
    name: 'cases are conserved',
    hears: {
      onCaseOpened: ({ type, id }, at) => ledger.come(`${type} ${id}`, at),
      onCaseClosed: ({ type, id, age }, at) => ledger.leave(`${type} ${id}`, age, at),
    },
    faultsAt: () => ledger.faults.found,
  };
}

/** Every job is delivered once, and took as long as it took; every opportunity won is one project. */
export function jobsConserved(): Law {
  const ledger = new Ledger('order');
  let won = 0;
  let projects = 0;
  return {
    name: 'jobs are conserved',
    hears: {
      onOpportunityDecided: ({ outcome }) => (won += outcome === 'won' ? 1 : 0),
      onOrderReceived: ({ product, id }, at) => {
        ledger.come(`${product} ${id}`, at);
        if (product === 'project') projects++;
      },
      onDelivered: ({ product, id, leadTime }, at) => ledger.leave(`${product} ${id}`, leadTime, at),
    },
    faultsAt: () => {
      ledger.faults.compare('opportunities won, and projects', won, projects);
      return ledger.faults.found;
    },
  };
}

/** What is done in idle time does not count as busy. */
const FILLER = timeUseOf('prospecting');

/** The hours of somebody at present, and how often they have changed. */
export interface Hours {
  readonly workingTime: WorkingTime;
  readonly revision: number;
}

/**
 * The minutes of everybody's paid time add up: who is engaged spends all of it on something that is told, who is
 * available spends none of it. Where hours have changed meanwhile, by absence or since a seat was opened or closed, it
 * is not known any more what they were: then nobody spends more than there was.
 */
export function minutesConserved(hoursOf: (person: PersonId) => Hours): Law {
  const faults = new Faults();
  const people = new Map<string, { engagedAt: number | undefined; revision: number; told: number }>();
  const nameOf = ({ role, index }: PersonId) => `${ROLES[role]!} ${index}`;
  const begin = (person: PersonId, engagedAt: number | undefined) => {
    const state = { engagedAt, revision: hoursOf(person).revision, told: 0 };
    people.set(nameOf(person), state);
    return state;
  };
  const stateOf = (person: PersonId) => people.get(nameOf(person)) ?? begin(person, undefined);
  return {
    name: 'minutes are conserved',
    hears: {
      onTimeSpent: (person, use, from, to) => {
        if (use !== FILLER) stateOf(person).told += hoursOf(person).workingTime.between(from, to);
      },
      // Who comes later has no room for work until told otherwise.
      onEmployed: (person, at) => void begin(person, at),
      onLeft: (person) => void people.delete(nameOf(person)),
      onEngaged: (person, at) => {
        faults.compare(`minutes of ${nameOf(person)}, available until ${at}, told`, stateOf(person).told, 0);
        begin(person, at);
      },
      onAvailable: (person, at) => {
        const { engagedAt, revision, told } = stateOf(person);
        const hours = hoursOf(person);
        const paid = engagedAt === undefined ? 0 : hours.workingTime.between(engagedAt, at);
        if (revision === hours.revision) {
          faults.compare(`minutes of ${nameOf(person)}, engaged until ${at}, told`, told, paid);
        } else if (engagedAt !== undefined && told > at - engagedAt + 1e-6) {
          faults.add(`${nameOf(person)} has spent ${told} minutes from ${engagedAt} to ${at}`);
        }
        begin(person, undefined);
      },
    },
    faultsAt: () => faults.found,
  };
}
