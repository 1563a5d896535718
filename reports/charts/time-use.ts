import type { TopLevelSpec } from 'vega-lite';
import type { Result } from '../../sim/experiment/result.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { capitalised, roleTitle, roleWords } from '../words/role-words.ts';
import { ACTIVITY_GROUPS } from './activity-groups.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { inkUpon } from './group-hues.ts';
import { panelTitle } from './panel-title.ts';
import { intervalWords, sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, INK } from './theme.ts';
import { timeUses, type TimeUse } from './time-use-rows.ts';

const BAR_HEIGHT = 26;
/** Pixels that the name and the number of a segment need, about. */
const PIXELS_PER_LETTER = 6.6;

/** Where the paid week of every role goes, the organisations below one another. */
export function timeUseOfRoles(result: Result, layout: Layout): Chart | undefined {
  const uses = timeUses(result);
  if (uses.length === 0) return undefined;
  const names = organisationNames(result);
  return {
    id: 'time-use',
    title: titleOf(result, uses),
    subtitle: `Hours per head and week, means; ${precision(result, uses)}.${paidHoursWords(names, uses)}`,
    source: sourceOf(result),
    textAlternative: `${titleOf(result, uses)}. ${inWords(names, uses)}.`,
    metrics: Object.keys(result.metrics).filter((id) => id.startsWith('hours-per-week.')),
    spec: specOf(names, uses, layout),
    data: uses.map(({ organisation, role, group, hours, halfWidth }): Row => ({
      organisation: names[organisation]!,
      role,
      activities: group.title,
      hours: rounded(hours),
      halfWidth: rounded(halfWidth),
    })),
  };
}

function specOf(names: readonly string[], uses: readonly TimeUse[], layout: Layout): TopLevelSpec {
  const roles = [...new Set(uses.map(({ role }) => role))];
  const groups = ACTIVITY_GROUPS.filter((group) => uses.some((use) => use.group === group));
  const most = Math.max(...uses.map(({ to }) => to));
  return {
    config: CONFIG,
    vconcat: roles.map((role, i) =>
      rolePanel(
        names,
        uses.filter((use) => use.role === role),
        { groups, most, layout, isLast: i === roles.length - 1 },
      ),
    ),
    spacing: layout === 'wide' ? 14 : 18,
  };
}

interface Frame {
  readonly groups: typeof ACTIVITY_GROUPS;
  readonly most: number;
  readonly layout: Layout;
  readonly isLast: boolean;
}

function rolePanel(names: readonly string[], uses: readonly TimeUse[], frame: Frame): Panel {
  const { groups, most, layout, isLast } = frame;
  const width = layout === 'wide' ? 880 : 270;
  const scale = { domain: groups.map(({ title }) => title), range: groups.map(({ hue }) => hue) };
  const values = uses.map((use) => ({
    organisation: names[use.organisation]!,
    group: use.group.title,
    from: rounded(use.from),
    to: rounded(use.to),
    middle: rounded((use.from + use.to) / 2),
    words: wordsIn(use, (width / most) * use.hours),
    ink: inkUpon(use.group.hue),
  }));
  const y: Position = {
    field: 'organisation',
    type: 'nominal',
    title: null,
    sort: null,
    axis: { labelColor: INK, labelLimit: 110, minExtent: layout === 'wide' ? 90 : 60 },
  };
  const x: Position = {
    type: 'quantitative',
    title: isLast ? 'hours per head and week' : null,
    scale: { domain: [0, most], nice: false },
    axis: { tickCount: 8, labels: isLast, ticks: isLast, domain: false, grid: true },
  };
  return {
    width,
    height: BAR_HEIGHT * new Set(uses.map(({ organisation }) => organisation)).size,
    data: { values },
    layer: [
      panelTitle(roleTitle(uses[0]!.role)),
      {
        mark: { type: 'bar', stroke: '#ffffff', strokeWidth: 1, height: BAR_HEIGHT - 6 },
        encoding: {
          y,
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          color: {
            field: 'group',
            scale,
            legend: legendFor(layout),
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          y,
          x: { ...x, field: 'middle' },
          text: { field: 'words' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
    ],
  };
}

function legendFor(layout: Layout) {
  const isWide = layout === 'wide';
  const columns = isWide ? 5 : 2;
  const labelFontSize = isWide ? 13 : 12;
  return {
    title: null,
    orient: 'top',
    columns,
    labelFontSize,
    symbolType: 'square',
    symbolSize: 140,
  } as const;
}

/** What a segment can hold: name and hours, the hours only, or nothing. */
function wordsIn({ group, hours }: TimeUse, width: number): string {
  const number = hours.toFixed(1);
  const both = `${group.title} ${number}`;
  if (both.length * PIXELS_PER_LETTER < width - 6) return both;
  return number.length * PIXELS_PER_LETTER < width - 2 ? number : '';
}

/**
 * How much time with customers the people have who are there to sell; or, without them, what the first role
 * does most.
 */
function titleOf(result: Result, uses: readonly TimeUse[]): string {
  const names = organisationNames(result);
  const role = uses.some((use) => use.role === 'salesperson') ? 'salesperson' : uses[0]!.role;
  const own = uses.filter((use) => use.role === role);
  const group = own.find((use) => use.group.id === 'meetings')?.group ?? own[0]!.group;
  const findings = names.flatMap((name, i) => {
    if (!own.some((use) => use.organisation === i)) return [];
    const hours = own.find((use) => use.organisation === i && use.group === group)?.hours ?? 0;
    return [`${hours.toFixed(1)} hours in ${name}`];
  });
  const what = group.id === 'meetings' ? 'with customers' : `on ${group.title.toLowerCase()}`;
  return `${capitalised(article(roleWords(role).one))} spends ${findings.join(', ')} ${what} in a week`;
}

/** Roles whose week is not equally long in all organisations: bars of another length are another week. */
function paidHoursWords(names: readonly string[], uses: readonly TimeUse[]): string {
  const roles = [...new Set(uses.map(({ role }) => role))];
  const unequal = roles.flatMap((role) => {
    const weeks = names.flatMap((name, i) => {
      const own = uses.filter((use) => use.role === role && use.organisation === i);
      return own.length === 0 ? [] : [{ name, hours: Math.max(...own.map(({ to }) => to)) }];
    });
    const hours = weeks.map((week) => week.hours);
    if (Math.max(...hours) - Math.min(...hours) < UNEQUAL_HOURS) return [];
    return [
      `${roleWords(role).group} ${weeks.map((week) => `${oneDecimal(week.hours)} in ${week.name}`).join(', ')}`,
    ];
  });
  return unequal.length === 0
    ? ''
    : ` The week is not equally long everywhere, hours: ${unequal.join('; ')}.`;
}

/** Hours by which weeks differ that are worth a word: half an hour. */
const UNEQUAL_HOURS = 0.5;

function oneDecimal(hours: number): string {
  return hours.toFixed(1).replace(/\.0$/, '');
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function precision(result: Result, uses: readonly TimeUse[]): string {
  const widest = Math.max(...uses.map(({ halfWidth }) => halfWidth));
  if (result.provenance.replications < 2) return intervalWords(result);
  return `${intervalWords(result)} are ±${widest.toFixed(1)} hours or narrower`;
}

/** The bars of the first role; the other numbers are in the data. */
function inWords(names: readonly string[], uses: readonly TimeUse[]): string {
  const { role } = uses[0]!;
  const bars = names.flatMap((name, i) => {
    const own = uses.filter((use) => use.role === role && use.organisation === i);
    const parts = own.map(({ group, hours }) => `${group.title.toLowerCase()} ${hours.toFixed(1)}`);
    return parts.length === 0 ? [] : [`${roleTitle(role)} of ${name}, hours a week: ${parts.join('; ')}`];
  });
  return bars.join('. ');
}
