import { TIME_USES, type TimeUse } from '../model/observer.ts';
import { SIMULATED_ROLES, hasWork } from '../recorder/simulated-roles.ts';
import type { Metric } from './metric.ts';
import type { Window } from './window.ts';

export type SimulatedRole = (typeof SIMULATED_ROLES)[number];

/** Names of roles as people say them. */
export const ROLE_TITLES: Readonly<Record<SimulatedRole, string>> = {
  salesperson: 'salespeople',
  'sales-coordinator': 'sales coordinators',
  'project-leader': 'project leaders',
  'customer-service': 'customer service',
  'inside-sales': 'inside salespeople',
  'promotions-coordinator': 'promotions coordinators',
  'sales-manager': 'sales managers',
  'support-manager': 'support managers',
  engineering: 'engineering',
  production: 'production',
  finishing: 'finishing',
};

/** What idle hands do: not counted as busy, since nobody asked for it. */
const IDLE_USES: readonly TimeUse[] = ['waiting', 'prospecting'];
const BUSY_USES = TIME_USES.filter((use) => !IDLE_USES.includes(use));
const TRAVEL_AND_WORK = new Map(
  SIMULATED_ROLES.map((role) => [role, BUSY_USES.map((use) => `minutes.${role}.${use}`)]),
);

function utilisationIn(window: Window, role: SimulatedRole): number | undefined {
  return window.ratio(window.perWeek(...TRAVEL_AND_WORK.get(role)!), window.presentMinutes(role));
}

function metricsOf(role: SimulatedRole): Metric[] {
  const title = ROLE_TITLES[role];
  const employs = ({ firm }: Window) => firm.heads(role) > 0 && hasWork(firm.scenario, role);
  return [
    {
      id: `utilisation.${role}`,
      title: `Utilisation of ${title}`,
      unit: 'share',
      isRatio: true,
      definition:
        'Busy over paid working minutes, absence left out: work, meetings, travel and time lost at the door. Waiting between ' +
        'appointments and cold calls that only fill idle time are not busy.',
      indifference: 0.01,
      weekly: true,
      of: (window) => (employs(window) ? utilisationIn(window, role) : undefined),
    },
    {
      id: `queue-length.${role}`,
      title: `Tasks that wait for ${title}`,
      unit: 'number',
      definition:
        'Tasks that nobody works on, interrupted ones included, time average over all hours of the week.',
      indifference: { share: 0.05 },
      weekly: true,
      of: (window) => (employs(window) ? window.average(`queue.${role}`) : undefined),
    },
    {
      id: `wait-hours.${role}`,
      title: `Wait for ${title}`,
      unit: 'hours',
      definition: 'From the arrival of a task until somebody begins it, nights and weekends included; mean.',
      indifference: { share: 0.05 },
      weekly: false,
      of: (window) => {
        const mean = window.ratio(window.total(`task-wait.${role}`), window.total(`tasks-begun.${role}`));
        return mean === undefined ? undefined : mean / 60;
      },
    },
    {
      id: `constraint-share.${role}`,
      title: `Share of time as the constraint: ${title}`,
      unit: 'share',
      definition:
        'Share of office hours in which this group has been without spare capacity for longer than any other ' +
        'group that has none (active period method).',
      indifference: 0.02,
      weekly: true,
      of: (window) => (employs(window) ? constraintShare(window, role) : undefined),
    },
    ...TIME_USES.map((use): Metric => ({
      id: `hours-per-week.${role}.${use}`,
      title: `Hours of ${title}: ${use.replaceAll('-', ' ')}`,
      unit: 'hours per head and week',
      definition: 'Hours that one head of the role spends on it in a week, mean over heads.',
      indifference: 0.1,
      weekly: false,
      of: (window) =>
        employs(window)
          ? window.ratio(window.perWeek(`minutes.${role}.${use}`) / 60, window.heads(role))
          : undefined,
    })),
    {
      id: `hours-per-week.${role}.idle`,
      title: `Hours of ${title}: idle`,
      unit: 'hours per head and week',
      definition: 'Paid hours that neither absence nor any other use accounts for, mean over heads.',
      indifference: 0.1,
      weekly: false,
      of: (window) => {
        if (!employs(window)) return undefined;
        const spent = window.perWeek(...TIME_USES.map((use) => `minutes.${role}.${use}`));
        return window.ratio((window.presentMinutes(role) - spent) / 60, window.heads(role));
      },
    },
  ];
}

function constraintShare(window: Window, group: SimulatedRole | 'market'): number | undefined {
  const names = [...SIMULATED_ROLES, 'market'].map((name) => `constraint.${name}`);
  return window.ratio(window.total(`constraint.${group}`), window.total(...names));
}

/** How busy each role is, what waits for it, where its time goes, and how long it is the constraint. */
export const ROLE_METRICS: readonly Metric[] = [
  ...SIMULATED_ROLES.flatMap(metricsOf),
  {
    id: 'constraint-share.market',
    title: 'Time that the market is the constraint',
    unit: 'share',
    definition:
      'Share of office hours in which every group has spare capacity: nobody is short of anything but work.',
    indifference: 0.02,
    weekly: true,
    of: (window) => constraintShare(window, 'market'),
  },
  {
    id: 'opportunities-to-book',
    title: 'Meetings and visits that wait for a day',
    unit: 'number',
    definition: 'Requests for a meeting or visit for which no day has been agreed, time average.',
    indifference: { share: 0.05 },
    weekly: true,
    of: (window) => window.average('opportunities-to-book'),
  },
];
