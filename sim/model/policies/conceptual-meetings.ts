/** How many conceptual meetings a customer wants: geometric on 1, 2, ... with a given mean, from one uniform draw. */
export function conceptualMeetingsOf(u: number, mean: number): number {
  return mean === 1 ? 1 : 1 + Math.floor(Math.log(u) / Math.log(1 - 1 / mean));
}
