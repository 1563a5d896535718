import type { MetricResult, Result } from '../../sim/experiment/result.ts';
import { amount, times } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleWords } from '../words/role-words.ts';
import type { Chart, Layout } from './chart.ts';
import type { LevelZone } from './level-zones.ts';
import { smoothed } from './smoothing.ts';
import { storedScenario } from './stored-scenario.ts';
import { weeklyChart } from './weekly-chart.ts';
import { isKnown } from './weekly-panels.ts';

const LEVEL = 'buffer-level';
const HELD = 'throttled-share';
/** Where the scale ends: the thirds are to be seen, however much waits. */
const TOP = 2;

/** The thirds of a buffer: Cox and Schleier (eds.) 2010, Theory of Constraints Handbook, chapter 21. */
const THIRDS: readonly LevelZone[] = [
  { name: 'green', from: 0, to: 1 / 3, hue: '#1a9850' },
  { name: 'yellow', from: 1 / 3, to: 2 / 3, hue: '#f2c500' },
  { name: 'red', from: 2 / 3, to: Infinity, hue: '#d73027' },
];

/**
 * What waits before the function that is to set the pace, in thirds of its buffer, and how long the rope holds work
 * back because of it; undefined if no organisation has a throttle.
 */
export function bufferAndThrottle(result: Result, layout: Layout): Chart | undefined {
  if (!isKnown(result, LEVEL)) return undefined;
  const most = mostOf(result, 'mean');
  const end = Math.min(TOP, Math.max(1, Math.ceil(5 * mostOf(result, 'hi')) / 5, Math.ceil(5 * most) / 5));
  return weeklyChart(result, layout, {
    id: 'buffer',
    title: titleOf(result),
    about:
      'Minutes of work before the function that is to set the pace, in per cent of what may wait there. From red on, the ' +
      'last third, meetings or campaigns are held back until the level is back in green, the first one; in yellow it stays ' +
      'as it is. The rule looks at every moment, a week and a mean over replications do not: work may be held back in a ' +
      `week that is green on average.${most > TOP ? beyondWords(most) : ''}`,
    textAlternative: `${titleOf(result)}.`,
    columns: 1,
    panels: [
      {
        id: LEVEL,
        title: 'Work that waits, in per cent of the buffer',
        domain: [0, end],
        isClamped: true,
        zones: THIRDS,
      },
      { id: HELD, title: 'Time in which work is held back', domain: [0, 1] },
    ],
  });
}

function beyondWords(most: number): string {
  return ` The scale ends at twice the buffer, and lines beyond it run along its edge: there are ${times(most)} times as much.`;
}

/** The highest point of the lines, or of the upper ends of their intervals. */
function mostOf({ organisations }: Result, what: 'mean' | 'hi'): number {
  const levels = organisations.flatMap(({ series }) => smoothed(series[LEVEL]?.[what] ?? []));
  return Math.max(0, ...levels.map((level) => level ?? 0));
}

/** `14 times the buffer`, `35 % of the buffer`. */
function levelInWords(level: MetricResult & { readonly mean: number }): string {
  return level.mean > TOP ? `${times(level.mean)} times the buffer` : `${amount(level)} of the buffer`;
}

function titleOf(result: Result): string {
  const names = organisationNames(result);
  const findings = result.organisations.map(({ metrics }, i) => {
    const [level, held] = [metrics[LEVEL], metrics[HELD]];
    if (level === undefined || level.mean === null) return `${names[i]!} has no buffer`;
    const time = held === undefined ? '–' : amount(held);
    const waits = levelInWords({ ...level, mean: level.mean });
    return `in ${names[i]!} ${waits} waits before ${drumOf(result, i)} on average, and work is held back ${time} of the time`;
  });
  return `Rope and buffer: ${findings.join('; ')}`;
}

/** Before whom the buffer is; a result need not say. */
function drumOf({ provenance }: Result, index: number): string {
  const drum = storedScenario(provenance.scenarios[index])?.organisation.throttle.drum ?? 'none';
  if (drum === 'none') return 'the drum';
  return drum === 'sales' ? 'sales' : roleWords(drum).group;
}
