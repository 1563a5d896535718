import type { Appointment } from '../../../sim/model/people/appointment.ts';
import { Office, place, weekdays, type Colleague } from './office.ts';

/** Ann works from Monday to Friday, without lunch. */
export const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);
/** Where Ann has her desk and lives. */
export const HOME = place(0);
/** Half an hour from home. */
export const CLIENT = place(30);
/** Three hours from home. */
export const FAR = place(180);

/** An office with Ann, who drives to customers. */
export function officeWithAnn(options: { switchingMinutes?: number; fragmentMinutes?: number } = {}) {
  const office = new Office();
  const ann = office.person('Ann', {
    hours: EIGHT_TO_FIVE,
    base: HOME,
    baseGapMinutes: 90,
    switchingMinutes: 6,
    ...options,
  });
  return { office, ann };
}

/** Enters a presentation for Ann, unless told otherwise at the client. */
export function meet(
  office: Office,
  ann: Colleague,
  start: string,
  minutes = 60,
  where = CLIENT,
): Appointment {
  return office.appointment('presentation', [ann], { start, minutes, place: where });
}

/** From waking up to the beginning of a meeting at the client's at 10:00 after an idle morning. */
export const TO_MEETING_AT_TEN = [
  'Mo 00:00 Ann resting',
  'Mo 08:00 Ann idle',
  'Mo 09:30 Ann engaged | Ann travelling',
  'Mo 10:00 Ann travel from 09:30 | Ann meeting',
];
/** And from that meeting, an hour long, until she is idle at home. */
export const AND_HOME_FROM_IT = [
  'Mo 11:00 Ann presentation from 10:00 | presentation held | Ann travelling',
  'Mo 11:30 Ann travel from 11:00 | Ann available | Ann idle',
];
