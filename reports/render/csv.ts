import type { Row } from '../charts/chart.ts';

/**
 * Rows as comma-separated values after RFC 4180: a line of names, lines end with CR LF, fields with comma,
 * quote or line end are quoted. Null is an empty field. A text that a spreadsheet would take for a formula is
 * preceded by an apostrophe (OWASP, "CSV injection"); numbers are not touched.
 */
export function csvOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => fieldOf(row[name] ?? null)));
  return [names.map(fieldOf), ...lines].map((fields) => `${fields.join(',')}\r\n`).join('');
}

function fieldOf(value: Row[string]): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
