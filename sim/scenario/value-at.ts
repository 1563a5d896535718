import type { Scenario } from './schema/scenario.ts';

/** The number that a scenario has at a path, in base units; NaN if it has none there. */
export function valueAt(path: string, scenario: Scenario): number {
  let at: unknown = scenario;
  for (const key of path.split('.')) {
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  // A quantity that varies may be constant.
  const constant = at as { readonly kind?: unknown; readonly value?: unknown } | undefined;
  if (typeof at === 'object' && constant?.kind === 'constant') at = constant.value;
  return typeof at === 'number' ? at : NaN;
}
