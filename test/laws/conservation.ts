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

/** Every opportunity is decided once, and as old as it is: arrived = decided + open. */
export function opportunitiesConserved(): Law {
  const ledger = new Ledger('opportunity');
  return {
    name: 'opportunities are conserved',
    hears: {
      onOpportunityArrived: (_source, at) => ledger.come('', at),
      onOpportunityDecided: (_outcome, age, at) => ledger.leave('', age, at),
    },
    faultsAt: () => ledger.faults.found,
  };
}

/** Every case is closed once, and as old as it is: opened = closed + open. */
export function casesConserved(): Law {
  const ledger = new Ledger('case');
  return {
    name: 'cases are conserved',
    hears: {
      onCaseOpened: (type, at) => ledger.come(type, at),
      onCaseClosed: ({ type, age }, at) => ledger.leave(type, age, at),
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
      onOpportunityDecided: (outcome) => (won += outcome === 'won' ? 1 : 0),
      onOrderReceived: (product, at) => {
        ledger.come(product, at);
        if (product === 'project') projects++;
      },
      onDelivered: ({ product, leadTime }, at) => ledger.leave(product, leadTime, at),
    },
    faultsAt: () => {
      ledger.faults.compare('opportunities won, and projects', won, projects);
      return ledger.faults.found;
    },
  };
}

/** What is done in idle time does not count as busy. */
const FILLER = timeUseOf('prospecting');

/**
 * The minutes of everybody's paid time add up: who is engaged spends all of it on something that is told, who is
 * available spends none of it.
 */
export function minutesConserved(hoursOf: (person: PersonId) => WorkingTime): Law {
  const faults = new Faults();
  const people = new Map<string, { engagedAt: number | undefined; told: number }>();
  const stateOf = ({ role, index }: PersonId) => {
    const name = `${ROLES[role]!} ${index}`;
    if (!people.has(name)) people.set(name, { engagedAt: undefined, told: 0 });
    return { name, state: people.get(name)! };
  };
  return {
    name: 'minutes are conserved',
    hears: {
      onTimeSpent: (person, use, from, to) => {
        if (use !== FILLER) stateOf(person).state.told += hoursOf(person).between(from, to);
      },
      onEngaged: (person, at) => {
        const { name, state } = stateOf(person);
        faults.compare(`minutes of ${name}, available until ${at}, that were told`, state.told, 0);
        people.set(name, { engagedAt: at, told: 0 });
      },
      onAvailable: (person, at) => {
        const { name, state } = stateOf(person);
        const paid = state.engagedAt === undefined ? 0 : hoursOf(person).between(state.engagedAt, at);
        faults.compare(`minutes of ${name}, engaged until ${at}, that were told`, state.told, paid);
        people.set(name, { engagedAt: undefined, told: 0 });
      },
    },
    faultsAt: () => faults.found,
  };
}
