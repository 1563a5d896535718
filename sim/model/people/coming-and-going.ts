import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import type { Observer } from '../observer.ts';
import { Absences } from './absences.ts';
import type { Cover } from './cover.ts';
import type { Staff } from './staff.ts';
import { Turnover } from './turnover.ts';

/** From now on people take time off, fall ill, leave and are replaced, as far as the scenario has it. */
export function startComingAndGoing(of: {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly cover: Cover;
  readonly draws: (purpose: string) => KeyedDraws;
}): void {
  const { simulation, observer, scenario, charter, staff, cover, draws } = of;
  new Absences({
    simulation,
    observer,
    scenario,
    staff,
    cover,
    plannedDraws: draws('people.absence'),
    sickDraws: draws('people.sickness'),
  }).start();
  new Turnover({
    simulation,
    scenario,
    charter,
    staff,
    cover,
    draws: draws('people.tenure'),
  }).start();
}
