import type { MetricResult, OrganisationResult } from '../../sim/experiment/result.ts';

/** A stretch of the way of an opportunity: its days by phases, and the work in them. */
export interface CycleStep {
  readonly title: string;
  /** Members of `cycle-days.`. */
  readonly phases: readonly string[];
  /** Member of `touch-hours.`, or `meeting` for a stretch that is work from end to end. */
  readonly work: string;
}

/** In the order in which they come first; most opportunities go through some of them several times. */
export const CYCLE_STEPS: readonly CycleStep[] = [
  { title: 'to reach the customer and agree on a day', phases: ['contact', 'booking'], work: 'booking' },
  { title: 'in the calendar', phases: ['calendar'], work: 'calendar' },
  { title: 'in meetings', phases: ['meeting'], work: 'meeting' },
  { title: 'solution and proposal', phases: ['solution'], work: 'solution' },
  { title: 'with the customer', phases: ['customer'], work: 'customer' },
];

/** A stretch of the mean opportunity of one organisation. */
export interface StepTimes {
  readonly step: CycleStep;
  readonly days: number;
  readonly halfWidthDays: number;
  /** Work: somebody is at it. */
  readonly hours: number;
  readonly halfWidthHours: number;
}

const HOURS_PER_DAY = 24;

/** All stretches of an organisation; undefined if it has no figures of them. */
export function stepTimes({ metrics }: OrganisationResult): StepTimes[] | undefined {
  const times = CYCLE_STEPS.map((step): StepTimes | undefined => {
    const figures = step.phases.map((phase) => metrics[`cycle-days.${phase}`]);
    if (figures.some((figure) => figure === undefined || figure.mean === null)) return undefined;
    const days = figures.reduce((sum, figure) => sum + (figure?.mean ?? 0), 0);
    const halfWidthDays = figures.reduce((sum, figure) => sum + halfWidthOf(figure), 0);
    if (step.work === 'meeting') {
      const [hours, halfWidthHours] = [HOURS_PER_DAY * days, HOURS_PER_DAY * halfWidthDays];
      return { step, days, halfWidthDays, hours, halfWidthHours };
    }
    const work = metrics[`touch-hours.${step.work}`];
    return { step, days, halfWidthDays, hours: work?.mean ?? 0, halfWidthHours: halfWidthOf(work) };
  });
  return times.some((time) => time === undefined) ? undefined : (times as StepTimes[]);
}

/** Half-widths of several add up to one that is at least as wide as the true one. */
function halfWidthOf(figure: MetricResult | undefined): number {
  const ci95 = figure?.ci95 ?? null;
  return ci95 === null ? 0 : (ci95[1] - ci95[0]) / 2;
}
