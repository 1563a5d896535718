import type { Scenario } from '../scenario/schema/scenario.ts';

/** Who does what, how many there are, and which policies rule. */
export type Organisation = Scenario['organisation'];

/** Salespeople who do not follow the firm, or not yet. */
export interface Exceptions {
  /** What holds for the accounts of each of them, by index. */
  readonly exceptions: readonly (Organisation | undefined)[];
  /** Whether calls for some salespeople are made by another role than for others. */
  readonly isMixed: boolean;
}

const NONE: Exceptions = { exceptions: [], isMixed: false };

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
  /** Whether calls for some salespeople are made by another role than for others. */
  isMixed = false;

  constructor(organisation: Organisation) {
    this.firm = organisation;
  }

  /** What holds for the accounts of a salesperson. */
  of(salesperson: number): Organisation {
    return this.exceptions.length === 0 ? this.firm : (this.exceptions[salesperson] ?? this.firm);
  }

  /** The organisation changes now; `exceptions` are salespeople for whom something else holds, by index. */
  amend(firm: Organisation, { exceptions, isMixed }: Exceptions = NONE): void {
    this.firm = firm;
    this.exceptions = exceptions;
    this.isMixed = isMixed;
    for (const onAmended of this.listeners) onAmended();
  }

  /** Tells of every change, once it holds; in the order in which listeners came. */
  tell(onAmended: () => void): void {
    this.listeners.push(onAmended);
  }
}
