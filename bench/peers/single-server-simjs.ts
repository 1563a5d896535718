/** M/M/1 at load 0.8 in simjs. Argument: customers. Prints customers per second, mean wait, peak memory in MB. */
import { Stream } from '../../sim/random/stream.ts';
import { peakMegabytes } from '../peak-memory.ts';

/** The part of simjs that is used here; it has no types of its own. */
interface SimJs {
  Sim: new () => { addEntity(entity: unknown): void; simulate(until: number): void };
  Facility: new (name: string) => unknown;
  Entity: new () => Entity;
}
interface Entity {
  time(): number;
  setTimer(minutes: number): { done(callback: () => void): void };
  useFacility(facility: unknown, minutes: number): { done(callback: () => void): void };
}

// The package offers itself to browsers only.
const page: { Sim?: SimJs } = {};
Object.assign(globalThis, { window: page });
// @ts-expect-error: it has no types.
await import('simjs');
const { Sim, Facility, Entity } = page.Sim!;

const customers = Number(process.argv[2]);
const gaps = new Stream({ seed: 1, replication: 0, purpose: 'gaps' });
const services = new Stream({ seed: 1, replication: 0, purpose: 'services' });
const server = new Facility('server');
let arrived = 0;
let waited = 0;

class Source extends Entity {
  start(): void {
    this.arrive();
  }

  private arrive(): void {
    const came = this.time();
    const service = -Math.log(services.uniform());
    this.useFacility(server, service).done(() => (waited += this.time() - came - service));
    if (++arrived < customers) this.setTimer(-1.25 * Math.log(gaps.uniform())).done(() => this.arrive());
  }
}

const simulation = new Sim();
simulation.addEntity(Source);
const start = performance.now();
simulation.simulate(1e12);
const seconds = (performance.now() - start) / 1000;
console.log(
  JSON.stringify({
    perSecond: customers / seconds,
    meanWait: waited / customers,
    megabytes: peakMegabytes(),
  }),
);
