import { csvField } from '../../sim/experiment/csv-field.ts';
import type { Row } from '../charts/chart.ts';

/** Rows as comma-separated values after RFC 4180: a line of names, lines end with CR LF. Null is an empty field. */
export function csvOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => csvField(row[name] ?? null)));
  return [names.map(csvField), ...lines].map((fields) => `${fields.join(',')}\r\n`).join('');
}
