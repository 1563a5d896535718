/** An impossible combination of values that are each possible. */
export interface Finding {
  /** All values that make it impossible; it is reported at the one that was said last, the first of several such. */
  readonly paths: readonly string[];
  /** What is impossible, a statement that can stand alone. */
  readonly wrong: string;
  readonly accepted: string;
}
