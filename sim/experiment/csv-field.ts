/**
 * A value as one field of RFC 4180: in quotes where it holds a comma, a quote or a line end; nothing for null. A text
 * that a spreadsheet would take for a formula is preceded by an apostrophe (OWASP, "CSV injection"); numbers are not
 * touched.
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
