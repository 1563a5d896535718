import type { Factor } from '../../../sim/experiment/sensitivity/factor.ts';
import type { Answer, Inquiry, Order } from '../../../sim/experiment/sensitivity/inquiry.ts';
import { DEFAULT } from '../../../sim/scenario/origin.ts';
import type { Setting } from '../../../sim/scenario/override.ts';
import { plainOf } from '../../../sim/scenario/tree.ts';
import { normalSource } from '../../statistics/samples.ts';

/** A factor whose values are plain numbers. */
export function plainFactor(path: string, from: number, to: number, isWhole = false): Factor {
  const end = (number: number) => ({ before: '', number, after: '' });
  return { path, title: path, source: 'test', from: end(from), to: end(to), isWhole, origin: DEFAULT };
}

/** A formula of its factors in place of the firm, with noise that depends on the replication alone. */
export class Formula implements Inquiry {
  asked = 0;
  private readonly of: {
    readonly own: Readonly<Record<string, number>>;
    readonly answer: (values: Readonly<Record<string, number>>) => number;
    /** Standard deviation of a replication. */
    readonly noise: number;
    /** Standard deviation of what a replication multiplies the answer by; 0 if left out. */
    readonly scale?: number;
    readonly zone: number | undefined;
  };

  constructor(of: Formula['of']) {
    this.of = of;
  }

  ask(settings: readonly Setting[], { from, to }: Order): Promise<Answer[]> {
    this.asked += to - from;
    const { own, answer, noise, scale = 0, zone } = this.of;
    const set = Object.fromEntries(settings.map(({ path, value }) => [path, Number(plainOf(value))]));
    const mean = answer({ ...own, ...set });
    const values = Array.from({ length: to - from }, (_, i) => {
      const chance = noiseOf(from + i);
      return mean * (1 + scale * chance) + noise * chance;
    });
    return Promise.resolve([{ values, zone }]);
  }
}

function noiseOf(replication: number): number {
  return normalSource(`test.noise.${replication}`)() - 1;
}
