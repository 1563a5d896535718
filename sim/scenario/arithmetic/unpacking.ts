import { momentsOf } from '../../random/moments.ts';
import { ACTIVITIES, ROLES, type Activity, type Role, type Setting } from '../schema/ids.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Load } from './load.ts';
import { offeredLoads } from './offered-load.ts';
import { meanWayFromBase } from './travel.ts';

/** Rows and columns of the two-by-two: at the customer's or not; a selling conversation or not. */
export const SIDES = ['outside', 'inside'] as const;
export type Side = (typeof SIDES)[number];
export const NATURES = ['selling', 'not-selling'] as const;
export type Nature = (typeof NATURES)[number];

/** Roles that make what was sold: their work is not part of looking after accounts. */
const WORKS: readonly Role[] = ['engineering', 'production'];

/** What is not assigned, because it comes with the calendar or the person. */
const NOT_ASSIGNED: readonly string[] = [
  'conceptual-meeting',
  'requirement-discovery',
  'presentation',
  'closing',
  'maintenance-visit',
  'forward-call',
  'own-administration',
  'internal-meeting',
];

/** Meetings to which a project leader comes for half-days, and what he does in what they and the way leave. */
const LEADERS_REST: Readonly<Partial<Record<Load['activity'], Activity>>> = {
  'requirement-discovery': 'take-brief',
  presentation: 'prepare',
};

/** What one role does of one activity. */
export interface UnpackedActivity {
  readonly activity: Activity | 'travel';
  /** Undefined where the scenario does not say, or where the role has nobody in it. */
  readonly role: Role | 'dropped' | undefined;
  /** Undefined for travel. */
  readonly setting: Setting | undefined;
  readonly side: Side;
  readonly nature: Nature;
  /** Hours a week of all heads; undefined where they do not follow by arithmetic, such as cold calls in idle time. */
  readonly hours: number | undefined;
}

/** One cell of the two-by-two. */
export interface UnpackedCell {
  readonly side: Side;
  readonly nature: Nature;
  readonly hours: number;
  /** Of all hours in the four cells; 0 if there are none. */
  readonly share: number;
}

/** Account management taken apart: what it consists of, where each part is done and by whom. */
export interface Unpacking {
  /** Outside before inside, selling before not selling. */
  readonly cells: readonly UnpackedCell[];
  /** In the order of the catalogue, travel last; an activity that two roles share is there twice. */
  readonly activities: readonly UnpackedActivity[];
}

/**
 * Unpacks what looking after accounts consists of, by the two-by-two of inside or outside, selling or not selling, with
 * the hours that follow from the scenario by arithmetic (see offeredLoads). Engineering and making are left out.
 */
export function unpack(scenario: Scenario): Unpacking {
  const loads = offeredLoads(scenario)
    .flatMap(({ loads: own }) => own)
    .filter(({ role }) => !WORKS.includes(role))
    .flatMap((load) => leadersHalfDays(scenario, load));
  const names = [...Object.keys(scenario.activities), 'travel'] as (Activity | 'travel')[];
  const activities = names
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((activity) => unpackedOf(scenario, activity, loads));
  const total = hoursOf(activities);
  const cells = SIDES.flatMap((side) =>
    NATURES.map((nature): UnpackedCell => {
      const hours = hoursOf(activities.filter((entry) => entry.side === side && entry.nature === nature));
      return { side, nature, hours, share: total === 0 ? 0 : hours / total };
    }),
  );
  return { cells, activities };
}

function unpackedOf(
  scenario: Scenario,
  activity: Activity | 'travel',
  loads: readonly Load[],
): UnpackedActivity[] {
  const { setting, nature } =
    activity === 'travel'
      ? { setting: undefined, nature: 'not-selling' as const }
      : scenario.activities[activity as keyof Scenario['activities']];
  const side = setting === undefined || setting === 'field' ? 'outside' : 'inside';
  const common = { activity, setting, side, nature } as const;
  const own = loads.filter((load) => load.activity === activity);
  if (own.length === 0) return [{ ...common, role: takerOf(scenario, activity), hours: undefined }];
  return ROLES.filter((role) => own.some((load) => load.role === role)).map((role) => ({
    ...common,
    role,
    hours: own
      .filter((load) => load.role === role)
      .reduce((sum, { timesPerWeek, minutesEach }) => sum + (timesPerWeek * minutesEach) / 60, 0),
  }));
}

/** A leader's half-days for a meeting are the meeting, the way there and back, and work on the engagement. */
function leadersHalfDays(scenario: Scenario, load: Load): Load[] {
  const rest = LEADERS_REST[load.activity];
  if (load.role !== 'project-leader' || rest === undefined) return [load];
  const { projectLeaders } = scenario.organisation;
  const isDiscovery = load.activity === 'requirement-discovery';
  const halfDays = isDiscovery ? projectLeaders.discoveryHalfDays : projectLeaders.presentationHalfDays;
  const meetings = load.timesPerWeek / halfDays;
  const planned = load.minutesEach * halfDays;
  const held = momentsOf(scenario.activities[load.activity as 'presentation'].time).mean;
  const meeting = Math.min(planned, held);
  const travel = Math.min(planned - meeting, 2 * meanWayFromBase(scenario, 'project-leader'));
  const part = (activity: Load['activity'], minutesEach: number): Load => ({
    role: load.role,
    activity,
    timesPerWeek: meetings,
    minutesEach,
  });
  return [
    part(load.activity, meeting),
    part('travel', travel),
    part(rest, planned - meeting - travel),
  ].filter(({ minutesEach }) => minutesEach > 0);
}

/** Who would do an activity of which arithmetic says nothing. */
function takerOf({ organisation }: Scenario, activity: Activity | 'travel'): Role | 'dropped' | undefined {
  const assignments: Readonly<Partial<Record<string, Role | 'dropped'>>> = organisation.assignments;
  const taker = assignments[activity] ?? (NOT_ASSIGNED.includes(activity) ? 'salesperson' : undefined);
  if (taker === undefined || taker === 'dropped') return taker;
  return organisation.roles[taker].heads === 0 ? undefined : taker;
}

function hoursOf(activities: readonly UnpackedActivity[]): number {
  return activities.reduce((sum, { hours = 0 }) => sum + hours, 0);
}

function placeOf(activity: Activity | 'travel'): number {
  return activity === 'travel' ? ACTIVITIES.length : ACTIVITIES.indexOf(activity);
}
