import type { Activity, Role } from '../schema/ids.ts';

/** One kind of work that a role is asked for. */
export interface Load {
  readonly role: Role;
  readonly activity: Activity | 'travel';
  readonly timesPerWeek: number;
  readonly minutesEach: number;
}
