import { CATALOGUE } from '../../metrics/catalogue.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Figure } from '../figures.ts';

/** The unit of a figure, money in the currency of the scenario. */
export function unitOf({ source, id, per }: Figure, scenario: Scenario): string {
  const own =
    source === 'metric' ? metricUnit(id, scenario) : source === 'fact' ? factUnit(id, scenario) : '';
  if (per === undefined) return own;
  const other = CATALOGUE.some((entry) => entry.id === per)
    ? metricUnit(per, scenario)
    : factUnit(per, scenario);
  return own === other ? 'ratio' : `${own} per ${other}`.trim();
}

function metricUnit(id: string, { money }: Scenario): string {
  const { unit } = CATALOGUE.find((entry) => entry.id === id)!;
  return unit.replace(/^money/, money.currency);
}

function factUnit(id: string, { money }: Scenario): string {
  const [kind] = id.split('.');
  if (kind === 'payroll-per-year' || kind === 'salary') return `${money.currency} per year`;
  if (kind === 'hours-paid') return 'hours per week';
  return kind === 'offered-load' ? 'share' : 'number';
}
