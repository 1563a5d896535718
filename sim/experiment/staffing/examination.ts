import type { ConditionVerdict, ErrorLevels } from '../conditions/judge.ts';
import { keyOf, type Design } from './designs.ts';

/** What replications of a design say of all conditions at once. */
export interface Feasibility {
  readonly verdict: ConditionVerdict;
  /** Of the condition that is worst off: how far it is inside its bound, in standard errors. */
  readonly margin: number;
}

/** A design with the last that was found out about it. */
export interface Examined<Candidate extends Design = Design> extends Feasibility {
  readonly design: Candidate;
  /** On which the verdict rests. */
  readonly replications: number;
}

/** How designs are simulated and judged. */
export interface Examiner<Candidate extends Design> {
  /** Makes sure that the first replications of designs are there. */
  readonly sample: (designs: readonly Candidate[], replications: number) => Promise<void>;
  /** Judges a design by its first replications. */
  readonly judge: (design: Candidate, replications: number, levels: ErrorLevels) => Feasibility;
}

/**
 * Decides whether designs meet the conditions, looking at each after so many replications as the looks say, until it
 * is decided; after the last look a design may be left undecided. Each design is decided once. An early look can rule a
 * design out; that it meets the conditions is not said before `shownFrom` replications, since a mean of fewer is not
 * about normal where a firm may break down: what happens in one run of five is missed by five runs in one case of three,
 * by twenty in one of ninety.
 *
 * The levels: alpha_m = error / (designs x looks from `shownFrom` on) to call a condition met, so that the chance that any design is called
 * feasible while it breaks a condition is at most `error` in all (a design is called so only if every condition is, so
 * its wrong one has to fail: no factor for the conditions); alpha_n = error / (conditions x looks) to call one not met,
 * so that the chance to reject any one given design that meets all, such as the cheapest of these, is at most `error`.
 */
export class Examination<Candidate extends Design> {
  readonly levels: ErrorLevels;
  private readonly examiner: Examiner<Candidate>;
  private readonly looks: readonly number[];
  private readonly shownFrom: number;
  private readonly found = new Map<string, Examined<Candidate>>();

  constructor(of: {
    readonly examiner: Examiner<Candidate>;
    readonly looks: readonly number[];
    readonly designs: number;
    readonly conditions: number;
    readonly error: number;
    /** Replications before which no design is called feasible; the last look at the latest. */
    readonly shownFrom: number;
  }) {
    this.examiner = of.examiner;
    this.looks = of.looks;
    this.shownFrom = Math.min(of.shownFrom, of.looks.at(-1)!);
    const lateLooks = of.looks.filter((look) => look >= this.shownFrom).length;
    const [designs, conditions] = [Math.max(1, of.designs), Math.max(1, of.conditions)];
    this.levels = {
      met: of.error / (designs * lateLooks),
      notMet: of.error / (conditions * of.looks.length),
    };
  }

  /** Everything examined so far, in the order in which it was decided. */
  get all(): Examined<Candidate>[] {
    return [...this.found.values()];
  }

  known(design: Candidate): Examined<Candidate> | undefined {
    return this.found.get(keyOf(design.heads));
  }

  /** After the first look only: how far designs are from meeting the conditions. Decides nothing for good. */
  async glance(designs: readonly Candidate[]): Promise<Examined<Candidate>[]> {
    const replications = this.looks[0]!;
    await this.examiner.sample(designs, replications);
    return designs.map(
      (design) =>
        this.known(design) ?? {
          design,
          replications,
          ...this.judge(design, replications),
        },
    );
  }

  private judge(design: Candidate, replications: number): Feasibility {
    const found = this.examiner.judge(design, replications, this.levels);
    const isTooEarly = found.verdict === 'met' && replications < this.shownFrom;
    return isTooEarly ? { ...found, verdict: 'undecided' } : found;
  }

  /** Looks again and again until a design is decided, or the looks are used up. */
  async decide(design: Candidate): Promise<Examined<Candidate>> {
    const known = this.known(design);
    if (known !== undefined) return known;
    let examined: Examined<Candidate> | undefined;
    for (const replications of this.looks) {
      await this.examiner.sample([design], replications);
      examined = { design, replications, ...this.judge(design, replications) };
      if (examined.verdict !== 'undecided') break;
    }
    this.found.set(keyOf(design.heads), examined!);
    return examined!;
  }
}
