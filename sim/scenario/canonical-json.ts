/**
 * JSON of plain data that is the same for equal data: keys sorted by code units, no spaces, what is undefined left
 * out, numbers that JSON does not have as text.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return JSON.stringify(typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);
}
