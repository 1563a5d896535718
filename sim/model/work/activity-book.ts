import { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import type { Quantile } from '../../random/distribution.ts';
import type { Activity } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import { timeUseOf } from '../observer.ts';
import type { TaskKind } from '../people/task.ts';

/** An activity that takes the office's time; production's work is timed per product. */
export type TimedActivity = keyof Scenario['activities'];

export interface ActivityEntry {
  readonly kind: TaskKind;
  /** Minutes of work of one instance: `key` names what it is for, `nth` counts repetitions of it. */
  readonly minutes: (key: number, nth?: number) => number;
}

/** The catalogue of activities, ready for use: what kind of task each is, and how long each instance takes. */
export class ActivityBook {
  private readonly entries: ReadonlyMap<Activity, ActivityEntry>;

  constructor(scenario: Scenario, charter: Charter, draws: (purpose: string) => KeyedDraws) {
    const order = charter.firm.orderOfWork;
    this.entries = new Map(
      Object.entries(scenario.activities).map(([name, { time, setting, urgency }]) => [
        name as Activity,
        {
          kind: {
            timeUse: timeUseOf(name as Activity),
            urgency: order.indexOf(urgency),
            isOffice: setting === 'office',
          },
          minutes: minutesOf(
            quantileOf(time),
            time.kind === 'constant' ? undefined : draws(`activity.${name}`),
          ),
        },
      ]),
    );
  }

  of(activity: TimedActivity): ActivityEntry {
    return this.entries.get(activity)!;
  }
}

function minutesOf(quantile: Quantile, draws: KeyedDraws | undefined): ActivityEntry['minutes'] {
  if (draws === undefined) return () => quantile(0.5);
  return (key, nth = 0) => quantile(draws.uniform(key, nth));
}
