import type { Recording } from '../recorder/recording.ts';
import { BRIEF_METRICS } from './brief-metrics.ts';
import { CASH_METRICS } from './cash-metrics.ts';
import { DEMAND_METRICS } from './demand-metrics.ts';
import { BUYING_METRICS } from './buying-metrics.ts';
import { CASE_METRICS } from './case-metrics.ts';
import { COURSE_METRICS } from './course-metrics.ts';
import { MANAGEMENT_METRICS } from './management-metrics.ts';
import type { Metric } from './metric.ts';
import { MONEY_METRICS } from './money-metrics.ts';
import { PEOPLE_METRICS } from './people-metrics.ts';
import { ROLE_METRICS } from './role-metrics.ts';
import { SALES_METRICS } from './sales-metrics.ts';
import { SATURATION_METRICS, saturationWeek } from './saturation.ts';
import { SERVICE_METRICS } from './service-metrics.ts';
import { TRAVEL_METRICS } from './travel-metrics.ts';
import { THROTTLE_METRICS, THROTTLE_WEEKS } from './throttle-metrics.ts';
import { VARIATION_METRICS } from './variation-metrics.ts';
import { Window, type Firm } from './window.ts';

const WINDOWED: readonly Metric[] = [
  ...SALES_METRICS,
  ...COURSE_METRICS,
  ...VARIATION_METRICS,
  ...DEMAND_METRICS,
  ...BUYING_METRICS,
  ...MANAGEMENT_METRICS,
  ...THROTTLE_METRICS,
  ...SERVICE_METRICS,
  ...BRIEF_METRICS,
  ...CASE_METRICS,
  ...ROLE_METRICS,
  ...TRAVEL_METRICS,
  ...PEOPLE_METRICS,
  ...MONEY_METRICS,
  ...CASH_METRICS,
];

/** What is known of a figure without simulating anything. */
export type MetricEntry = Omit<Metric, 'of'>;

/** Every figure of a result, in the order of tables: id, unit, operational definition. */
export const CATALOGUE: readonly MetricEntry[] = [
  ...WINDOWED,
  ...[...SATURATION_METRICS, ...THROTTLE_WEEKS].map((entry): MetricEntry => ({ ...entry, weekly: false })),
];

/** The figures that are also kept week by week, in the order of the catalogue. */
export const WEEKLY_METRICS: readonly Metric[] = WINDOWED.filter(({ weekly }) => weekly);

/** One figure for each metric of the catalogue, and one for each weekly metric and week; NaN where there is none. */
export interface Figures {
  /** Shape [metric of CATALOGUE]. */
  readonly values: Float64Array;
  /** Shape [metric of WEEKLY_METRICS][week], row after row. */
  readonly weekly: Float64Array;
}

/** The figures of one run; those of the whole run are taken over the weeks after the warm-up. */
export function figuresOf(recording: Recording, firm: Firm): Figures {
  const { weeks, warmUp } = firm.scenario.run;
  const measured = new Window(recording, firm, warmUp, weeks);
  const values = Float64Array.from([
    ...WINDOWED.map((metric) => metric.of(measured) ?? NaN),
    ...SATURATION_METRICS.map(({ role }) => saturationWeek(recording, firm, role) ?? NaN),
    ...THROTTLE_WEEKS.map((figure) => figure.of(recording) ?? NaN),
  ]);
  const weekly = new Float64Array(WEEKLY_METRICS.length * weeks);
  for (let week = 0; week < weeks; week++) {
    const window = new Window(recording, firm, week, week + 1);
    WEEKLY_METRICS.forEach((metric, i) => (weekly[i * weeks + week] = metric.of(window) ?? NaN));
  }
  return { values, weekly };
}
