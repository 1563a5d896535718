import type { Account } from '../../market/accounts.ts';

/** An account on somebody's list of those to phone. */
export class Contact {
  readonly account: Account;
  /** Minutes since the start before which nobody phones. */
  dueAt: number;
  /** When somebody last asked what it needs; -Infinity for never. */
  spokenAt: number;
  dials = 0;
  talks = 0;

  constructor(account: Account, { dueAt, spokenAt }: { dueAt: number; spokenAt: number }) {
    this.account = account;
    this.dueAt = dueAt;
    this.spokenAt = spokenAt;
  }
}

/** Accounts in the order in which they are phoned: who was not reached again, then who waits longest. */
export class CallRound {
  private readonly contacts: Contact[] = [];
  private cursor = 0;
  /** Those who were not reached; oldest first. */
  private readonly again: Contact[] = [];

  /** Another account, last in turn. */
  add(contact: Contact): void {
    this.contacts.splice(this.cursor, 0, contact);
    this.cursor = (this.cursor + 1) % this.contacts.length;
  }

  /** Whom to phone now, taken from the turn; undefined if nobody is due. */
  take(now: number): Contact | undefined {
    const missed = this.again[0];
    if (missed !== undefined && missed.dueAt <= now) return this.again.shift();
    const contact = this.contacts[this.cursor];
    if (contact === undefined || contact.dueAt > now) return undefined;
    this.contacts.splice(this.cursor, 1);
    if (this.cursor === this.contacts.length) this.cursor = 0;
    return contact;
  }

  /** Somebody was not reached and is to be tried before the others are. */
  tryAgain(contact: Contact): void {
    this.again.push(contact);
  }

  /** When the next one is due, minutes since the start; Infinity if there is nobody. */
  get dueAt(): number {
    return Math.min(this.again[0]?.dueAt ?? Infinity, this.contacts[this.cursor]?.dueAt ?? Infinity);
  }
}
