import { Simulation } from '../../sim/engine/simulation.ts';
import { Timer } from '../../sim/engine/timer.ts';
import type { Observer } from '../../sim/model/observer.ts';
import type { TaskQueue } from '../../sim/model/people/task-queue.ts';
import { Task, type TaskKind } from '../../sim/model/people/task.ts';
import type { Distribution } from '../../sim/random/distribution.ts';
import { SILENT } from '../model/people/silent-observer.ts';
import type { Draw, Draws } from './draws.ts';
import type { Customer, Expected, Network, SourceOrder, StationState, Stint, Visit } from './network.ts';
import { Sample, StationRecord } from './queueing-record.ts';
import { openStation, OWN_TIME, queueOf } from './stations.ts';

const UNIT = { kind: 'uniform', min: 0, max: 1 } as const;

/** The variates of one source. */
interface Source {
  readonly index: number;
  readonly order: SourceOrder;
  readonly kind: TaskKind;
  readonly gap: Draw | undefined;
  readonly thinning: Draw;
  readonly batch: Draw | undefined;
  readonly patience: Draw | undefined;
  /** Work brought to each station. */
  readonly work: readonly (Draw | undefined)[];
  customers: number;
}

/**
 * A network of queues made of the very classes of the model: each server is a Person, each customer a Task in a
 * TaskQueue, patience is a Timer. Roles that the Observer hears of are stations, time uses are sources.
 */
export class QueueingSystem {
  readonly simulation = new Simulation();
  readonly stations: readonly StationRecord[];
  /** Minutes in the system of those who were served, by source. */
  readonly stays: readonly Sample[];
  /** Everything from the start, if it is kept. */
  readonly visits: Visit[] = [];
  readonly stints: Stint[] = [];
  readonly states: StationState[] = [];
  private readonly network: Network;
  private readonly draws: Draws;
  private readonly keepsLog: boolean;
  private readonly queues: readonly TaskQueue[];
  private readonly sources: readonly Source[];
  private readonly route: Draw;
  private windowStart = 0;
  /** The visit that somebody is about to begin. */
  private beginning: Visit | undefined = undefined;

  constructor(network: Network, draws: Draws, keepsLog = false) {
    this.network = network;
    this.draws = draws;
    this.keepsLog = keepsLog;
    this.stations = network.stations.map(() => new StationRecord(network.sources.length));
    this.stays = network.sources.map(() => new Sample());
    this.sources = network.sources.map((order, index) => this.sourceOf(order, index));
    this.route = draws.of(UNIT, 'routing');
    const observer = this.observer();
    const { simulation } = this;
    this.queues = network.stations.map((order, role) => queueOf(order, { simulation, observer, role }));
    network.stations.forEach((order, role) =>
      openStation(order, { simulation, observer, role, draws, queue: this.queues[role]! }),
    );
    for (const source of this.sources) this.open(source);
  }

  /** Runs for `warmUp` minutes without watching, then watches for `minutes`. */
  watch({ warmUp, minutes }: { warmUp: number; minutes: number }): this {
    this.startWatching(warmUp);
    this.stopWatching(warmUp + minutes);
    return this;
  }

  /** Runs until `at` and forgets what was before. */
  startWatching(at: number): void {
    this.simulation.run(at);
    this.windowStart = at;
    for (const station of this.stations) station.clear(at);
    for (const stays of this.stays) stays.clear();
  }

  /** Runs until `at` and counts the time up to then. */
  stopWatching(at: number): void {
    this.simulation.run(at);
    for (const station of this.stations) station.close(at);
  }

  private observer(): Observer {
    const change = (level: 'waiting' | 'engaged', role: number, by: 1 | -1, at: number): void => {
      const station = this.stations[role];
      if (station === undefined) return;
      station[level].change(by, at);
      if (!this.keepsLog) return;
      this.states.push({ at, station: role, engaged: station.engaged.value, waiting: station.waiting.value });
    };
    return {
      ...SILENT,
      onTaskQueued: (role, at) => change('waiting', role, 1, at),
      onTaskDequeued: (role, at) => change('waiting', role, -1, at),
      onTaskBegun: (_role, waited, at) => this.onBegun(waited, at),
      onEngaged: ({ role }, at) => change('engaged', role, 1, at),
      onAvailable: ({ role }, at) => change('engaged', role, -1, at),
      onTimeSpent: ({ role, index }, timeUse, from, to) => {
        if (timeUse === OWN_TIME) return;
        this.stations[role]!.minutesOn[timeUse]! += Math.max(0, to - Math.max(from, this.windowStart));
        if (this.keepsLog) this.stints.push({ station: role, server: index, source: timeUse, from, to });
      },
    };
  }

  private sourceOf(order: SourceOrder, index: number): Source {
    const { draws } = this;
    const gap: Distribution | undefined =
      order.rate === undefined ? order.gap : { kind: 'exponential', mean: 1 / order.rate.peak };
    return {
      index,
      order,
      kind: { timeUse: index, urgency: order.urgency ?? 0, isOffice: false },
      gap: draws.ofOptional(gap, `source.${index}.gap`),
      thinning: draws.of(UNIT, `source.${index}.thinning`),
      batch: draws.ofOptional(order.batch, `source.${index}.batch`),
      patience: draws.ofOptional(order.patience, `source.${index}.patience`),
      work: this.network.stations.map(({ service }, station) =>
        draws.ofOptional(order.service ?? service, `source.${index}.work.${station}`),
      ),
      customers: 0,
    };
  }

  /** Lets the first customers of a source come. */
  private open(source: Source): void {
    const { population = 0, list = [] } = source.order;
    for (let i = 0; i < population; i++) this.admit(source);
    for (const one of list) this.simulation.schedule(one.at, () => this.admit(source, one), undefined);
    if (source.gap !== undefined) this.scheduleArrival(source);
  }

  private scheduleArrival(source: Source): void {
    this.simulation.schedule(this.simulation.now + source.gap!(), this.onArrival, source);
  }

  private readonly onArrival = (source: Source): void => {
    const { rate } = source.order;
    // Thinning (Lewis and Shedler 1979, Naval Research Logistics Quarterly 26): candidates come at the peak rate.
    if (rate === undefined || source.thinning() * rate.peak < rate.at(this.simulation.now)) {
      for (let left = source.batch?.() ?? 1; left > 0; left--) this.admit(source);
    }
    this.scheduleArrival(source);
  };

  private admit(source: Source, expected?: Expected): void {
    const customer = { source: source.index, number: source.customers++, cameAt: this.simulation.now };
    this.enter(source.order.station ?? 0, customer, expected);
  }

  private enter(station: number, customer: Customer, expected?: Expected): void {
    const { now } = this.simulation;
    const { source } = customer;
    const record = this.stations[station]!;
    const visit: Visit = {
      customer,
      station,
      arrived: now,
      found: record.present.value,
      begun: undefined,
      ended: undefined,
      outcome: 'here',
    };
    if (this.keepsLog) this.visits.push(visit);
    const flow = record.flows[source]!;
    const minutes = expected?.minutes ?? this.sources[source]!.work[station]!();
    flow.offered++;
    if (this.network.stations[station]!.servers === 0) {
      this.simulation.schedule(now + minutes, this.onServed, visit);
    } else if (!this.joinQueue(visit, minutes, expected?.patience)) {
      flow.refused++;
      visit.outcome = 'refused';
      return;
    }
    record.change(source, 1, now);
  }

  /** False if there is no room. */
  private joinQueue(visit: Visit, minutes: number, knownPatience: number | undefined): boolean {
    const { station } = visit;
    const { kind, patience } = this.sources[visit.customer.source]!;
    const task = new Task({
      kind,
      minutes,
      mayBegin: () => {
        this.beginning = visit;
        return true;
      },
      onDone: () => {
        this.flowOf(visit).delays.add(this.simulation.now - visit.arrived - minutes);
        this.onServed(visit);
      },
    });
    if (!this.queues[station]!.add(task)) return false;
    const limit = knownPatience ?? patience?.();
    if (limit !== undefined && task.isWaiting) this.letGiveUp(visit, task, limit);
    return true;
  }

  /** Lets a customer leave at the end of their patience, unless service has begun by then. */
  private letGiveUp(visit: Visit, task: Task, patience: number): void {
    const onPatienceEnded = (): void => {
      if (visit.begun !== undefined || !this.queues[visit.station]!.withdraw(task)) return;
      const flow = this.flowOf(visit);
      flow.abandoned++;
      flow.waits.add(patience);
      this.leave(visit, 'abandoned');
    };
    new Timer(this.simulation, onPatienceEnded, undefined).set(this.simulation.now + patience);
  }

  private onBegun(waited: number, at: number): void {
    const visit = this.beginning;
    if (visit === undefined) return;
    this.beginning = undefined;
    visit.begun = at;
    this.flowOf(visit).waits.add(waited);
  }

  private readonly onServed = (visit: Visit): void => {
    const { now } = this.simulation;
    const { customer, station } = visit;
    this.flowOf(visit).stays.add(now - visit.arrived);
    this.leave(visit, 'served');
    const next = this.stationAfter(station);
    if (next !== undefined) this.enter(next, customer);
    else this.stays[customer.source]!.add(now - customer.cameAt);
  };

  private leave(visit: Visit, outcome: Visit['outcome']): void {
    const { now } = this.simulation;
    this.stations[visit.station]!.change(visit.customer.source, -1, now);
    visit.ended = now;
    visit.outcome = outcome;
  }

  private stationAfter(station: number): number | undefined {
    const chances = this.network.routing?.[station];
    if (chances === undefined) return undefined;
    let rest = this.route();
    const next = chances.findIndex((chance) => (rest -= chance) < 0);
    return next < 0 ? undefined : next;
  }

  private flowOf({ station, customer }: Visit) {
    return this.stations[station]!.flows[customer.source]!;
  }
}
