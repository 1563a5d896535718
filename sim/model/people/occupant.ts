/** How far above or below the average somebody is: multiplies the chance to win, and the pace of technical work. */
export interface Skill {
  readonly selling: number;
  readonly technical: number;
}

export const AVERAGE: Skill = { selling: 1, technical: 1 };

/** How somebody new grows into the job: in a straight line from a share of full effectiveness. */
export interface RampUp {
  /** Minutes since the start. */
  readonly from: number;
  /** Minutes until fully effective; 0 for at once. */
  readonly minutes: number;
  /** Effectiveness at first, in (0, 1]. */
  readonly start: number;
}

/** Whoever holds a seat, until somebody else does. */
export class Occupant {
  readonly skill: Skill;
  private readonly paceSkill: number;
  private readonly rampUp: RampUp | undefined;

  /** Technical skill is pace for whom it is the job. Somebody who has been there long is fully effective. */
  constructor(skill: Skill, isTechnical: boolean, rampUp?: RampUp) {
    this.skill = skill;
    this.paceSkill = isTechnical ? skill.technical : 1;
    this.rampUp = rampUp;
  }

  /** The same person in another job, whose ways are learnt activity by activity; as new to the firm as before. */
  static inAnotherJob({ skill, rampUp }: Occupant, isTechnical: boolean): Occupant {
    return new Occupant(skill, isTechnical, rampUp);
  }

  /** Minutes of work done in a minute at an instant. */
  paceAt(at: number): number {
    return this.paceSkill * this.effectivenessAt(at);
  }

  /** Selling skill at an instant. */
  sellingAt(at: number): number {
    return this.skill.selling * this.effectivenessAt(at);
  }

  private effectivenessAt(at: number): number {
    if (this.rampUp === undefined) return 1;
    const { from, minutes, start } = this.rampUp;
    return at >= from + minutes ? 1 : start + ((1 - start) * (at - from)) / minutes;
  }
}
