import {
  MINUTES_PER_DAY,
  MINUTES_PER_WEEK,
  type Interval,
  type WorkingPattern,
} from '../time/working-time.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Reads working hours such as `Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00`. Returns the weekly pattern, or in
 * words what is wrong with the text.
 */
export function parseWorkingHours(text: string): WorkingPattern | string {
  const intervals: Interval[] = [];
  for (const part of text.split(';')) {
    const match = /^\s*([A-Z][a-z]{2})(?:\s*-\s*([A-Z][a-z]{2}))?\s+(.+?)\s*$/.exec(part);
    if (match === null) return `has no days and hours in "${part.trim()}"`;
    const first = DAYS.indexOf(match[1]!);
    const last = match[2] === undefined ? first : DAYS.indexOf(match[2]);
    if (first < 0 || last < first) {
      return `has "${match[1]}${match[2] ? `-${match[2]}` : ''}", which are no days from Mon to Sun in their order`;
    }
    for (const hours of match[3]!.split(',')) {
      const interval = parseHours(hours);
      if (interval === undefined) return `has "${hours.trim()}", which are no hours of a day`;
      for (let day = first; day <= last; day++) {
        intervals.push({
          from: day * MINUTES_PER_DAY + interval.from,
          to: day * MINUTES_PER_DAY + interval.to,
        });
      }
    }
  }
  intervals.sort((a, b) => a.from - b.from);
  const overlap = intervals.some((interval, i) => i > 0 && interval.from < intervals[i - 1]!.to);
  return overlap ? 'has hours that overlap' : { period: MINUTES_PER_WEEK, intervals };
}

/** Working hours as text, days with the same hours joined. */
export function formatWorkingHours({ intervals }: WorkingPattern): string {
  const byDay = DAYS.map((_, day) =>
    intervals
      .filter(({ from }) => Math.floor(from / MINUTES_PER_DAY) === day)
      .map(
        ({ from, to }) => `${clockOf(from - day * MINUTES_PER_DAY)}-${clockOf(to - day * MINUTES_PER_DAY)}`,
      )
      .join(', '),
  );
  const parts: string[] = [];
  for (let day = 0; day < DAYS.length;) {
    let last = day;
    while (byDay[last + 1] === byDay[day]) last++;
    if (byDay[day] !== '') parts.push(`${DAYS[day]}${last > day ? `-${DAYS[last]}` : ''} ${byDay[day]}`);
    day = last + 1;
  }
  return parts.join('; ');
}

function parseHours(text: string): Interval | undefined {
  const match = /^\s*(\d\d?):(\d\d)\s*-\s*(\d\d?):(\d\d)\s*$/.exec(text);
  if (match === null) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const from = 60 * fromHour + fromMinute;
  const to = 60 * toHour + toMinute;
  return fromMinute < 60 && toMinute < 60 && to > from && to <= MINUTES_PER_DAY ? { from, to } : undefined;
}

function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
