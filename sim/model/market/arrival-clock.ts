import { MINUTES_PER_WEEK } from '../../time/working-time.ts';

const HOURS_PER_WEEK = 168;
const WEEKS_PER_MONTH = 365.2425 / 12 / 7;

export interface ArrivalProfile {
  /** Weights of the 24 hours of a day. */
  readonly hours: readonly number[];
  /** Weights of the seven days of a week, Monday first. */
  readonly weekdays: readonly number[];
  /** Weights of the twelve months; week 0 is the first of January. */
  readonly months: readonly number[];
}

/**
 * Turns business time into clock time. Arrivals with a constant rate in business time are a non-homogeneous Poisson
 * process on the clock: its rate follows the hour, the weekday, the month and a random factor of the week (Çinlar
 * 1975, Introduction to Stochastic Processes, section 4.7: time change by the cumulative rate). Business time is
 * measured in weeks of mean rate.
 */
export class ArrivalClock {
  /** Business time within a mean week up to the end of each hour; the last is 1. */
  private readonly cumulative = new Float64Array(HOURS_PER_WEEK);
  private readonly monthWeights: readonly number[];
  private readonly weekFactor: () => number;
  /** Business time at the beginning of each week looked at so far. */
  private readonly weekStarts: number[] = [0];

  /** `weekFactor` gives the random factor of one week after another, with mean 1. */
  constructor({ hours, weekdays, months }: ArrivalProfile, weekFactor: () => number) {
    const total = sum(hours) * sum(weekdays);
    let before = 0;
    for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
      before += weekdays[Math.floor(hour / 24)]! * hours[hour % 24]!;
      this.cumulative[hour] = before / total;
    }
    const mean = sum(months) / months.length;
    this.monthWeights = months.map((weight) => weight / mean);
    this.weekFactor = weekFactor;
  }

  /** Minutes since the start at which a business time is reached. */
  clockAt(businessWeeks: number): number {
    const week = this.weekOf(businessWeeks);
    const start = this.weekStarts[week]!;
    const share = Math.min((businessWeeks - start) / (this.weekStarts[week + 1]! - start), 1);
    const hour = this.hourOf(share);
    const from = hour === 0 ? 0 : this.cumulative[hour - 1]!;
    const into = (share - from) / (this.cumulative[hour]! - from);
    return week * MINUTES_PER_WEEK + Math.min((hour + into) * 60, (hour + 1) * 60);
  }

  /** Business time reached at an instant. */
  businessTimeAt(at: number): number {
    const week = Math.floor(at / MINUTES_PER_WEEK);
    this.drawWeeksUpTo(week);
    const hours = (at - week * MINUTES_PER_WEEK) / 60;
    const hour = Math.floor(hours);
    const from = hour === 0 ? 0 : this.cumulative[hour - 1]!;
    const share = from + (hours - hour) * (this.cumulative[hour]! - from);
    const start = this.weekStarts[week]!;
    return start + share * (this.weekStarts[week + 1]! - start);
  }

  /** The week in which a business time is reached, drawing the factors of weeks as they are needed. */
  private weekOf(businessWeeks: number): number {
    const starts = this.weekStarts;
    while (starts.at(-1)! <= businessWeeks) this.drawWeeksUpTo(starts.length - 1);
    let low = 0;
    let high = starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= businessWeeks) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private drawWeeksUpTo(week: number): void {
    const starts = this.weekStarts;
    for (let next = starts.length - 1; next <= week; next++) {
      const month = Math.floor(next / WEEKS_PER_MONTH) % 12;
      starts.push(starts[next]! + this.monthWeights[month]! * this.weekFactor());
    }
  }

  /** The first hour of the week at whose end a share of the week's business is reached. */
  private hourOf(share: number): number {
    let low = 0;
    let high = HOURS_PER_WEEK - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulative[middle]! >= share && this.cumulative[middle]! > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
