import { MINUTES_PER_DAY } from './working-time.ts';

/** The Monday on which the clock starts where instants are shown as dates: the first day of 2024, days since 1970-01-01. */
const FIRST_MONDAY = 19_723;
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

/**
 * An instant of the run, in minutes since its start, as a date and time of ISO 8601 to the millisecond. The clock starts
 * on Monday, 2024-01-01, at 00:00; it knows no time zones and is written as UTC.
 */
export function isoTime(minutes: number): string {
  const milliseconds = Math.round(minutes * 60_000);
  const day = Math.floor(milliseconds / (MINUTES_PER_DAY * 60_000));
  const rest = milliseconds - day * MINUTES_PER_DAY * 60_000;
  const [hour, minute] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60];
  const second = ((rest % 60_000) / 1000).toFixed(3).padStart(6, '0');
  return `${dateOf(FIRST_MONDAY + day)}T${two(hour)}:${two(minute)}:${second}Z`;
}

/** The Gregorian date of a day since 1970-01-01 (Howard Hinnant 2013, civil_from_days). */
function dateOf(day: number): string {
  const era = Math.floor((day + EPOCH) / DAYS_PER_ERA);
  const ofEra = day + EPOCH - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
