/**
 * Numbers of replications after which the evidence is looked at: `first`, doubled again and again, and `atMost` last.
 * Looking k times at the level alpha / k each keeps the chance of any error at alpha, however the looks depend on one
 * another (Bonferroni's inequality); doubling keeps k at the logarithm of the budget. Both are whole, `first` from 2;
 * where atMost is not above first, it is the only look. Throws a RangeError otherwise.
 */
export function looksUpTo(atMost: number, first: number): number[] {
  if (!(Number.isInteger(atMost) && Number.isInteger(first) && first >= 2 && atMost >= 2)) {
    throw new RangeError(`no looks from ${first} to ${atMost} replications`);
  }
  const looks: number[] = [];
  for (let look = first; look < atMost; look *= 2) looks.push(look);
  return [...looks, atMost];
}
