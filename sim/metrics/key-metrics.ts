/**
 * Metrics of which a result keeps the value of every replication, for what a mean and its interval cannot tell: how much
 * one year differs from the next, what pairing saves, when an estimate settles. They are what a firm is judged by on the
 * way from an opportunity to profit; all eight hundred would make every result many times as large.
 */
export const KEY_METRICS: readonly string[] = [
  'bd-meetings-per-week',
  'bd-meetings-per-salesperson-week',
  'travel-minutes-per-meeting',
  'open-opportunities-per-salesperson',
  'opportunities-pursued-per-week',
  'opportunities-expired-per-week',
  'wait-for-single-meeting',
  'wait-for-joint-meeting',
  'cycle-time',
  'win-rate',
  'orders-won-per-week',
  'utilisation.salesperson',
  'utilisation.customer-service',
  'service-within-tolerance',
  'on-time-delivery',
  'lead-time.project',
  'repeat-orders-per-week',
  'accounts',
  'throughput-per-year',
  'operating-expense-per-year',
  'profit-per-year',
];
