import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import { MINUTES_PER_DAY, type Interval } from '../../time/working-time.ts';
import type { Charter } from '../charter.ts';
import type { Cover } from './cover.ts';
import { EMPLOYED_ROLES, type Seat } from './seat.ts';
import type { Staff } from './staff.ts';

export interface TurnoverOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly cover: Cover;
  /** Draws by seat: how long each of those who hold it stays. */
  readonly draws: KeyedDraws;
}

/** The seats of each role have numbers below this. */
const SEATS_AT_MOST = 1024;
const MINUTES_PER_YEAR = 365.2425 * MINUTES_PER_DAY;

/**
 * People who leave and are replaced. The time in the job is exponential. After the notice the seat is vacant until the
 * successor begins, who is looked for from the notice on; both at midnight. Once notice has been given, nothing is
 * agreed for the time in which nobody will be there, and what was agreed is called off or taken over.
 */
export class Turnover {
  private readonly options: TurnoverOptions;
  /** People who have held each seat and have been asked how long they stay. */
  private readonly holders = new Map<Seat, number>();
  /** When nobody will be in each seat whose holder has given notice, or nobody is. */
  private readonly vacancies = new Map<Seat, Interval>();

  constructor(options: TurnoverOptions) {
    this.options = options;
  }

  start(): void {
    const { staff, charter } = this.options;
    for (const role of EMPLOYED_ROLES) {
      if (charter.firm.roles[role].turnover === 0) continue;
      const seats = staff.seatsOf(role);
      for (const seat of seats.open) this.stay(seat);
      seats.watch({ onOpened: this.onOpened });
    }
  }

  /** A seat that was closed while it was or was to be vacant is not so any more. */
  private readonly onOpened = (seat: Seat): void => {
    const vacancy = this.vacancies.get(seat);
    if (vacancy !== undefined) seat.person.shift.open(vacancy);
    this.vacancies.delete(seat);
    this.stay(seat);
  };

  /** Somebody has taken the seat: the time until notice. */
  private stay(seat: Seat): void {
    const { simulation, charter, draws } = this.options;
    const nth = this.holders.get(seat) ?? 0;
    this.holders.set(seat, nth + 1);
    const leavingPerMinute = -Math.log1p(-charter.firm.roles[seat.role].turnover) / MINUTES_PER_YEAR;
    const u = draws.uniform(ROLES.indexOf(seat.role) * SEATS_AT_MOST + seat.index, nth);
    const at = simulation.now - Math.log(u) / leavingPerMinute;
    simulation.schedule(at, this.onNotice, { seat, nth });
  }

  private readonly onNotice = ({ seat, nth }: { seat: Seat; nth: number }): void => {
    const { simulation, scenario, charter, staff } = this.options;
    // Whoever held the seat then may have lost it since.
    if (!seat.isOpen || this.holders.get(seat) !== nth + 1) return;
    const { hiringTime } = charter.firm.roles[seat.role];
    const from = midnightAfter(simulation.now + scenario.people.notice);
    const to = Math.max(from + MINUTES_PER_DAY, midnightAfter(simulation.now + hiringTime));
    staff.closeDuring(seat, { from, to }, true);
    this.vacancies.set(seat, { from, to });
    simulation.schedule(from, this.onLeaving, { seat, nth, to });
  };

  private readonly onLeaving = ({ seat, nth, to }: { seat: Seat; nth: number; to: number }): void => {
    if (!seat.isOpen || this.holders.get(seat) !== nth + 1) return;
    this.options.staff.vacate(seat);
    this.options.cover.onAway(seat, to);
    this.options.simulation.schedule(to, this.onSuccessorDue, { seat, nth });
  };

  private readonly onSuccessorDue = ({ seat, nth }: { seat: Seat; nth: number }): void => {
    if (!seat.isOpen || this.holders.get(seat) !== nth + 1) return;
    this.options.cover.onBack(seat);
    this.vacancies.delete(seat);
    this.options.staff.hire(seat);
    this.stay(seat);
  };
}

/** The first midnight at or after an instant. */
function midnightAfter(at: number): number {
  return Math.ceil(at / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}
