import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { Charter } from '../../../sim/model/charter.ts';
import type { Staff } from '../../../sim/model/people/staff.ts';
import { Expansion } from '../../../sim/model/work/expansion.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { Role } from '../../../sim/scenario/schema/ids.ts';
import { MINUTES_PER_WEEK } from '../../../sim/time/working-time.ts';

const RULE =
  'organisation.expansion.making={heads: 2, above: 3 weeks, lasting: 2 weeks, delay: 10 weeks, most: 5}';

/** Weeks at whose end people come, given the backlog in weeks of each week. */
function arrivals(backlogs: (week: number) => number, ...overrides: string[]) {
  const { scenario } = loadScenario({ reference: 'standard', overrides });
  const simulation = new Simulation();
  const came: [Role, number][] = [];
  const week = (): number => Math.round(simulation.now / MINUTES_PER_WEEK);
  const openSeat = ((role: Role) => {
    came.push([role, week()]);
    return undefined;
  }) as unknown as Staff['openSeat'];
  const downstream = { backlogWeeks: () => backlogs(week()), serviceWeeks: 0 };
  new Expansion({
    simulation,
    charter: new Charter(scenario.organisation),
    staff: { openSeat },
    downstream,
  }).start();
  simulation.run(100 * MINUTES_PER_WEEK);
  return came;
}

describe('the rule for more capacity', () => {
  it('orders when too much has waited for long enough, once at a time, and no more than it may', () => {
    // Too much from the end of week 5 on. Ordered at the second look, week 6; two come in week 16, just before the look
    // of that week, which is the first one again. Ordered in week 17, and two come in week 27; ordered in week 28, when
    // one is left that may be, for week 38.
    const came = arrivals((week) => (week >= 5 ? 4 : 0), RULE);
    expect(came.map(([role]) => role)).toEqual([
      'production',
      'production',
      'production',
      'production',
      'production',
    ]);
    expect(came.map(([, week]) => week)).toEqual([16, 16, 27, 27, 38]);
  });

  it('does not order for a peak that is over at the next look', () => {
    expect(arrivals((week) => (week % 2 === 0 ? 9 : 1), RULE)).toEqual([]);
  });

  it('does nothing where it is off, whatever waits', () => {
    expect(arrivals(() => 99)).toEqual([]);
  });
});
