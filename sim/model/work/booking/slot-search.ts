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
  private readonly unused: DayFit[] = [];

  constructor(options: SlotSearchOptions) {
    this.options = options;
    this.days = new DaySearch(options);
  }

  /** Cost of the best slot of a request, Infinity if there is none. */
  bestCost(request: MeetingRequest, now: number): number {
    const today = Math.floor(now / MINUTES_PER_DAY);
    if (request.lookedUpOn !== today || !this.takesInChanges(request, today))
      this.lookAtAllDays(request, today);
    return request.bestCost;
  }

  /** The best slot of each day that has one, in the order in which to offer them, at most `count`. */
  best(request: MeetingRequest, now: number, count: number): DayFit[] {
    const { frozenDays, horizonDays } = this.options;
    const { rule } = request;
    const today = Math.floor(now / MINUTES_PER_DAY);
    const slots: { readonly cost: number; readonly fit: DayFit }[] = [];
    for (let ahead = Math.max(1, frozenDays); ahead <= horizonDays; ahead++) {
      if (slots.length === count && rule.leastCost(ahead) >= slots.at(-1)!.cost) break;
      const cost = this.costOn(today + ahead, request, today);
      if (cost === Infinity) continue;
      slots.push({ cost, fit: this.fitOn(today + ahead, request) });
      slots.sort((a, b) => a.cost - b.cost || a.fit.day - b.fit.day);
      slots.length = Math.min(slots.length, count);
    }
    return slots.map(({ fit }) => fit);
  }

  /** The request wants no slot any more, or with somebody else: what was kept for it is used again. */
  forget(request: MeetingRequest): void {
    const { fits } = request;
    request.lookedUpOn = -1;
    for (const fit of fits) {
      if (fit === undefined) continue;
      fit.day = -1;
      this.unused.push(fit);
    }
    fits.length = 0;
  }

  /** The first and the last day on which meetings may be booked now; never today. */
  daysFrom(now: number): [first: number, last: number] {
    const { frozenDays, horizonDays } = this.options;
    const today = Math.floor(now / MINUTES_PER_DAY);
    return [today + Math.max(1, frozenDays), today + horizonDays];
  }

  private lookAtAllDays(request: MeetingRequest, today: number): void {
    const { frozenDays, horizonDays } = this.options;
    const { rule } = request;
    request.lookedUpOn = today;
    request.bestCost = Infinity;
    request.seenOwn = request.seat.agenda.changes.total;
    request.seenLeaders = this.options.leaderChanges.total;
    for (let ahead = Math.max(1, frozenDays); ahead <= horizonDays; ahead++) {
      if (rule.leastCost(ahead) >= request.bestCost) break;
      const cost = this.costOn(today + ahead, request, today);
      if (cost >= request.bestCost) continue;
      request.bestCost = cost;
      request.bestDay = today + ahead;
    }
  }

  /** Looks only at the days that have changed. False if that does not tell, since the best slot may be gone. */
  private takesInChanges(request: MeetingRequest, today: number): boolean {
    const { seat, leaders } = request;
    const own = seat.agenda.changes;
    const ofLeaders = this.options.leaderChanges;
    if (!own.remembers(request.seenOwn)) return false;
    while (request.seenOwn < own.total) {
      if (!this.takesIn(own.dayOf(request.seenOwn++), request, today)) return false;
    }
    if (leaders.length === 0) return true;
    if (!ofLeaders.remembers(request.seenLeaders)) return false;
    while (request.seenLeaders < ofLeaders.total) {
      if (!this.takesIn(ofLeaders.dayOf(request.seenLeaders++), request, today)) return false;
    }
    return true;
  }

  private takesIn(day: number, request: MeetingRequest, today: number): boolean {
    const { frozenDays, horizonDays } = this.options;
    if (day < today + Math.max(1, frozenDays) || day > today + horizonDays) return true;
    const cost = this.costOn(day, request, today);
    if (cost > request.bestCost) return day !== request.bestDay;
    request.bestCost = cost;
    request.bestDay = day;
    return true;
  }

  /** What the booking rule makes of a day: lower is offered first; Infinity if nothing is offered. */
  private costOn(day: number, request: MeetingRequest, today: number): number {
    const fit = this.fitOn(day, request);
    if (fit.addedTravel === Infinity) return Infinity;
    const { standing, readyAt } = request.order;
    return request.rule.costOf({
      addedTravel: fit.addedTravel,
      daysAhead: day - today,
      waited: today * MINUTES_PER_DAY - readyAt,
      isDayInUse: fit.isDayInUse,
      isVisit: standing === 'visit',
    });
  }

  private fitOn(day: number, request: MeetingRequest): DayFit {
    const { fits } = request;
    const place = day % (this.options.horizonDays + 1);
    while (fits.length <= place) fits.push(undefined);
    const fit = (fits[place] ??= this.unused.pop() ?? new DayFit());
    if (fit.day !== day || fit.changes !== this.days.changesOn(day, request))
      this.days.look(fit, day, request);
    return fit;
  }
}
