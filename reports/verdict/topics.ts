/** A figure that management judges a firm by, and which direction is welcome. */
export interface Topic {
  readonly id: string;
  readonly better: 'higher' | 'lower';
}

/** Figures of the verdict, most important first. */
export const TOPICS: readonly Topic[] = [
  { id: 'bd-meetings-per-week', better: 'higher' },
  { id: 'bd-meetings-per-salesperson-week', better: 'higher' },
  { id: 'orders-won-per-week', better: 'higher' },
  { id: 'throughput-per-year', better: 'higher' },
  { id: 'payroll-per-year', better: 'lower' },
  { id: 'profit-per-year', better: 'higher' },
  { id: 'service-within-tolerance', better: 'higher' },
  { id: 'on-time-delivery', better: 'higher' },
  { id: 'repeat-orders-per-week', better: 'higher' },
  { id: 'opportunities-expired-per-week', better: 'lower' },
  { id: 'meetings-not-kept', better: 'lower' },
  { id: 'wait-for-single-meeting', better: 'lower' },
  { id: 'cycle-time', better: 'lower' },
  { id: 'travel-minutes-per-meeting', better: 'lower' },
  { id: 'visits-missed-per-week', better: 'lower' },
  { id: 'lead-time.project', better: 'lower' },
];

/** Welcome directions of figures that are shown beside those of the verdict. */
const BESIDE: readonly Topic[] = [
  { id: 'win-rate', better: 'higher' },
  { id: 'accounts', better: 'higher' },
  { id: 'operating-expense-per-year', better: 'lower' },
];

/** Which direction of a figure is welcome; undefined where neither is, as of opportunities that are pursued. */
export function betterSide(id: string): Topic['better'] | undefined {
  return [...TOPICS, ...BESIDE].find((topic) => topic.id === id)?.better;
}
