import type { Result } from '../../sim/experiment/result.ts';
import type { Chart, ChartOf, Layout } from './chart.ts';
import { bufferAndThrottle } from './buffer.ts';
import { commonRandomNumbers } from './common-random-numbers.ts';
import { cashOverTime } from './cash.ts';
import { constraintTimeline } from './constraint-timeline.ts';
import { convergenceOfEstimates } from './convergence.ts';
import { cycleTime } from './cycle-time.ts';
import { pairedDifferences } from './differences.ts';
import { oneMoreHead } from './one-more.ts';
import { opportunityFunnel } from './opportunity-funnel.ts';
import { payrollWaterfall } from './payroll.ts';
import { queuesOverTime } from './queues.ts';
import { riskAndError } from './risk-and-error.ts';
import { throughputOverTime } from './throughput.ts';
import { timeUseOfRoles } from './time-use.ts';
import { travelAndOpportunities } from './travel.ts';
import { transitionTimeline } from './transition-timeline.ts';
import { utilisationOverTime } from './utilisation.ts';

const CHARTS: readonly ChartOf[] = [
  transitionTimeline,
  utilisationOverTime,
  oneMoreHead,
  throughputOverTime,
  pairedDifferences,
  opportunityFunnel,
  cycleTime,
  travelAndOpportunities,
  constraintTimeline,
  queuesOverTime,
  bufferAndThrottle,
  timeUseOfRoles,
  payrollWaterfall,
  cashOverTime,
  riskAndError,
  commonRandomNumbers,
  convergenceOfEstimates,
];

/** Every chart for which a result has figures, in the order of the report. */
export function chartsOf(result: Result, layout: Layout): Chart[] {
  return [...eachChart(result, layout)];
}

/** The same one by one, for whoever does not want them all. */
export function* eachChart(result: Result, layout: Layout): Generator<Chart> {
  for (const chartOf of CHARTS) {
    const chart = chartOf(result, layout);
    if (chart !== undefined) yield chart;
  }
}
