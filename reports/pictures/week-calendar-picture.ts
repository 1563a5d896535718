import type { Illustration, Result } from '../../sim/experiment/result.ts';
import { ACTIVITY_GROUPS } from '../charts/activity-groups.ts';
import type { Layout, Row } from '../charts/chart.ts';
import { inkUpon } from '../charts/group-hues.ts';
import { sourceOf } from '../charts/provenance-words.ts';
import { FAINT_INK, GRID, hueOf } from '../charts/theme.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleWords } from '../words/role-words.ts';
import { weeksInWords } from '../words/weeks.ts';
import { beside } from './beside.ts';
import { keyAbove } from './key.ts';
import { mark, textMark } from './marks.ts';
import type { Drawing, Picture } from './picture.ts';
import { weekCalendar, type Block, type WeekCalendar } from './week-calendar.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MARGIN = { left: 34, top: 46 } as const;
const PIXELS_PER_HOUR = 38;
const COLUMN_WIDTHS: Readonly<Record<Layout, number>> = { wide: 84, narrow: 60 };
/** Pixels below which a block has no room for its name. */
const NAMED_FROM = 13;
const MEETINGS: Readonly<Record<string, string>> = {
  'conceptual-meeting': 'first talk',
  'requirement-discovery': 'discovery',
  presentation: 'presentation',
  closing: 'closing',
  'maintenance-visit': 'visit',
};

/** A week of one salesperson of every organisation as it was in the first replication, beside one another. */
export function weekCalendarPicture(result: Result, layout: Layout): Promise<Picture | undefined> {
  const names = organisationNames(result);
  const shown = result.organisations.flatMap(({ illustration }, index) =>
    illustration === undefined
      ? []
      : [{ name: names[index]!, index, illustration, calendar: weekCalendar(illustration) }],
  );
  if (shown.length === 0) return Promise.resolve(undefined);
  const blocks = shown.flatMap(({ calendar }) => calendar.blocks);
  const hours = {
    from: Math.floor(Math.min(8 * 60, ...blocks.map(({ from }) => from)) / 60),
    to: Math.ceil(Math.max(17 * 60, ...blocks.map(({ to }) => to)) / 60),
  };
  const groups = ACTIVITY_GROUPS.filter((group) => blocks.some((block) => block.group === group));
  const findings = shown.map(({ name, calendar }) => {
    const meetings = meetingsIn(calendar).filter(({ meeting }) => meeting !== 'maintenance-visit').length;
    return `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'} about opportunities in ${name}`;
  });
  const title = `One salesperson’s week: ${findings.join(', ')}`;
  const { week } = shown[0]!.calendar;
  return Promise.resolve({
    id: 'week-calendar',
    title,
    subtitle:
      `Week ${week} of the first replication, of ${whose(shown)}, each with the median number of meetings ` +
      `(of an even number of people the lower one) in ${weeksInWords(shown[0]!.illustration.weeks)}. An example, no estimate. Empty: idle or time off.`,
    source: sourceOf(result),
    textAlternative: `${title}. ${shown.map(({ name, calendar }) => inWords(name, calendar)).join(' ')}`,
    metrics: ['bd-meetings-per-salesperson-week'],
    data: shown.flatMap(({ name, calendar }) => rowsOf(name, calendar)),
    drawing: keyAbove(
      beside(
        shown.map(({ name, index, calendar }) => calendarDrawing(calendar, { name, index, hours, layout })),
        layout === 'wide' ? 2 : 1,
      ),
      groups,
      layout,
    ),
  });
}

interface Frame {
  readonly name: string;
  readonly index: number;
  /** Hours of the day between which the calendar is drawn. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly layout: Layout;
}

function calendarDrawing({ blocks, days }: WeekCalendar, { name, index, hours, layout }: Frame): Drawing {
  const columnWidth = COLUMN_WIDTHS[layout];
  const height = (hours.to - hours.from) * PIXELS_PER_HOUR;
  const width = days * columnWidth;
  const y = (minute: number) => MARGIN.top + (minute / 60 - hours.from) * PIXELS_PER_HOUR;
  const lines = Array.from({ length: hours.to - hours.from + 1 }, (_, i) => {
    const at = y((hours.from + i) * 60);
    return (
      mark('rect', { x: MARGIN.left, y: at, width, height: 1, fill: GRID }) +
      textMark(MARGIN.left - 6, at + 4, String(hours.from + i), { size: 11, ink: FAINT_INK, anchor: 'end' })
    );
  });
  const heads = DAYS.slice(0, days).map((day, i) =>
    textMark(MARGIN.left + (i + 0.5) * columnWidth, MARGIN.top - 8, day, {
      ink: FAINT_INK,
      anchor: 'middle',
    }),
  );
  return {
    width: MARGIN.left + width,
    height: MARGIN.top + height + 6,
    marks: [
      textMark(0, 18, name, { size: 15, isBold: true, ink: hueOf(index) }),
      ...heads,
      ...lines,
      ...blocks.map((block) =>
        blockMarks(block, { x: MARGIN.left + block.day * columnWidth, y, columnWidth }),
      ),
    ].join(''),
  };
}

function blockMarks(
  { from, to, group, meeting }: Block,
  {
    x,
    y,
    columnWidth,
  }: { readonly x: number; readonly y: (minute: number) => number; readonly columnWidth: number },
): string {
  const height = Math.max(1, y(to) - y(from) - 0.8);
  const box = mark('rect', {
    x: x + 2,
    y: y(from),
    width: columnWidth - 4,
    height,
    rx: height > 6 ? 3 : 0,
    fill: group.hue,
  });
  if (meeting === undefined || height < NAMED_FROM) return box;
  const look = { size: 11, ink: inkUpon(group.hue), anchor: 'middle' } as const;
  return (
    box +
    textMark(x + columnWidth / 2, y(from) + Math.min(height / 2 + 4, 16), MEETINGS[meeting] ?? meeting, look)
  );
}

function meetingsIn({ blocks }: WeekCalendar): readonly Block[] {
  return blocks.filter(({ meeting }) => meeting !== undefined);
}

function inWords(name: string, calendar: WeekCalendar): string {
  const list = meetingsIn(calendar).map(
    ({ day, from, meeting }) => `${DAYS[day]!} ${clock(from)} ${MEETINGS[meeting!] ?? meeting!}`,
  );
  return `${name}: ${list.join(', ') || 'no meeting'}.`;
}

function rowsOf(organisation: string, { week, blocks }: WeekCalendar): Row[] {
  return blocks.map(({ day, from, to, group, meeting }) => ({
    organisation,
    week,
    day: DAYS[day]!,
    from: clock(from),
    to: clock(to),
    activities: group.title,
    meeting: meeting ?? null,
  }));
}

function whose(shown: readonly { readonly name: string; readonly illustration: Illustration }[]): string {
  return shown
    .map(({ name, illustration: { person } }) => `${roleWords(person.role).one} ${person.number} of ${name}`)
    .join(' and ');
}

function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
