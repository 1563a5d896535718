import type { Illustration } from '../../sim/experiment/result.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../../sim/time/working-time.ts';
import { activityGroupOf, type ActivityGroup } from '../charts/activity-groups.ts';

/** Minutes between two intervals of the same group that are drawn as one. */
const TOGETHER = 2;

/** A stretch of one day that is spent on one group of activities. */
export interface Block {
  /** 0 for Monday. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  readonly group: ActivityGroup;
  /** The meeting or visit that it is; undefined for anything else. */
  readonly meeting: string | undefined;
}

/** The first of the weeks that are kept of a person, as a calendar. */
export interface WeekCalendar {
  /** Counted from 1. */
  readonly week: number;
  readonly blocks: readonly Block[];
  /** Days from Monday on that are shown: 5, or more if there is work on them. */
  readonly days: number;
}

/** The calendar of the first week; what follows at once in the same group is one block, but for meetings. */
export function weekCalendar({ weeks, agenda }: Illustration): WeekCalendar {
  const start = weeks.from * MINUTES_PER_WEEK;
  const blocks: Block[] = [];
  for (const { activity, from, to, appointment } of agenda) {
    if (from < start || from >= start + MINUTES_PER_WEEK) continue;
    const day = Math.floor((from - start) / MINUTES_PER_DAY);
    const midnight = start + day * MINUTES_PER_DAY;
    const group = activityGroupOf(activity);
    const meeting = group.id === 'meetings' ? (appointment?.kind ?? activity) : undefined;
    const block: Block = { day, from: from - midnight, to: to - midnight, group, meeting };
    const last = blocks.at(-1);
    const isContinued =
      last !== undefined &&
      last.day === day &&
      last.group === group &&
      last.meeting === meeting &&
      block.from - last.to <= TOGETHER;
    if (isContinued) blocks[blocks.length - 1] = { ...last, to: block.to };
    else blocks.push(block);
  }
  return { week: weeks.from + 1, blocks, days: Math.max(5, ...blocks.map(({ day }) => day + 1)) };
}
