import type { Result } from '../../sim/experiment/result.ts';
import type { Chart, Layout } from './chart.ts';
import { bandWords, sourceOf } from './provenance-words.ts';
import { isKnown, weeklyRows, weeklySpec, type WeeklyPanel } from './weekly-panels.ts';

/** What differs from one chart of weekly figures to the next. */
export interface WeeklyChart {
  readonly id: string;
  readonly title: string;
  /** What is drawn and in which unit: the beginning of the subtitle. */
  readonly about: string;
  readonly textAlternative: string;
  readonly panels: readonly WeeklyPanel[];
  /** Most panels beside one another where the page is wide; 3 if left out. */
  readonly columns?: number;
}

/** A chart of weekly figures, one panel a metric; undefined if no organisation has any of them. */
export function weeklyChart(result: Result, layout: Layout, chart: WeeklyChart): Chart | undefined {
  const panels = chart.panels.filter(({ id }) => isKnown(result, id));
  if (panels.length === 0) return undefined;
  const data = weeklyRows(result, panels);
  return {
    id: chart.id,
    title: chart.title,
    subtitle: `${chart.about} ${bandWords(result)}`,
    source: sourceOf(result),
    textAlternative: chart.textAlternative,
    metrics: panels.map(({ id }) => id),
    spec: weeklySpec(result, panels, data, { layout, columns: chart.columns }),
    data,
  };
}

/**
 * Roles of a family of weekly metrics, such as `queue-length.`, that any organisation has, in the result's
 * order.
 */
export function rolesWith(result: Result, family: string): string[] {
  return Object.keys(result.metrics)
    .filter((id) => id.startsWith(family) && isKnown(result, id))
    .map((id) => id.slice(family.length));
}
