import type { Observer } from '../../sim/model/observer.ts';
import { SILENT } from '../model/people/silent-observer.ts';

/** Something that holds for every run: hears what the run tells, and says at the end what was wrong with it. */
export interface Law {
  readonly name: string;
  readonly hears: Partial<Observer>;
  /** What was wrong up to the end of the run, in words. */
  readonly faultsAt: (end: number) => readonly string[];
}

type Told = (...told: readonly unknown[]) => void;

/** Tells several observers of everything, in their order; each hears what it wants to hear. */
export function tell(...observers: readonly Partial<Observer>[]): Observer {
  const hears: Record<string, Told> = {};
  for (const event of Object.keys(SILENT)) {
    hears[event] = (...told) => {
      for (const observer of observers) (observer as Readonly<Record<string, Told>>)[event]?.(...told);
    };
  }
  return hears as unknown as Observer;
}

/** Faults that have been found: the first few are enough. */
export class Faults {
  readonly found: string[] = [];

  add(fault: string): void {
    if (this.found.length < 5) this.found.push(fault);
  }

  /** Two numbers that are to be equal but for rounding. */
  compare(what: string, one: number, other: number): void {
    if (!(Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other)))) {
      this.add(`${what}: ${one} is not ${other}`);
    }
  }
}
