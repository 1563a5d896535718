import type { Simulation } from '../../engine/simulation.ts';
import type { Charter } from '../charter.ts';
import type { Observer } from '../observer.ts';
import type { Staff } from '../people/staff.ts';
import type { Standing } from '../policies/booking-rule.ts';
import { isHeldBack } from '../policies/throttle-rule.ts';

/**
 * The rope between the drum and the release of work. The level of the buffer is told to it whenever it changes, so
 * that nothing has to be looked at in vain. What is not throttled costs one comparison.
 */
export class Throttle {
  private readonly simulation: Simulation;
  private readonly observer: Observer;
  private readonly charter: Charter;
  private readonly onReleased: (() => void)[] = [];
  /** Minutes of work that wait before the drum. */
  private level = 0;
  private isOn = false;
  /** Designated for the whole run; buffer and rope may change. */
  readonly drum: Charter['firm']['throttle']['drum'];

  constructor(of: { simulation: Simulation; observer: Observer; charter: Charter }) {
    this.simulation = of.simulation;
    this.observer = of.observer;
    this.charter = of.charter;
    this.drum = of.charter.firm.throttle.drum;
    if (this.drum === 'none') return;
    of.charter.tell(() => this.decide());
    this.observer.onBuffer(this.level, this.buffer, of.simulation.now);
  }

  /** Tells when what was held back may go on. */
  tell(onReleased: () => void): void {
    this.onReleased.push(onReleased);
  }

  /** Whether campaigns wait. */
  get holdsCampaigns(): boolean {
    return this.isOn;
  }

  /** Whether nobody is to be phoned for such a meeting now. */
  holds(standing: Standing): boolean {
    if (!this.isOn || standing === 'visit') return false;
    const { rope } = this.charter.firm.throttle;
    return rope === 'all-meetings' || (rope === 'first-meetings' && standing !== 'open');
  }

  /** Somebody more or less waits for a meeting: that is the buffer if sales is the drum. */
  onCustomersWaiting({ standing, minutes }: { standing: Standing; minutes: number }, change: 1 | -1): void {
    if (this.drum === 'sales' && standing !== 'visit') this.change(change * minutes);
  }

  /** More or less work waits before the drum: minutes of it. */
  readonly change = (minutes: number): void => {
    this.level += minutes;
    this.decide();
  };

  /** Minutes of work that may wait before the drum, as the firm is now; 0 without a drum. */
  private get buffer(): number {
    if (this.drum === 'none') return 0;
    const { throttle, roles } = this.charter.firm;
    return throttle.buffer * roles[this.drum === 'sales' ? 'salesperson' : this.drum].heads;
  }

  private decide(): void {
    if (this.drum === 'none') return;
    const { level, buffer } = this;
    this.observer.onBuffer(level, buffer, this.simulation.now);
    const isOn = isHeldBack(this.isOn, { level, buffer });
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    this.observer.onDemand({ kind: 'throttle', isOn }, this.simulation.now);
    if (!isOn) this.simulation.schedule(this.simulation.now, this.onRelease, undefined);
  }

  /** What was held back goes on at the same instant, once whatever changed the level is over. */
  private readonly onRelease = (): void => {
    for (const onReleased of this.onReleased) onReleased();
  };
}

/** Tells the throttle what waits before the drum; customers who wait for a meeting are told of by whoever books them. */
export function watchDrum(
  throttle: Throttle,
  staff: Pick<Staff, 'service' | 'engineering' | 'production'>,
): void {
  switch (throttle.drum) {
    case 'customer-service':
      for (const { queue } of staff.service.sites) queue.onWorkWaiting = throttle.change;
      return;
    case 'engineering':
    case 'production':
      staff[throttle.drum].queue.onWorkWaiting = throttle.change;
      return;
    case 'sales':
    case 'none':
      return;
  }
}
