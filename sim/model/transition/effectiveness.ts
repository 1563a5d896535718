import type { Scenario } from '../../scenario/schema/scenario.ts';

type Rules = Pick<Scenario['transition'], 'learning' | 'resistance'>;

/** How fast an activity is done from a step on: tools are changed at once, whoever does it learns. */
interface Practice {
  /** Since when it is learnt; minutes since the start. */
  readonly since: number;
  /** Lasting pace once it has been learnt. */
  readonly pace: number;
}

/**
 * What change costs people: a role learns an activity that is new to it, or whose tools are new; a salesperson from
 * whom something is taken does less well for a time. All of it fades in a straight line.
 */
export class Effectiveness {
  private readonly rules: Rules;
  /** By role and time use. */
  private readonly practices: (Practice | undefined)[][] = [];
  /** Since when each salesperson resists, by index. */
  private readonly resistingSince: (number | undefined)[] = [];

  constructor(rules: Rules) {
    this.rules = rules;
  }

  /** A role begins to learn an activity; `tools` is the lasting change of its pace. */
  learn(role: number, timeUse: number, { at, tools }: { at: number; tools: number }): void {
    const practices = (this.practices[role] ??= []);
    practices[timeUse] = { since: at, pace: (practices[timeUse]?.pace ?? 1) * tools };
  }

  /** Whether a role has begun to learn an activity. */
  knows(role: number, timeUse: number): boolean {
    return this.practices[role]?.[timeUse] !== undefined;
  }

  /** Something is taken from a salesperson. */
  resist(salesperson: number, at: number): void {
    this.resistingSince[salesperson] = at;
  }

  /** Minutes of work that somebody of a role does in a minute at an activity, over what is usual. */
  paceAt(role: number, timeUse: number, now: number): number {
    const practice = this.practices[role]?.[timeUse];
    if (practice === undefined) return 1;
    const { from, over } = this.rules.learning;
    return practice.pace * (1 - (1 - from) * left(now - practice.since, over));
  }

  /** What a salesperson keeps of the usual effectiveness. */
  ofSalesperson(index: number, now: number): number {
    const since = this.resistingSince[index];
    if (since === undefined) return 1;
    const { loss, over } = this.rules.resistance;
    return 1 - loss * left(now - since, over);
  }
}

/** Share that is left of what fades in a straight line. */
function left(age: number, over: number): number {
  return age >= over ? 0 : 1 - age / over;
}
