/** Where a value comes from: a place in a file, an override such as `run.weeks=52`, or nowhere: the default holds. */
export type Origin =
  | {
      readonly kind: 'file';
      readonly file: string;
      /** From 1. */
      readonly line: number;
      /** From 1, in UTF-16 code units. */
      readonly column: number;
      /** The comment that stands beside the value or above it: there people say where a number comes from. */
      readonly remark?: string;
    }
  | {
      readonly kind: 'override';
      readonly text: string;
      /** The option with which it was given, if that is not `--set`. */
      readonly option?: string;
    }
  | { readonly kind: 'default' };

export const DEFAULT: Origin = { kind: 'default' };

/** `firm.yaml:12`, `--set` or another option, or `default`. */
export function formatOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'file':
      return `${origin.file}:${origin.line}`;
    case 'override':
      return origin.option ?? '--set';
    case 'default':
      return 'default';
  }
}
