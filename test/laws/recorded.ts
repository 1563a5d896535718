import { TIME_USES } from '../../sim/model/observer.ts';
import type { Recording } from '../../sim/recorder/recording.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import { Faults, type Law } from './law.ts';

/**
 * What is reported is what was told, nothing left out at the ends of weeks: minutes, money, and of everything that
 * waits or is open the sum of the times spent there (Little 1961, sample-path form: the integral of the number over
 * the run is the sum of the times, those still there included).
 */
export function recordedAsTold(recording: Recording): Law {
  const told = new Map<string, number>();
  const add = (name: string, by: number) => told.set(name, (told.get(name) ?? 0) + by);
  // Each that comes at t adds `end - t`, each that leaves at t takes it back: so much that the end cancels out.
  const levels = new Map<string, { level: number; moments: number }>();
  const change = (name: string, by: number, at: number) => {
    const { level, moments } = levels.get(name) ?? { level: 0, moments: 0 };
    levels.set(name, { level: level + by, moments: moments - by * at });
  };
  return {
    name: 'what is recorded is what was told',
    hears: {
      onTimeSpent: ({ role }, use, from, to) => add(`minutes.${ROLES[role]!}.${TIME_USES[use]!}`, to - from),
      onDelivered: ({ product, price }) => add(`revenue.${product}`, price),
      onCaseOpened: (_opened, at) => change('cases-open', 1, at),
      onCaseClosed: ({ type, age }, at) => {
        change('cases-open', -1, at);
        add(`case-age.${type}`, age);
      },
      onOpportunityArrived: (_arrived, at) => change('opportunities-open', 1, at),
      onOpportunityDecided: (_decided, at) => change('opportunities-open', -1, at),
      onBooking: ({ kind }, at) => {
        if (kind !== 'reached') change('opportunities-to-book', kind === 'asked' ? 1 : -1, at);
      },
      onAccountsChanged: (by, at) => change('accounts', by, at),
    },
    faultsAt: (end) => {
      const faults = new Faults();
      const recorded = (name: string) => recording.total(name, 0, recording.weeks);
      for (const [name, sum] of told) faults.compare(`${name}, told and recorded`, sum, recorded(name));
      for (const [name, { level, moments }] of levels) {
        faults.compare(`time spent in ${name}`, moments + level * end, recorded(name));
      }
      return faults.found;
    },
  };
}
