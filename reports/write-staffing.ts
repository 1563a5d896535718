import type { StaffingResult } from '../sim/experiment/staffing/staffing-result.ts';
import { csvOf } from './render/csv.ts';

/** What a staffing is written to, by file name: the result itself, and a line for each design that was examined. */
export function renderStaffing(result: StaffingResult): ReadonlyMap<string, string> {
  const rows = result.examined.map(({ heads, payroll, verdict, replications }) => ({
    ...heads,
    payroll,
    verdict,
    replications,
  }));
  return new Map([
    ['staffing.json', `${JSON.stringify(result, null, 2)}\n`],
    ['designs.csv', csvOf(rows)],
  ]);
}
