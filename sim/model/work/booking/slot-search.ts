import { MINUTES_PER_DAY } from '../../../time/working-time.ts';
import { DayFit } from './day-fit.ts';
import { DaySearch, type DaySearchOptions } from './day-search.ts';
import type { MeetingRequest } from './meeting-request.ts';

export interface SlotSearchOptions extends DaySearchOptions {
  /** Meetings may be booked for days from today plus `frozenDays` to today plus `horizonDays`. */
  readonly frozenDays: number;
  readonly horizonDays: number;
}

/**
 * Finds slots: times that suit everybody in the firm, not sooner than the frozen zone and not beyond the horizon. How
 * a request fits into a day is kept, since most days have not changed when it is asked for again.
 */
export class SlotSearch {
  private readonly options: SlotSearchOptions;
  private readonly days: DaySearch;

  constructor(options: SlotSearchOptions) {
    this.options = options;
    this.days = new DaySearch(options);
  }

  /**
   * Cost of the best slot of a request, Infinity if there is none. What was found holds for the day as long as the
   * agenda of the salesperson and the plans of the leaders do not change.
   */
  bestCost(request: MeetingRequest, now: number): number {
    const today = Math.floor(now / MINUTES_PER_DAY);
    const { salesperson, leaders } = request.order;
    let changes = salesperson.agenda.changes.total;
    for (const leader of leaders) changes += this.options.planOf(leader).changes.total;
    if (request.lookedUpOn !== today || request.lookedUpAfter !== changes) {
      request.lookedUpOn = today;
      request.lookedUpAfter = changes;
      request.bestCost = this.lookUpCost(request, now);
    }
    return request.bestCost;
  }

  /** The best slot of each day that has one, in the order in which to offer them, at most `count`. */
  best(request: MeetingRequest, now: number, count: number): DayFit[] {
    const [first, last] = this.daysFrom(now);
    const slots: { readonly cost: number; readonly fit: DayFit }[] = [];
    for (let day = first; day <= last; day++) {
      const cost = this.costOn(day, request, now);
      if (cost < Infinity) slots.push({ cost, fit: this.fitOn(day, request) });
    }
    slots.sort((a, b) => a.cost - b.cost || a.fit.day - b.fit.day);
    return slots.slice(0, count).map(({ fit }) => fit);
  }

  /** The first and the last day on which meetings may be booked now; never today. */
  daysFrom(now: number): [first: number, last: number] {
    const { frozenDays, horizonDays } = this.options;
    const today = Math.floor(now / MINUTES_PER_DAY);
    return [today + Math.max(1, frozenDays), today + horizonDays];
  }

  private lookUpCost(request: MeetingRequest, now: number): number {
    const { rule, frozenDays, horizonDays } = this.options;
    const today = Math.floor(now / MINUTES_PER_DAY);
    let best = Infinity;
    for (let ahead = Math.max(1, frozenDays); ahead <= horizonDays; ahead++) {
      if (rule.leastCost(ahead) >= best) break;
      best = Math.min(best, this.costOn(today + ahead, request, now));
    }
    return best;
  }

  /** What the booking rule makes of a day: lower is offered first; Infinity if nothing is offered. */
  private costOn(day: number, request: MeetingRequest, now: number): number {
    const fit = this.fitOn(day, request);
    if (fit.addedTravel === Infinity) return Infinity;
    const { isVisit, readyAt } = request.order;
    return this.options.rule.costOf({
      addedTravel: fit.addedTravel,
      daysAhead: day - Math.floor(now / MINUTES_PER_DAY),
      waited: now - readyAt,
      isDayInUse: fit.isDayInUse,
      isVisit,
    });
  }

  private fitOn(day: number, request: MeetingRequest): DayFit {
    const { fits, order } = request;
    const place = day % (this.options.horizonDays + 1);
    while (fits.length <= place) fits.push(new DayFit());
    const fit = fits[place]!;
    if (fit.day !== day || fit.changes !== this.days.changesOn(day, order)) this.days.look(fit, day, request);
    return fit;
  }
}
