import { fullFactorial } from '../../statistics/design/factorial.ts';

/** Heads of each role that is varied, in the order of the ranges. */
export type Heads = readonly number[];

/** Heads that a role may have, both ends included, whole, from 0. */
export interface HeadRange {
  readonly from: number;
  readonly to: number;
}

/** A way to staff the firm. */
export interface Design {
  readonly heads: Heads;
  /** What the search makes small, known without simulation. */
  readonly cost: number;
}

/** Every way to staff roles within their ranges, the last role changing fastest. */
export function everyDesign(ranges: readonly HeadRange[]): Heads[] {
  return fullFactorial(
    ranges.map(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
}

/** Cheapest first; of equally cheap ones that with fewer heads, then with fewer in the roles named first. */
export function byCost(a: Design, b: Design): number {
  const heads = (design: Design) => design.heads.reduce((sum, count) => sum + count, 0);
  const first = a.heads.findIndex((count, i) => count !== b.heads[i]);
  return a.cost - b.cost || heads(a) - heads(b) || (first < 0 ? 0 : a.heads[first]! - b.heads[first]!);
}

/** What may be looked at, by heads. */
export class Candidates<Candidate extends Design = Design> {
  /** Cheapest first. */
  readonly all: readonly Candidate[];
  private readonly byHeads: ReadonlyMap<string, Candidate>;

  constructor(designs: readonly Candidate[]) {
    this.all = [...designs].sort(byCost);
    this.byHeads = new Map(designs.map((design) => [keyOf(design.heads), design]));
  }

  at(heads: Heads): Candidate | undefined {
    return this.byHeads.get(keyOf(heads));
  }

  /** Those with one head more in one role. */
  above({ heads }: Design): Candidate[] {
    return this.known(heads.map((count, i) => heads.with(i, count + 1)));
  }

  /** Those with one head less in one role, or one less in one and one more in another; cheapest first. */
  besides({ heads }: Design): Candidate[] {
    const fewer = heads.map((count, i) => heads.with(i, count - 1));
    const moved = heads.flatMap((_, from) =>
      heads.flatMap((count, to) => (from === to ? [] : [fewer[from]!.with(to, count + 1)])),
    );
    return this.known([...fewer, ...moved]).sort(byCost);
  }

  private known(places: readonly Heads[]): Candidate[] {
    return places.flatMap((heads) => this.at(heads) ?? []);
  }
}

/** Equal for equal heads. */
export function keyOf(heads: Heads): string {
  return heads.join(' ');
}
