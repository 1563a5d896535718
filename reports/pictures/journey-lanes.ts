import type { Journey, JourneyStep, JourneyWait, Result } from '../../sim/experiment/result.ts';
import { MINUTES_PER_DAY } from '../../sim/time/working-time.ts';
import { ACTIVITY_GROUPS, activityGroupOf } from '../charts/activity-groups.ts';
import type { Layout, Row } from '../charts/chart.ts';
import { sourceOf } from '../charts/provenance-words.ts';
import { FAINT_INK, GRID, INK, hueOf } from '../charts/theme.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { capitalised, roleTitle, roleWords } from '../words/role-words.ts';
import { beside } from './beside.ts';
import { keyAbove } from './key.ts';
import { mark, textMark } from './marks.ts';
import type { Drawing, Picture } from './picture.ts';

const WIDTHS: Readonly<Record<Layout, number>> = { wide: 960, narrow: 336 };
const NAMES: Readonly<Record<Layout, number>> = { wide: 140, narrow: 108 };
const LANE = 30;
const HEADING = 56;
const WAITS_HEIGHT = 18;

const WAITS: Readonly<Record<JourneyWait['for'], { readonly title: string; readonly hue: string }>> = {
  booking: { title: 'Waits for the call', hue: '#b58900' },
  appointment: { title: 'Waits for that day', hue: '#7fb6dd' },
  solution: { title: 'Waits for the solution', hue: '#b07aa1' },
  customer: { title: 'Customer thinks', hue: '#d0d4d9' },
};
const STAGES: Readonly<Record<string, string>> = {
  'conceptual-meeting': 'first talk',
  'requirement-discovery': 'discovery',
  presentation: 'presentation',
  closing: 'closing',
};

/** The way of one sale through the hands of those who work on it, from arrival to decision: a lane for each role. */
export function journeyLanes(result: Result, layout: Layout): Promise<Picture | undefined> {
  const names = organisationNames(result);
  const shown = result.organisations.flatMap(({ illustration }, index) => {
    const journey = illustration?.journey ?? undefined;
    return journey === undefined ? [] : [{ name: names[index]!, index, journey }];
  });
  if (shown.length === 0) return Promise.resolve(undefined);
  const longest = Math.max(...shown.map(({ journey }) => daysOf(journey)));
  const steps = shown.flatMap(({ journey }) => journey.steps);
  const groups = ACTIVITY_GROUPS.filter((group) =>
    steps.some(({ activity }) => activityGroupOf(activity) === group),
  );
  const waits = (Object.keys(WAITS) as JourneyWait['for'][]).filter((reason) =>
    shown.some(({ journey }) => journey.waits.some((wait) => wait.for === reason)),
  );
  const findings = shown.map(
    ({ name, journey }) =>
      `${daysOf(journey).toFixed(0)} days in ${name}, with ${workHours(journey).toFixed(0)} hours of work and travel`,
  );
  const title = `The way of one sale: ${findings.join('; ')}`;
  return Promise.resolve({
    id: 'journey',
    title,
    subtitle:
      'From the day on which the opportunity arrives to the decision of the customer; of every organisation that won one, the ' +
      'won opportunity of median length in the first replication. A block is work or travel for it (no thinner than three pixels), ' +
      'a grey line a change of hands; the lowest lane is what it waits for. An example, no estimate.',
    source: sourceOf(result),
    textAlternative: `${title}. ${shown.map(({ name, journey }) => inWords(name, journey)).join(' ')}`,
    metrics: ['cycle-time'],
    data: shown.flatMap(({ name, journey }) => rowsOf(name, journey)),
    drawing: keyAbove(
      beside(
        shown.map(({ name, index, journey }) => lanesOf(journey, { name, index, longest, layout })),
        1,
      ),
      [...groups, ...waits.map((reason) => WAITS[reason])],
      layout,
    ),
  });
}

interface Frame {
  readonly name: string;
  readonly index: number;
  /** Days of the longest way that is drawn. */
  readonly longest: number;
  readonly layout: Layout;
}

function lanesOf(journey: Journey, { name, index, longest, layout }: Frame): Drawing {
  const { steps, waits, arrivedAt, decidedAt } = journey;
  const left = NAMES[layout];
  const width = WIDTHS[layout];
  const scale = (width - left - 6) / (longest * MINUTES_PER_DAY);
  const x = (at: number) => left + (at - arrivedAt) * scale;
  const roles = [...new Set(steps.map(({ role }) => role))];
  const laneY = (role: string) => HEADING + roles.indexOf(role as never) * LANE;
  const waitsY = HEADING + roles.length * LANE + 4;
  const bottom = waitsY + WAITS_HEIGHT;
  const lanes = roles.map(
    (role) =>
      mark('rect', { x: left, y: laneY(role) + LANE - 1, width: width - left, height: 1, fill: GRID }) +
      textMark(left - 8, laneY(role) + LANE / 2 + 4, roleTitle(role), { anchor: 'end' }),
  );
  return {
    width,
    height: bottom + 36,
    marks: [
      textMark(0, 18, name, { size: 15, isBold: true, ink: hueOf(index) }),
      ...lanes,
      textMark(left - 8, waitsY + 13, 'Waiting', { anchor: 'end', ink: FAINT_INK }),
      ...waits.map((wait) => {
        const { hue } = WAITS[wait.for];
        return mark('rect', {
          x: x(wait.from),
          y: waitsY + 2,
          width: (wait.to - wait.from) * scale,
          height: WAITS_HEIGHT - 6,
          fill: hue,
        });
      }),
      handOverLines(steps, x, laneY),
      ...steps.map((step) => stepMark(step, x, laneY)),
      ...stageNames(steps, x, layout),
      mark('rect', {
        x: x(decidedAt) - 1,
        y: HEADING - 4,
        width: 2,
        height: bottom - HEADING + 4,
        fill: INK,
      }),
      textMark(x(decidedAt) - 4, bottom + 31, 'won', { size: 11, isBold: true, anchor: 'end' }),
      ...axis(longest, { left, scale, y: bottom }),
    ].join(''),
  };
}

type Position = (at: number) => number;

function stepMark(step: JourneyStep, x: Position, laneY: (role: string) => number): string {
  return mark('rect', {
    x: x(step.from),
    y: laneY(step.role) + 6,
    width: Math.max(3, x(step.to) - x(step.from)),
    height: LANE - 13,
    fill: activityGroupOf(step.activity).hue,
  });
}

/** Lines between steps that follow one another in different lanes. */
function handOverLines(steps: readonly JourneyStep[], x: Position, laneY: (role: string) => number): string {
  const lines = steps.slice(1).flatMap((step, i) => {
    const before = steps[i]!;
    if (before.role === step.role) return [];
    const from = `${x(before.to).toFixed(1)},${laneY(before.role) + LANE / 2}`;
    return [`M${from}L${x(step.from).toFixed(1)},${laneY(step.role) + LANE / 2}`];
  });
  return mark('path', { d: lines.join('') || 'M0,0', fill: 'none', stroke: '#a8b0b9', 'stroke-width': 1 });
}

/** Names of the meetings above the lanes, once for each that was held, in two rows where they are near. */
function stageNames(steps: readonly JourneyStep[], x: Position, layout: Layout): string[] {
  let [end, row] = [-Infinity, 0];
  const held = steps.filter(
    ({ activity }, i) => activity in STAGES && steps.findIndex((other) => other.activity === activity) === i,
  );
  return held.map((step) => {
    const middle = x(step.from);
    row = middle - end < (layout === 'wide' ? 74 : 62) ? 1 - row : 0;
    end = middle;
    return textMark(middle, HEADING - 6 - 13 * row, STAGES[step.activity]!, {
      size: 11,
      ink: FAINT_INK,
      anchor: 'middle',
    });
  });
}

function axis(
  days: number,
  { left, scale, y }: { readonly left: number; readonly scale: number; readonly y: number },
): string[] {
  const step = [1, 2, 5, 7, 14, 28, 56, 91, 182].find((size) => days / size <= 7) ?? 364;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => {
    const at = left + i * step * MINUTES_PER_DAY * scale;
    return (
      mark('rect', { x: at, y: y + 1, width: 1, height: 4, fill: FAINT_INK }) +
      textMark(at, y + 18, i === 0 ? 'day 0' : String(i * step), {
        size: 11,
        ink: FAINT_INK,
        anchor: 'middle',
      })
    );
  });
}

function daysOf({ arrivedAt, decidedAt }: Journey): number {
  return (decidedAt - arrivedAt) / MINUTES_PER_DAY;
}

/** Hours of all people who worked on it, or travelled for it, together. */
function workHours({ steps }: Journey): number {
  return steps.reduce((sum, { from, to }) => sum + to - from, 0) / 60;
}

function inWords(name: string, journey: Journey): string {
  const roles = [...new Set(journey.steps.map(({ role }) => role))].map((role) => {
    const own = { ...journey, steps: journey.steps.filter((step) => step.role === role) };
    return `${roleWords(role).group} ${workHours(own).toFixed(1)} hours`;
  });
  const waits = (Object.keys(WAITS) as JourneyWait['for'][]).flatMap((reason) => {
    const own = journey.waits.filter((wait) => wait.for === reason);
    const days = own.reduce((sum, { from, to }) => sum + to - from, 0) / MINUTES_PER_DAY;
    return own.length === 0 ? [] : [`${WAITS[reason].title.toLowerCase()} ${days.toFixed(1)} days`];
  });
  return `${capitalised(name)}: work by ${roles.join(', ')}; ${waits.join(', ')}.`;
}

function rowsOf(organisation: string, { steps, waits, arrivedAt }: Journey): Row[] {
  const day = (at: number) => Math.round(((at - arrivedAt) / MINUTES_PER_DAY) * 1000) / 1000;
  return [
    ...steps.map(({ activity, role, number, from, to }) => ({
      organisation,
      kind: 'work',
      what: activity,
      role,
      person: number,
      fromDay: day(from),
      toDay: day(to),
    })),
    ...waits.map((wait) => ({
      organisation,
      kind: 'wait',
      what: wait.for,
      role: null,
      person: null,
      fromDay: day(wait.from),
      toDay: day(wait.to),
    })),
  ];
}
