import type { Scenario } from '../scenario/schema/scenario.ts';

/** Who does what, how many there are, and which policies rule. */
export type Organisation = Scenario['organisation'];

/**
 * The organisation as it is now: it may change during a run, for everybody at once or for some salespeople first.
 * Whoever decides something reads it then, and keeps nothing of it.
 */
export class Charter {
  /** What holds for the firm, and for every salesperson for whom nothing else does. */
  firm: Organisation;
  /** Another organisation of the work for the accounts of single salespeople, by index. */
  private exceptions: readonly (Organisation | undefined)[] = [];
  private readonly listeners: (() => void)[] = [];

  constructor(organisation: Organisation) {
    this.firm = organisation;
  }

  /** What holds for the accounts of a salesperson. */
  of(salesperson: number): Organisation {
    return this.exceptions.length === 0 ? this.firm : (this.exceptions[salesperson] ?? this.firm);
  }

  /** The organisation changes now; `exceptions` are salespeople for whom something else holds, by index. */
  amend(firm: Organisation, exceptions: readonly (Organisation | undefined)[] = []): void {
    this.firm = firm;
    this.exceptions = exceptions;
    for (const onAmended of this.listeners) onAmended();
  }

  /** Tells of every change, once it holds; in the order in which listeners came. */
  tell(onAmended: () => void): void {
    this.listeners.push(onAmended);
  }
}
