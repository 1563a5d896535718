/**
 * By what factor the variance of the mean of n values exceeds sigma^2 / n if their correlation at lag j is
 * phi^j (a first-order autoregressive series): 1 + 2 sum (1 - j/n) phi^j (Law 2015, section 4.4), summed in
 * closed form. An interval that takes such values for independent is too narrow by its root. phi in (-1, 1),
 * n from 1 to Infinity, where it is (1 + phi) / (1 - phi); throws a RangeError otherwise.
 */
export function varianceInflation({ phi, n }: { readonly phi: number; readonly n: number }): number {
  if (!(Math.abs(phi) < 1 && n >= 1)) {
    throw new RangeError(`no variance inflation for a correlation of ${phi} and ${n} values`);
  }
  return (1 + phi) / (1 - phi) - (2 * phi * (1 - phi ** n)) / (n * (1 - phi) ** 2);
}
