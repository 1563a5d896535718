import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { ROLES, type Role } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, type Interval } from '../../time/working-time.ts';
import type { Observer } from '../observer.ts';
import type { Cover } from './cover.ts';
import { EMPLOYED_ROLES, type Seat } from './seat.ts';
import type { Staff } from './staff.ts';

export interface AbsencesOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly staff: Staff;
  readonly cover: Cover;
  /** Draws by seat: when each planned absence begins; how long each health and each sickness lasts. */
  readonly plannedDraws: KeyedDraws;
  readonly sickDraws: KeyedDraws;
}

/** The seats of each role have numbers below this: a draw belongs to role and seat, whatever the organisation. */
const SEATS_AT_MOST = 1024;
/** Absences that begin after the end of the run are planned too, since projects reach beyond it. */
const WEEKS_AFTER_RUN = 60;

/**
 * Time off. Planned absences are in the calendars from the first day, so that nothing is booked there: one block in
 * each stretch of time in which one is due, at a week or day drawn for the seat. Sickness begins overnight; what was
 * agreed for its days is called off then. Health and sickness last a geometric number of days each.
 */
export class Absences {
  private readonly options: AbsencesOptions;
  private readonly end: number;

  constructor(options: AbsencesOptions) {
    this.options = options;
    this.end = (options.scenario.run.weeks + WEEKS_AFTER_RUN) * MINUTES_PER_WEEK;
  }

  /** Everybody's time off, of those too who join later. */
  start(): void {
    const { planned, sick } = this.options.scenario.people.absence;
    if (planned === 0 && sick === 0) return;
    for (const role of EMPLOYED_ROLES) {
      const seats = this.options.staff.seatsOf(role);
      for (const seat of seats.open) this.foresee(seat);
      seats.watch({
        onOpened: (seat) => {
          if (seat.person.shift.workingTime.closures.length === 0) this.foresee(seat);
        },
      });
    }
  }

  private foresee(seat: Seat): void {
    const { planned, sick } = this.options.scenario.people.absence;
    if (planned > 0) this.planAll(seat);
    if (sick > 0) this.fallIll({ seat, nth: 0, healthyFrom: this.today() });
  }

  private planAll(seat: Seat): void {
    const blocks = plannedBlocks(this.options.scenario, (nth) =>
      this.options.plannedDraws.uniform(keyOf(seat), nth),
    );
    const ahead: Interval[] = [];
    for (let nth = 0; ; nth++) {
      const block = blocks(nth);
      if (block.from >= this.end) break;
      if (block.from >= this.options.simulation.now) ahead.push(block);
    }
    seat.person.shift.closeAll(ahead);
    for (const block of ahead)
      this.options.simulation.schedule(block.from, this.onPlannedBegun, { seat, ...block });
  }

  private readonly onPlannedBegun = ({ seat, from, to }: Interval & { seat: Seat }): void => {
    this.leave(seat, 'planned', { from, to });
  };

  /** The nth sickness of a seat, after a time of health; days without anybody there are healthy ones. */
  private fallIll({ seat, nth, healthyFrom }: { seat: Seat; nth: number; healthyFrom: number }): void {
    const { simulation, sickDraws, scenario } = this.options;
    const { sick, sickSpell } = scenario.people.absence;
    const meanDays = sickSpell / MINUTES_PER_DAY;
    const meanHealthyDays = (meanDays * (1 - sick)) / sick;
    const key = keyOf(seat);
    const from = healthyFrom + geometric(sickDraws.uniform(key, 2 * nth), meanHealthyDays) * MINUTES_PER_DAY;
    const to = from + geometric(sickDraws.uniform(key, 2 * nth + 1), meanDays) * MINUTES_PER_DAY;
    simulation.schedule(from, this.onFallenIll, { seat, nth, from, to });
  }

  private readonly onFallenIll = (spell: Interval & { seat: Seat; nth: number }): void => {
    const { seat, nth, from, to } = spell;
    this.fallIll({ seat, nth: nth + 1, healthyFrom: to });
    // Time off that was planned stays what it is.
    const interval = { from, to: Math.min(to, nextClosure(seat, from)) };
    if (!seat.isOpen || seat.isVacant || interval.to <= from) return;
    this.options.staff.closeDuring(seat, interval);
    this.leave(seat, 'sick', interval);
  };

  private leave(seat: Seat, reason: 'planned' | 'sick', interval: Interval): void {
    const { observer, simulation, cover } = this.options;
    if (!seat.isOpen || seat.isVacant) return;
    observer.onAbsent(seat.person, reason, interval);
    seat.person.setAway(true);
    cover.onAway(seat, interval.to);
    simulation.schedule(interval.to, this.onReturned, seat);
  }

  private readonly onReturned = (seat: Seat): void => {
    this.options.cover.onBack(seat);
    seat.person.setAway(false);
  };

  private today(): number {
    return Math.ceil(this.options.simulation.now / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  }
}

/** The nth planned absence of a seat: one in each stretch of the length in which one is due, at a uniform time. */
export function plannedBlocks(
  { people }: Pick<Scenario, 'people'>,
  uniform: (nth: number) => number,
): (nth: number) => Interval {
  const { planned, plannedBlock } = people.absence;
  const days = Math.round(plannedBlock / MINUTES_PER_DAY);
  const unit = days % 7 === 0 ? 7 : 1;
  const cycle = days / planned;
  return (nth) => {
    const earliest = nth * cycle + uniform(nth) * (cycle - days);
    const from = Math.floor(earliest / unit) * unit * MINUTES_PER_DAY;
    return { from, to: from + days * MINUTES_PER_DAY };
  };
}

/** When the next time off begins that is known at an instant; that instant if it is under way. */
function nextClosure({ person }: Seat, at: number): number {
  let next = Infinity;
  for (const { from, to } of person.shift.workingTime.closures)
    if (to > at) next = Math.min(next, Math.max(from, at));
  return next;
}

/** Geometric on 1, 2, ... with a given mean, from one uniform draw. */
function geometric(u: number, mean: number): number {
  return mean === 1 ? 1 : 1 + Math.floor(Math.log(u) / Math.log(1 - 1 / mean));
}

function keyOf({ role, index }: { readonly role: Role; readonly index: number }): number {
  return ROLES.indexOf(role) * SEATS_AT_MOST + index;
}
