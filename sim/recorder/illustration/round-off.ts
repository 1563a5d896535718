/** To the hundredth of a minute, as results show instants of a single run. */
export function toHundredth(minutes: number): number {
  return Math.round(100 * minutes) / 100;
}

/** To the tenth of a mile. */
export function toTenth(miles: number): number {
  return Math.round(10 * miles) / 10;
}
