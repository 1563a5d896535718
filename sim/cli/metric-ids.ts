import { CATALOGUE } from '../metrics/catalogue.ts';
import { meantName } from '../scenario/nearest-name.ts';
import { UsageError } from './usage-error.ts';

/** Ids of metrics, given with commas between; undefined if none were given. */
export function metricIds(option: string, text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const known = CATALOGUE.map(({ id }) => id);
  const ids = [...new Set(text.split(',').map((id) => id.trim()))];
  for (const id of ids) {
    if (known.includes(id)) continue;
    const meant = meantName(id, known);
    const hint = meant === undefined ? 'every result lists them under metrics' : `did you mean ${meant}?`;
    throw new UsageError(`${option}: ${JSON.stringify(id)} is not the id of a metric; ${hint}`);
  }
  return ids;
}
