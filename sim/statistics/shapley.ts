/**
 * What each player of a game adds, mean over all orders in which they can join (Shapley 1953, "A value for n-person
 * games", Contributions to the Theory of Games II, p. 307-317). `worth` has one number for each coalition, in the
 * order of its members read as binary digits: `[none, first, second, both, third, ...]`, 2^k of them, k from 1. The
 * values add up to the worth of all less that of none.
 */
export function shapleyValues(worth: readonly number[]): number[] {
  const players = Math.log2(worth.length);
  if (!Number.isInteger(players) || players < 1) {
    throw new RangeError(`a game has 2, 4, 8, ... coalitions, not ${worth.length}`);
  }
  return Array.from({ length: players }, (_, player) => {
    const own = 1 << player;
    return worth.reduce((value, worthWithout, coalition) => {
      if ((coalition & own) !== 0) return value;
      const size = bitCount(coalition);
      // Orders in which exactly this coalition has joined before the player, of all orders.
      const weight = 1 / (players * binomial(players - 1, size));
      return value + weight * (worth[coalition | own]! - worthWithout);
    }, 0);
  });
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
