import { KimNelson } from '../../statistics/selection/kim-nelson.ts';
import { placeOfLargest } from '../../statistics/selection/goal.ts';
import type { Candidates, Design } from './designs.ts';
import type { Examination, Examined } from './examination.ts';

/** Replications of the first stage of the selection. */
export const FIRST_STAGE = 10;

/** What a search for the best design has found. */
export interface Best<Candidate extends Design> {
  /** The design selected, or, where the replications did not suffice, the one with the best mean. */
  readonly best: Examined<Candidate> | undefined;
  /** Designs that could not be told from it within the replications; with it alone, it is selected. */
  readonly left: readonly Candidate[];
  /** Feasible designs that took part. */
  readonly compared: number;
  /** Replications of those that were left at the end. */
  readonly replications: number;
  /** Candidates that nobody looked at: the guarantee is for the others. */
  readonly unexamined: number;
}

/**
 * The design with the largest mean of a figure among those that are shown to meet all conditions. All candidates are
 * examined if there are few; otherwise a walk from `start` to the best neighbour - one head more or less, or one moved -
 * until no neighbour has a better mean. Those that meet the conditions are then told apart by Kim and Nelson's fully
 * sequential procedure: if the best of those that were examined and shown to meet all conditions is better than the
 * others of these by `indifference` or more, it is selected with probability 1 - error at least. The error is shared among all candidates, whoever turns out to be feasible, since
 * which ones are depends on the same replications.
 */
export async function bestDesign<Candidate extends Design>(of: {
  readonly candidates: Candidates<Candidate>;
  readonly start: Candidate | undefined;
  readonly examination: Examination<Candidate>;
  readonly hasBudget: () => boolean;
  /** Candidates of which all are examined. */
  readonly mostExamined: number;
  /** Replications that a design gets at most. */
  readonly atMost: number;
  readonly indifference: number;
  readonly error: number;
  /** The figure of designs in their first replications, larger is better: shape [design][replication]. */
  readonly figures: (designs: readonly Candidate[], replications: number) => Promise<number[][]>;
}): Promise<Best<Candidate>> {
  const { candidates, examination } = of;
  const isSmall = candidates.all.length <= of.mostExamined;
  if (isSmall) await examineAll(of);
  else if (of.start !== undefined) await climb(of.start, of);
  const feasible = examination.all.filter(({ verdict }) => verdict === 'met');
  const unexamined = candidates.all.length - examination.all.length;
  const { left, best, replications } = await select(
    feasible.map(({ design }) => design),
    of,
  );
  return {
    best: feasible.find(({ design }) => design === best),
    left,
    compared: feasible.length,
    replications,
    unexamined,
  };
}

type Search<Candidate extends Design> = Parameters<typeof bestDesign<Candidate>>[0];

async function examineAll<Candidate extends Design>({
  candidates,
  examination,
  hasBudget,
}: Search<Candidate>): Promise<void> {
  const batch = 8;
  for (let at = 0; at < candidates.all.length && hasBudget(); at += batch) {
    const next = candidates.all.slice(at, at + batch);
    await examination.glance(next);
    for (const design of next) await examination.decide(design);
  }
}

/** Goes to the best neighbour that meets the conditions, as long as its mean is better. */
async function climb<Candidate extends Design>(start: Candidate, of: Search<Candidate>): Promise<void> {
  const { candidates, examination, hasBudget } = of;
  const meanOf = async (design: Candidate): Promise<number> => {
    const [figures] = await of.figures([design], FIRST_STAGE);
    return figures!.reduce((sum, figure) => sum + figure, 0) / figures!.length;
  };
  let at = start;
  let isFeasible = (await examination.decide(start)).verdict === 'met';
  let mean = await meanOf(start);
  while (hasBudget()) {
    const neighbours = [...candidates.above(at), ...candidates.besides(at)];
    const met: { design: Candidate; mean: number }[] = [];
    for (const design of neighbours) {
      if (!hasBudget()) return;
      if ((await examination.decide(design)).verdict !== 'met') continue;
      met.push({ design, mean: await meanOf(design) });
    }
    const next = met[placeOfLargest(met.map((neighbour) => neighbour.mean))];
    if (next === undefined || (isFeasible && next.mean <= mean)) return;
    [at, mean, isFeasible] = [next.design, next.mean, true];
  }
}

async function select<Candidate extends Design>(
  feasible: readonly Candidate[],
  of: Search<Candidate>,
): Promise<{ best: Candidate | undefined; left: readonly Candidate[]; replications: number }> {
  if (feasible.length < 2) {
    return { best: feasible[0], left: feasible, replications: feasible.length === 0 ? 0 : FIRST_STAGE };
  }
  const first = await of.figures(feasible, FIRST_STAGE);
  // Each pair gets the same share of the error as if all candidates took part.
  const share = (feasible.length - 1) / (of.candidates.all.length - 1);
  const selection = new KimNelson({
    first,
    confidence: 1 - of.error * share,
    indifference: of.indifference,
  });
  while (selection.selected === undefined && selection.replications < of.atMost && of.hasBudget()) {
    const designs = selection.survivors.map((i) => feasible[i]!);
    const figures = await of.figures(designs, selection.replications + 1);
    selection.add(figures.map((own) => own.at(-1)!));
  }
  const left = selection.survivors.map((i) => feasible[i]!);
  const means = (await of.figures(left, selection.replications)).map(
    (own) => own.reduce((sum, figure) => sum + figure, 0) / own.length,
  );
  return { best: left[placeOfLargest(means)], left, replications: selection.replications };
}
