import type { Flow, StationRecord } from './queueing-record.ts';
import type { QueueingSystem } from './queueing-system.ts';

/** The only station of a system, and its first class of customers. */
export function only(system: QueueingSystem): { readonly station: StationRecord; readonly flow: Flow } {
  const station = system.stations[0]!;
  return { station, flow: station.flows[0]! };
}

/** Lengths and times of a station with one class: the figures that most closed forms give. */
export function lengthsAndTimes(system: QueueingSystem) {
  const { station, flow } = only(system);
  return {
    L: station.present.mean,
    Lq: station.waiting.mean,
    W: flow.stays.mean,
    Wq: flow.waits.mean,
  };
}

/** The same of each class of the only station, the most urgent first. */
export function classes(system: QueueingSystem) {
  return system.stations[0]!.flows.map(({ present, waits, stays, delays }) => ({
    L: present.mean,
    Wq: waits.mean,
    W: stays.mean,
    W_minus_ES: delays.mean,
  }));
}

/** Minutes that a customer takes to go once through all stations. */
export function timeThrough(system: QueueingSystem): number {
  return system.stations.reduce((total, { flows }) => total + flows[0]!.stays.mean, 0);
}

/** Share of the customers of the only station, of whatever class, who had to wait. */
export function shareWhoWait(system: QueueingSystem): number {
  const { flows } = system.stations[0]!;
  const who = flows.reduce((sum, { waits }) => sum + waits.count * waits.shareAbove(0), 0);
  return who / flows.reduce((sum, { waits }) => sum + waits.count, 0);
}
