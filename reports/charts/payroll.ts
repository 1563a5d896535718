import type { TopLevelSpec } from 'vega-lite';
import type { OrganisationResult, Result } from '../../sim/experiment/result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle } from '../words/role-words.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { panelTitle } from './panel-title.ts';
import { headsOf, payrollOf, payrollSteps } from './payroll-steps.ts';
import { sourceOf } from './provenance-words.ts';
import { CONFIG, INK, hueOf } from './theme.ts';

const ROW_HEIGHT = 26;
const MORE_HUE = '#CC79A7';
const LESS_HUE = '#009E73';
/** Behind roles that are paid but have no work in the model. */
const DAGGER = ' †';

/**
 * Payroll from the first organisation to each other one, role by role; of the only one, from nothing. Undefined of
 * organisations that change.
 */
export function payrollWaterfall(result: Result, layout: Layout): Chart | undefined {
  // An organisation that changes begins as the other one is.
  if (result.transition !== undefined) return undefined;
  const ends = result.organisations.length === 1 ? [0] : result.organisations.slice(1).map((_, i) => i + 1);
  const falls = ends.map((index) => waterfall(result, index));
  return {
    id: 'payroll',
    title: titleOf(result),
    subtitle:
      `Salaries of a year without burden, ${result.organisations[0]!.facts.currency} thousands; heads in brackets. ` +
      'Exact: heads times salary, no interval. † paid, but with nothing to do here.',
    source: sourceOf(result),
    textAlternative: `${titleOf(result)}. ${inWords(falls.flat())}.`,
    metrics: ['payroll-per-year', 'operating-expense-per-year'].filter(
      (id) => result.metrics[id] !== undefined,
    ),
    spec: specOf(falls, layout),
    data: falls
      .flat()
      .map(({ comparison, step, label, from, to }): Row => ({ comparison, step, label, from, to })),
  };
}

interface Bar {
  readonly comparison: string;
  readonly step: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly hue: string;
  /** Where the words stand: behind the right end. */
  readonly anchor: number;
}

function waterfall(result: Result, index: number): Bar[] {
  const names = organisationNames(result);
  const after = result.organisations[index]!;
  const before = index === 0 ? undefined : result.organisations[0]!;
  const comparison = index === 0 ? names[0]! : `From ${names[0]!} to ${names[index]!}`;
  const unit = `${after.facts.currency} per year`;
  const total = (organisation: typeof after, place: number): Bar => ({
    comparison,
    step: names[place]!,
    label: `${names[place]!} (${headsOf(organisation)})`,
    from: 0,
    to: payrollOf(organisation),
    words: thousands(payrollOf(organisation), unit),
    hue: hueOf(place),
    anchor: payrollOf(organisation),
  });
  let level = before === undefined ? 0 : payrollOf(before);
  const steps = payrollSteps(before, after)
    .filter(({ before: old, after: young }) => old !== young)
    .map((step): Bar => {
      const change = step.after - step.before;
      const [from, to] = [level, (level += change)];
      const heads = before === undefined ? `${step.headsAfter}` : `${step.headsBefore} to ${step.headsAfter}`;
      return {
        comparison,
        step: step.role,
        label: `${roleTitle(step.role)} (${heads})${step.hasWork ? '' : DAGGER}`,
        from,
        to,
        words: thousands(change, unit, true),
        hue: change > 0 ? MORE_HUE : LESS_HUE,
        anchor: Math.max(from, to),
      };
    });
  return [...(before === undefined ? [] : [total(before, 0)]), ...steps, total(after, index)];
}

function thousands(value: number, unit: string, isDifference = false): string {
  return amount({ mean: value, ci95: null, unit }, { isDifference }).replace(' a year', '');
}

function specOf(falls: readonly Bar[][], layout: Layout): TopLevelSpec {
  const isWide = layout === 'wide';
  const most = Math.max(...falls.flat().map(({ anchor }) => anchor));
  return {
    config: CONFIG,
    vconcat: falls.map((bars) => fallPanel(bars, { isWide, most, isNamed: falls.length > 1 })),
    spacing: 34,
  };
}

const THOUSANDS = "datum.value === 0 ? '0' : format(datum.value / 1000, ',') + 'k'";

function fallPanel(
  bars: readonly Bar[],
  { isWide, most, isNamed }: { readonly isWide: boolean; readonly most: number; readonly isNamed: boolean },
): Panel {
  const names = isWide ? 240 : 186;
  const y: Position = {
    field: 'label',
    type: 'nominal',
    title: null,
    sort: null,
    axis: {
      labelColor: INK,
      labelFontSize: isWide ? 12 : 11,
      labelLimit: names,
      minExtent: names,
      grid: false,
    },
  };
  const x: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain: [0, most], nice: false },
    // Where there is no room for the numbers of the axis, those at the bars say enough.
    axis: { tickCount: isWide ? 6 : 2, grid: true, labels: isWide, ticks: isWide, labelExpr: THOUSANDS },
  };
  return {
    width: isWide ? 660 : 100,
    height: ROW_HEIGHT * bars.length,
    data: { values: bars as unknown as Record<string, unknown>[] },
    layer: [
      ...(isNamed ? [panelTitle(bars[0]!.comparison)] : []),
      {
        mark: { type: 'bar', height: ROW_HEIGHT - 8 },
        encoding: {
          y,
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          color: { field: 'hue', type: 'nominal', scale: null },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, fontWeight: 'bold' },
        encoding: { y, x: { ...x, field: 'anchor' }, text: { field: 'words' } },
      },
    ],
  };
}

function titleOf(result: Result): string {
  const names = organisationNames(result);
  const [first, ...others] = result.organisations as [OrganisationResult, ...OrganisationResult[]];
  const unit = `${first.facts.currency} per year`;
  const money = (value: number) => amount({ mean: value, ci95: null, unit });
  if (others.length === 0) return `${names[0]!} pays ${headsOf(first)} people ${money(payrollOf(first))}`;
  const findings = others.map((other, i) => {
    const change = payrollOf(other) - payrollOf(first);
    const size =
      change === 0 ? 'as much as' : `${money(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than`;
    const heads = `${headsOf(other)} people instead of ${headsOf(first)}`;
    return `${names[i + 1]!} pays ${size} ${names[0]!}, for ${heads}`;
  });
  return findings.join('; ');
}

function inWords(bars: readonly Bar[]): string {
  return bars.map(({ label, words }) => `${label} ${words}`).join('; ');
}
