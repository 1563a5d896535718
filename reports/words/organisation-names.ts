import type { Result } from '../../sim/experiment/result.ts';
import type { Part } from './sentence.ts';

const LONGEST = 40;

/**
 * Names of the organisations as they are shown, in their order: each one different, on one line, without
 * control characters, and not longer than a legend can hold.
 */
export function organisationNames({ organisations }: Pick<Result, 'organisations'>): readonly string[] {
  const names: string[] = [];
  for (const { name } of organisations) {
    const wanted = shortened(name.replace(/[\p{C}\s]+/gu, ' ').trim());
    let unique = wanted;
    for (let i = 2; names.includes(unique); i++) unique = `${wanted} (${i})`;
    names.push(unique);
  }
  return names;
}

/** An organisation named in a sentence. */
export function organisationPart(result: Pick<Result, 'organisations'>, index: number): Part {
  return { kind: 'organisation', text: organisationNames(result)[index]!, index };
}

function shortened(name: string): string {
  const letters = Array.from(name);
  if (letters.length === 0) return 'unnamed';
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
