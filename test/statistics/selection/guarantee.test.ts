import { describe, expect, it } from 'vitest';
import { placeOfLargest } from '../../../sim/statistics/selection/goal.ts';
import { KimNelson } from '../../../sim/statistics/selection/kim-nelson.ts';
import {
  nelsonMatejcikConstant,
  nelsonMatejcikSize,
} from '../../../sim/statistics/selection/nelson-matejcik.ts';
import { rinottConstant, rinottSizes } from '../../../sim/statistics/selection/rinott.ts';
import { screenToTheBest } from '../../../sim/statistics/selection/screening.ts';
import { normalSource } from '../samples.ts';

const PROBLEMS = 2_000;
const CONFIDENCE = 0.95;
/** The chance to fall short of a nominal 0.95 by this much in 2 000 problems is 3e-5: four standard errors. */
const LEAST = CONFIDENCE - 4 * Math.sqrt((CONFIDENCE * (1 - CONFIDENCE)) / PROBLEMS);

/** The least favourable problem: the best is better than all others by just the indifference. */
const SYSTEMS = 5;
const INDIFFERENCE = 1;
const BEST = 2;

/** Figures of every system in one more replication; rho is the correlation that common random numbers make. */
function sampler(purpose: string, rho: number, deviation = 2): () => number[] {
  const normal = normalSource(purpose);
  const next = () => normal() - 1;
  return () => {
    const common = next();
    return Array.from(
      { length: SYSTEMS },
      (_, i) =>
        (i === BEST ? INDIFFERENCE : 0) + deviation * (Math.sqrt(rho) * common + Math.sqrt(1 - rho) * next()),
    );
  };
}

function firstStage(next: () => number[], replications: number): number[][] {
  const rows = Array.from({ length: replications }, next);
  return rows[0]!.map((_, i) => rows.map((row) => row[i]!));
}

/** Share of problems solved rightly. */
function shareCorrect(solve: () => number): number {
  let right = 0;
  for (let problem = 0; problem < PROBLEMS; problem++) if (solve() === BEST) right++;
  return right / PROBLEMS;
}

describe('correct selection in the least favourable configuration', () => {
  it.each([
    ['independent systems', 0],
    ['common random numbers', 0.6],
  ])("is as likely as Kim and Nelson's procedure says, %s", (name, rho) => {
    const next = sampler(`kim-nelson/${name}`, rho);
    let replications = 0;
    const share = shareCorrect(() => {
      const first = firstStage(next, 10);
      const procedure = new KimNelson({ first, confidence: CONFIDENCE, indifference: INDIFFERENCE });
      while (procedure.selected === undefined) {
        const row = next();
        procedure.add(procedure.survivors.map((i) => row[i]!));
      }
      replications += procedure.replications;
      return procedure.selected;
    });
    expect(share).toBeGreaterThanOrEqual(LEAST);
    // It does have to decide something: a procedure that always went on would be right too.
    expect(replications / PROBLEMS).toBeLessThan(rho === 0 ? 120 : 60);
  });

  it("is as likely as Rinott's procedure says", () => {
    const next = sampler('rinott', 0);
    const h = rinottConstant({ systems: SYSTEMS, confidence: CONFIDENCE, firstStage: 20 });
    const share = shareCorrect(() => {
      const first = firstStage(next, 20);
      const replications = rinottSizes({ first, h, indifference: INDIFFERENCE });
      const sums = first.map((figures) => figures.reduce((sum, x) => sum + x, 0));
      for (let r = 20; r < Math.max(...replications); r++) {
        next().forEach((figure, i) => {
          if (r < replications[i]!) sums[i]! += figure;
        });
      }
      return placeOfLargest(sums.map((sum, i) => sum / replications[i]!));
    });
    expect(share).toBeGreaterThanOrEqual(LEAST);
  });

  it("is as likely as Nelson and Matejcik's procedure says under common random numbers", () => {
    const next = sampler('nelson-matejcik', 0.6);
    const g = nelsonMatejcikConstant({ systems: SYSTEMS, confidence: CONFIDENCE, firstStage: 10 });
    let total = 0;
    const share = shareCorrect(() => {
      const first = firstStage(next, 10);
      const { replications } = nelsonMatejcikSize({ first, g, indifference: INDIFFERENCE });
      const sums = first.map((figures) => figures.reduce((sum, x) => sum + x, 0));
      for (let r = 10; r < replications; r++) next().forEach((figure, i) => (sums[i]! += figure));
      total += replications;
      return placeOfLargest(sums);
    });
    expect(share).toBeGreaterThanOrEqual(LEAST);
    // Exact in this configuration: it must not be right much more often than it promises.
    expect(share).toBeLessThan(CONFIDENCE + 4 * Math.sqrt((CONFIDENCE * (1 - CONFIDENCE)) / PROBLEMS));
    expect(total / PROBLEMS).toBeLessThan(40);
  });
});

describe('screening', () => {
  it('keeps the best as often as it says, and lets go of others', () => {
    const next = sampler('screening', 0.5);
    let kept = 0;
    let survivors = 0;
    for (let problem = 0; problem < PROBLEMS; problem++) {
      const left = screenToTheBest({ figures: firstStage(next, 20), confidence: CONFIDENCE });
      if (left.includes(BEST)) kept++;
      survivors += left.length;
    }
    expect(kept / PROBLEMS).toBeGreaterThanOrEqual(LEAST);
    expect(survivors / PROBLEMS).toBeLessThan(SYSTEMS - 0.5);
  });

  it('keeps systems that are equal to the last digit', () => {
    expect(
      screenToTheBest({
        figures: [
          [1, 2],
          [1, 2],
          [0, 1],
        ],
        confidence: 0.95,
      }),
    ).toEqual([0, 1]);
  });
});
