import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import { select } from '../policies/selection.ts';
import { AVERAGE, Occupant, type Skill } from './occupant.ts';

export interface TalentOptions {
  readonly people: Scenario['people'];
  readonly charter: Charter;
  /** Draws by person: the two skills. */
  readonly draws: KeyedDraws;
}

/** Newcomers are numbered apart from the pool, by seat and how many were hired for it before. */
const FIRST_NEWCOMER = 2 ** 32;
const SEATS_AT_MOST = 1024;

/**
 * Who sits where. Salespeople and project leaders of the first day come from a pool in which person i has the same
 * skills in every organisation; whoever is hired later is drawn for the seat. In other roles all are alike.
 */
export class Talent {
  private readonly options: TalentOptions;
  private readonly ofFirstDay: Readonly<Record<'salesperson' | 'project-leader', readonly Skill[]>>;
  private readonly hires = new Map<number, number>();
  /** Normal with mean 1 and standard deviation 1. */
  private readonly normal = quantileOf({ kind: 'normal', mean: 1, cv: 1, min: -Infinity, max: Infinity });

  constructor(options: TalentOptions) {
    this.options = options;
    const { roles, staffing } = options.charter.firm;
    const sellers = roles.salesperson.heads;
    const leaders = roles['project-leader'].heads;
    const size = Math.max(options.people.skill.pool, sellers + leaders);
    const pool = Array.from({ length: size }, (_, person) => this.skillOf(person));
    const chosen = select(staffing.selection, { pool, sellers, leaders });
    this.ofFirstDay = {
      salesperson: chosen.sellers.map((person) => pool[person]!),
      'project-leader': chosen.leaders.map((person) => pool[person]!),
    };
  }

  /** Whoever sits there on the first day. */
  ofFirst(role: Role, index: number): Occupant {
    return new Occupant(this.skillOfFirst(role, index), role === 'project-leader');
  }

  /** Somebody hired for a seat, who begins now. */
  newcomer(role: Role, index: number, now: number): Occupant {
    const seat = ROLES.indexOf(role) * SEATS_AT_MOST + index;
    const nth = this.hires.get(seat) ?? 0;
    this.hires.set(seat, nth + 1);
    const isSkilled = role === 'salesperson' || role === 'project-leader';
    const skill = isSkilled ? this.skillOf(FIRST_NEWCOMER + seat * SEATS_AT_MOST + nth) : AVERAGE;
    const { rampUp, rampStart } = this.options.charter.firm.roles[role];
    const ramp = { from: now, minutes: rampUp, start: rampStart };
    return new Occupant(skill, role === 'project-leader', rampUp === 0 ? undefined : ramp);
  }

  private skillOfFirst(role: Role, index: number): Skill {
    return role === 'salesperson' || role === 'project-leader'
      ? (this.ofFirstDay[role][index] ?? AVERAGE)
      : AVERAGE;
  }

  private skillOf(person: number): Skill {
    const { selling, technical, correlation } = this.options.people.skill;
    if (selling === 0 && technical === 0) return AVERAGE;
    const first = this.normal(this.options.draws.uniform(person, 0)) - 1;
    const other = this.normal(this.options.draws.uniform(person, 1)) - 1;
    const second = correlation * first + Math.sqrt(1 - correlation ** 2) * other;
    return { selling: lognormal(selling, first), technical: lognormal(technical, second) };
  }
}

/** A lognormal of mean 1 from a standard normal. */
function lognormal(sigma: number, z: number): number {
  return Math.exp(sigma * z - sigma ** 2 / 2);
}
