/** Addresses of a list that were used last at the same time, and how willing they were then to answer again. */
export interface Addresses {
  readonly count: number;
  /** Share of the first willingness to answer: right after the last use in the list, at the present use outside. */
  readonly willingness: number;
}

interface Rested extends Addresses {
  readonly usedAt: number;
}

export interface MailingListTerms {
  /** Addresses. */
  readonly size: number;
  /** Share of its willingness that an address loses by each use, in [0, 1]. */
  readonly tiring: number;
  /** Minutes in which half of the willingness lost comes back. */
  readonly halfLife: number;
}

/** A list of addresses that tires when it is used, and recovers. Those that have rested longest are used first. */
export class MailingList {
  private readonly terms: MailingListTerms;
  /** Longest rested first. */
  private readonly rested: Rested[];

  constructor(terms: MailingListTerms) {
    this.terms = terms;
    this.rested = [{ count: terms.size, willingness: 1, usedAt: 0 }];
  }

  /** Uses so many addresses at an instant, or all there are: groups of them with their willingness now. */
  use(count: number, at: number): readonly Addresses[] {
    const used: Addresses[] = [];
    let left = Math.min(count, this.terms.size);
    while (left > 0) {
      const group = this.rested.shift()!;
      const taken = Math.min(left, group.count);
      const willingness = this.willingnessOf(group, at);
      if (taken < group.count) this.rested.unshift({ ...group, count: group.count - taken });
      used.push({ count: taken, willingness });
      left -= taken;
    }
    for (const { count, willingness } of used) {
      this.rested.push({ count, willingness: willingness * (1 - this.terms.tiring), usedAt: at });
    }
    return used;
  }

  private willingnessOf({ willingness, usedAt }: Rested, at: number): number {
    return 1 - (1 - willingness) * 2 ** ((usedAt - at) / this.terms.halfLife);
  }
}

/**
 * How many of the addresses answer, each with chance `response` times its willingness, independently of the others:
 * a binomial number, drawn as geometric gaps between answers. `uniform` gives the draw of the nth gap, so that the nth
 * answer of a campaign is the same whoever sends it; more willing addresses never give fewer answers.
 */
export function answersFrom(
  groups: readonly Addresses[],
  response: number,
  uniform: (nth: number) => number,
): number {
  let answers = 0;
  // Hazard to pass until the next answer; what is left of it goes over to the next group.
  let patience = -Math.log(uniform(0));
  for (const { count, willingness } of groups) {
    const hazard = -Math.log1p(-Math.min(response * willingness, MOST));
    let left = count;
    while (left > 0 && hazard > 0) {
      const gap = Math.max(1, Math.ceil(patience / hazard));
      if (gap > left) {
        patience -= left * hazard;
        break;
      }
      left -= gap;
      answers++;
      patience = -Math.log(uniform(answers));
    }
  }
  return answers;
}

/** Nobody answers for certain. */
const MOST = 0.999999;
