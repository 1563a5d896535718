import type { TopLevelSpec } from 'vega-lite';
import type { Result } from '../../sim/experiment/result.ts';
import { amount, percent } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { CYCLE_STEPS, stepTimes, type StepTimes } from './cycle-steps.ts';
import { panelTitle } from './panel-title.ts';
import { intervalWords, sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, INK, hueOf } from './theme.ts';

const ROW_HEIGHT = 34;
const HOURS_PER_DAY = 24;
const NAMES = 246;

/** The stretches of one organisation. */
interface Course {
  readonly organisation: number;
  readonly times: readonly StepTimes[];
  readonly days: number;
}

/**
 * Where the time of an opportunity goes, and how little of it anybody works on it: a value stream; undefined without
 * the figures.
 */
export function cycleTime(result: Result, layout: Layout): Chart | undefined {
  const courses = result.organisations.flatMap((organisation, i): Course[] => {
    const times = stepTimes(organisation);
    if (times === undefined) return [];
    return [{ organisation: i, times, days: times.reduce((sum, { days }) => sum + days, 0) }];
  });
  if (courses.length === 0) return undefined;
  return {
    id: 'cycle-time',
    title: titleOf(result, courses),
    subtitle:
      'Calendar days of the mean opportunity from arrival to decision, those not pursued left out; dark: hours that somebody ' +
      'works on it, drawn to the same scale, travel left out. Flow efficiency is the dark part of the whole, nights and weekends ' +
      `included. ${intervalWords(result)}${widest(courses)}. Means over all of them: few come as far as a solution. What follows the order is in the lead time, the stretches of which the model does not tell.`,
    source: sourceOf(result),
    textAlternative: `${titleOf(result, courses)}. ${courses.map((course) => inWords(result, course)).join('; ')}.`,
    metrics: metricsOf(result),
    spec: specOf(result, courses, layout),
    data: courses.flatMap(({ organisation, times }) =>
      times.map(({ step, days, halfWidthDays, hours, halfWidthHours }): Row => ({
        organisation: organisationNames(result)[organisation]!,
        step: step.title,
        days: rounded(days),
        halfWidthDays: rounded(halfWidthDays),
        workHours: rounded(hours),
        halfWidthHours: rounded(halfWidthHours),
        waitingDays: rounded(days - hours / HOURS_PER_DAY),
      })),
    ),
  };
}

function metricsOf({ metrics }: Result): string[] {
  const ids = CYCLE_STEPS.flatMap(({ phases, work }) => [
    ...phases.map((phase) => `cycle-days.${phase}`),
    `touch-hours.${work}`,
  ]);
  return ['flow-efficiency', 'cycle-time', 'lead-time.project', ...ids].filter(
    (id) => metrics[id] !== undefined,
  );
}

function specOf(result: Result, courses: readonly Course[], layout: Layout): TopLevelSpec {
  const most = Math.max(...courses.flatMap(({ times }) => times.map(({ days }) => days)));
  return {
    config: CONFIG,
    vconcat: courses.map((course) => coursePanel(result, course, most, layout)),
    spacing: 30,
  };
}

function coursePanel(result: Result, course: Course, most: number, layout: Layout): Panel {
  const isWide = layout === 'wide';
  const width = isWide ? 470 : 200;
  const { organisation, times } = course;
  const y: Position = {
    field: 'step',
    type: 'nominal',
    title: null,
    sort: null,
    axis: isWide ? { labelColor: INK, labelLimit: NAMES, minExtent: NAMES } : null,
  };
  const x: Position = {
    type: 'quantitative',
    title: 'calendar days',
    scale: { domain: [0, most * 1.02], nice: false },
    axis: { tickCount: isWide ? 8 : 4, grid: true },
  };
  const dy = isWide ? 0 : 9;
  const height = isWide ? ROW_HEIGHT : 46;
  return {
    width,
    height: times.length * height,
    data: {
      values: times.map((time) => ({
        step: time.step.title,
        days: rounded(time.days),
        work: rounded(time.hours / HOURS_PER_DAY),
        words: wordsOf(time),
      })),
    },
    layer: [
      panelTitle(
        `${organisationNames(result)[organisation]!}\n${daysIn(course.days)} days, of which ${hoursIn(hoursOf(course))} of work`,
      ),
      {
        mark: { type: 'bar', height: 18, color: hueOf(organisation), opacity: 0.3, yOffset: dy },
        encoding: { y, x: { ...x, field: 'days' } },
      },
      {
        mark: { type: 'bar', height: 18, color: INK, yOffset: dy },
        encoding: { y, x: { ...x, field: 'work' } },
      },
      {
        mark: { type: 'text', align: 'left', yOffset: dy },
        encoding: { y, x: { value: width + 10 }, text: { field: 'words' } },
      },
      ...(isWide ? [] : [stepNames(y)]),
    ],
  };
}

/** Names above the bars, where there is no room beside them. */
function stepNames(y: Position): Panel {
  return {
    mark: { type: 'text', align: 'left', yOffset: -10, fontWeight: 'bold' },
    encoding: { y, x: { value: 0 }, text: { field: 'step' } },
  };
}

function wordsOf({ days, hours }: StepTimes): string {
  return `${daysIn(days)} days, ${hoursIn(hours)} of work`;
}

function daysIn(days: number): string {
  return days.toFixed(days < 9.95 ? 1 : 0);
}

function hoursIn(hours: number): string {
  return `${hours.toFixed(hours < 9.95 ? 1 : 0)}\u00a0h`;
}

function hoursOf({ times }: Course): number {
  return times.reduce((sum, { hours }) => sum + hours, 0);
}

function widest(courses: readonly Course[]): string {
  const times = courses.flatMap((course) => course.times);
  const days = Math.max(...times.map(({ halfWidthDays }) => halfWidthDays));
  const hours = Math.max(...times.map(({ halfWidthHours }) => halfWidthHours));
  return days === 0 ? '' : `, ±${days.toFixed(1)} days and ±${hoursIn(hours)} of work or narrower`;
}

/** Flow efficiency, and the stretch that takes longest. */
function titleOf(result: Result, courses: readonly Course[]): string {
  const names = organisationNames(result);
  const findings = courses.map((course) => {
    const longest = course.times.reduce((most, time) => (time.days > most.days ? time : most));
    const flow = result.organisations[course.organisation]!.metrics['flow-efficiency'];
    const share =
      flow === undefined || flow.mean === null
        ? percent(hoursOf(course) / (HOURS_PER_DAY * course.days))
        : amount(flow);
    const place = names[course.organisation]!;
    return `${share} of its ${daysIn(course.days)} days in ${place}, the longest stretch “${longest.step.title}”`;
  });
  return `Somebody works on an opportunity for ${findings.join('; ')}`;
}

function inWords(result: Result, { organisation, times }: Course): string {
  const parts = times.map((time) => `${time.step.title} ${wordsOf(time)}`);
  return `${organisationNames(result)[organisation]!}: ${parts.join(', ')}`;
}
