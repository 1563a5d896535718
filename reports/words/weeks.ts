/** Weeks `[from, to)`, counted from 0, as they are counted by people: `week 3`, `weeks 3 and 4`, `weeks 3 to 5`. */
export function weeksInWords({ from, to }: { readonly from: number; readonly to: number }): string {
  const first = from + 1;
  if (to <= first) return `week ${first}`;
  return `weeks ${first} ${to === first + 1 ? 'and' : 'to'} ${to}`;
}
