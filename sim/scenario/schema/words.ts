import { nearestName } from '../nearest-name.ts';
import { readBy, type Reading } from './quantities.ts';

/** One of some words; `what` names them where there are too many to list. */
export function word<const Words extends readonly string[]>(words: Words, what?: string) {
  const accepted = what ?? `one of ${words.join(', ')}`;
  return readBy((found): Reading<Words[number]> => {
    if (found === undefined) return { wrong: 'is missing', accepted };
    const known = words.find((candidate) => candidate === found);
    if (known !== undefined) return { value: known };
    const didYouMean = typeof found === 'string' ? nearestName(found, words) : undefined;
    return { wrong: 'is not known', accepted, didYouMean };
  });
}

/** A whole number from `least`. */
export function wholeNumber(least: number) {
  const accepted = `a whole number of at least ${least}`;
  return readBy((found): Reading<number> => {
    if (found === undefined) return { wrong: 'is missing', accepted };
    const isOne = typeof found === 'number' && Number.isSafeInteger(found) && found >= least;
    return isOne ? { value: found } : { wrong: 'is not accepted', accepted };
  });
}

/** A quantity as it is written for a path of a scenario, number and unit, such as `20 min`; read where it is set. */
export const rawQuantity = readBy((found): Reading<string> => {
  const accepted = 'a quantity as the path takes it, such as 0.5, 20 min or $130k';
  if (typeof found !== 'string' && typeof found !== 'number') {
    return { wrong: found === undefined ? 'is missing' : 'is not a quantity', accepted };
  }
  return /\d/.test(String(found)) ? { value: String(found) } : { wrong: 'has no number', accepted };
});

/** What the scenario reader checks later, at the path where it is set. */
export const anything = readBy((found): Reading<unknown> => ({ value: found }));
