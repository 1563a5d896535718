import type { PersonId } from '../../model/person-id.ts';
import type { SubjectKind } from '../../model/subject.ts';
import { ROLES } from '../../scenario/schema/ids.ts';

/** What an event may name, beside people. */
export type ObjectKind = SubjectKind | 'appointment';

/** Something that an event names, such as `order-12`. */
export interface LoggedObject {
  readonly kind: ObjectKind;
  readonly name: string;
}

/** One thing that has happened, or one interval of somebody's time. */
export interface LogEvent {
  /** `time` if somebody has spent `[start, end)` on it; `event` if it happened at an instant. */
  readonly kind: 'event' | 'time';
  /** What happened, or what the time was spent on. */
  readonly activity: string;
  /** Minutes since the start of the run; equal for an instant. */
  readonly start: number;
  readonly end: number;
  /** Who did it; undefined if nobody in particular did. */
  readonly by: PersonId | undefined;
  /** What it is about, first what it is mainly about. */
  readonly objects: readonly LoggedObject[];
  /** What else there is to say, by name. */
  readonly details: Readonly<Record<string, string>>;
}

/** Somebody's name in a log: the role and the number within it, from 1. */
export function personName({ role, index }: PersonId): string {
  return `${ROLES[role]!}-${index + 1}`;
}
