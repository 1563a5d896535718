import type { Candidates, Design } from './designs.ts';
import type { Examination, Examined } from './examination.ts';

/** Designs whose first look is simulated at once, whatever the number of workers. */
const AT_ONCE = 8;

/** What a search for the cheapest design has found. */
export interface Cheapest<Candidate extends Design> {
  /** Shown to meet all conditions; undefined if none was. */
  readonly best: Examined<Candidate> | undefined;
  /** Designs cheaper than that at which nobody has looked, because the budget was used up. */
  readonly unexamined: number;
}

/**
 * The cheapest design that is shown to meet all conditions. First a walk for one that does, from `start`: one head more
 * where that brings the worst condition furthest, until all are met; then one head less, or one moved to another role,
 * as long as that is cheaper and all conditions stay met. Then every cheaper design that the walk has not seen,
 * cheapest first: those that hopelessly miss a condition cost the first look only. So the walk only saves time and
 * gives an answer early; the answer is the cheapest one of all candidates that is shown to meet the conditions, unless
 * `hasBudget` ends the work before.
 */
export async function cheapestDesign<Candidate extends Design>(of: {
  readonly candidates: Candidates<Candidate>;
  readonly start: Candidate | undefined;
  readonly examination: Examination<Candidate>;
  readonly hasBudget: () => boolean;
  /** Told of each better design. */
  readonly onBetter?: (best: Examined<Candidate>) => void;
}): Promise<Cheapest<Candidate>> {
  const { candidates, examination, hasBudget, onBetter } = of;
  let best = of.start === undefined ? undefined : await walk(of.start, of);
  const isCheaper = ({ cost }: Candidate) => best === undefined || cost < best.design.cost;
  const rest = candidates.all.filter((design) => examination.known(design) === undefined);
  for (let at = 0; at < rest.length && hasBudget(); at += AT_ONCE) {
    const next = rest.slice(at, at + AT_ONCE).filter(isCheaper);
    await examination.glance(next);
    for (const design of next) {
      if (!isCheaper(design)) break;
      const examined = await examination.decide(design);
      if (examined.verdict !== 'met') continue;
      best = examined;
      onBetter?.(examined);
    }
  }
  const unexamined = rest.filter((design) => isCheaper(design) && examination.known(design) === undefined);
  return { best, unexamined: unexamined.length };
}

async function walk<Candidate extends Design>(
  start: Candidate,
  of: {
    readonly candidates: Candidates<Candidate>;
    readonly examination: Examination<Candidate>;
    readonly hasBudget: () => boolean;
    readonly onBetter?: (best: Examined<Candidate>) => void;
  },
): Promise<Examined<Candidate> | undefined> {
  const { candidates, examination, hasBudget, onBetter } = of;
  let at = await examination.decide(start);
  while (at.verdict !== 'met') {
    const above = candidates.above(at.design);
    if (above.length === 0 || !hasBudget()) return undefined;
    const glances = await examination.glance(above);
    const furthest = glances.reduce((best, other) => (other.margin > best.margin ? other : best));
    at = await examination.decide(furthest.design);
  }
  onBetter?.(at);
  for (let isBetter = true; isBetter && hasBudget();) {
    isBetter = false;
    for (const design of candidates.besides(at.design)) {
      if (design.cost >= at.design.cost || !hasBudget()) break;
      const examined = await examination.decide(design);
      if (examined.verdict !== 'met') continue;
      at = examined;
      onBetter?.(at);
      isBetter = true;
      break;
    }
  }
  return at;
}
