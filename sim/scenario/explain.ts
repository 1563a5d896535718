import type { Distribution } from '../random/distribution.ts';
import type { WorkingPattern } from '../time/working-time.ts';
import { distributionInWords } from './distribution-in-words.ts';
import { formOf, valuesOf, type Value } from './form.ts';
import type { LoadedScenario } from './load.ts';
import { DEFAULT, formatOrigin, type Origin } from './origin.ts';
import { scenarioSchema, type Scenario } from './schema/scenario.ts';
import { baseUnitOf, formatExactly, type Dimension } from './units.ts';
import { formatWorkingHours } from './working-hours.ts';

/** One value of a scenario with everything that is known of it: a row of the list of assumptions. */
export interface Assumption {
  /** As `--set` takes it. */
  readonly path: string;
  /** For people: `45 min`, `lognormal, mean 25 min, cv 60 %`, `Mon-Fri 08:00-16:30`. */
  readonly value: string;
  /** What it measures; undefined for words and working hours. */
  readonly dimension: Dimension | undefined;
  /** The unit in which the model has it: `min`, `per week`; empty for plain numbers, words and working hours. */
  readonly unit: string;
  readonly about: string;
  /** Of the default, as long as that holds; of a value that was set, where, and what is written beside it. */
  readonly source: string;
  /** `default`, `firm.yaml:12` or `--set`. */
  readonly origin: string;
}

/** All values of a scenario in the order of declaration, those of entries of lists included. */
export function explain({ scenario, origins }: LoadedScenario): Assumption[] {
  const { currency } = scenario.money;
  const defaults = new Map(
    valuesOf(scenarioSchema, scenarioSchema.parse({})).map((value) => [
      value.path.join('.'),
      inWords(value, currency),
    ]),
  );
  return valuesOf(scenarioSchema, scenario).map((value) => {
    const path = value.path.join('.');
    const dimension = dimensionOf(value);
    const words = inWords(value, currency);
    const origin = origins.get(path) ?? DEFAULT;
    return {
      path,
      value: words,
      dimension,
      unit: dimension === undefined ? '' : baseUnitOf(dimension, currency),
      about: value.notes.about,
      source: words === defaults.get(path) ? value.notes.source : sourceOf(value, origin),
      origin: formatOrigin(origin),
    };
  });
}

/** Where a value comes from that is not the default: the schema knows nothing of it, who set it may have said so. */
function sourceOf({ notes }: Value, origin: Origin): string {
  switch (origin.kind) {
    case 'default':
      return notes.source;
    case 'override':
      return `set with ${formatOrigin(origin)}`;
    case 'file':
      return origin.remark === undefined
        ? `set in ${formatOrigin(origin)}, without a remark`
        : `set in ${formatOrigin(origin)}: ${origin.remark}`;
  }
}

/** What a step of the plan changes, as `roles.customer-service.heads = 8`; `step` is its place in the list. */
export function changesInWords(scenario: Scenario, step: number): string[] {
  const above = ['transition', 'steps', String(step), 'organisation'];
  return valuesOf(scenarioSchema, scenario)
    .filter(({ path }) => above.every((key, depth) => path[depth] === key))
    .map(
      (value) => `${value.path.slice(above.length).join('.')} = ${inWords(value, scenario.money.currency)}`,
    );
}

function dimensionOf({ schema, notes }: Value): Dimension | undefined {
  const form = formOf(schema);
  return form.kind === 'quantity' ? form.dimension : notes.dimension;
}

function inWords({ schema, value, notes }: Value, currency: string): string {
  const form = formOf(schema);
  switch (form.kind) {
    case 'quantity':
      return formatExactly(value as number, form.dimension, currency);
    case 'kinds':
      return distributionInWords(value as Distribution, notes.dimension!, currency);
    case 'list':
      return numberOf(value as readonly unknown[]);
    default:
      if (notes.kind === 'hours') return formatWorkingHours(value as WorkingPattern);
      return notes.kind === 'rota'
        ? (value as readonly WorkingPattern[]).map(formatWorkingHours).join(' | ')
        : wordsOf(value);
  }
}

function numberOf(entries: readonly unknown[]): string {
  return entries.length === 1 ? '1 entry' : `${entries.length} entries`;
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
