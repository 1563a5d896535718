import type { DemandEvent } from '../../sim/model/demand-event.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';

const ROUNDING = 1e-6;

/** Writes down what cannot be of campaigns and of the throttle, and counts the rest. */
export class DemandAudit {
  answers = 0;
  conversations = 0;
  insideOrders = 0;
  insideProjects = 0;
  partnerWins = 0;
  private isThrottled = false;
  /** Share of the buffer that is filled. */
  private filled = 0;
  private readonly scenario: Scenario;
  private readonly fault: (text: string) => void;

  constructor(scenario: Scenario, fault: (text: string) => void) {
    this.scenario = scenario;
    this.fault = fault;
  }

  hear(event: DemandEvent, at: number): void {
    switch (event.kind) {
      case 'campaign-sent': {
        const { addresses, answers, cost } = event;
        this.answers += answers;
        if (!(answers <= addresses && addresses <= this.scenario.market.promotions.list && cost >= 0))
          this.fault(`${answers} answers from ${addresses} addresses for ${cost} at ${at}`);
        return;
      }
      case 'inside-conversation':
        this.conversations++;
        if (event.hasOrder) this.insideOrders++;
        if (event.hasProject) this.insideProjects++;
        return;
      case 'sales-call-due':
      case 'sales-call':
        return;
      case 'partner-won':
        this.partnerWins++;
        return;
      case 'throttle':
        if (event.isOn === this.isThrottled) this.fault(`the throttle is turned twice the same way at ${at}`);
        this.isThrottled = event.isOn;
        if (event.isOn ? this.filled <= 2 / 3 : this.filled >= 1 / 3)
          this.fault(
            `the throttle is turned ${event.isOn ? 'on' : 'off'} at ${this.filled} of the buffer at ${at}`,
          );
    }
  }

  /** Minutes of work before the drum, and how many may wait. */
  hearBuffer(level: number, buffer: number, at: number): void {
    if (!(level >= -ROUNDING && buffer > 0))
      this.fault(`${level} minutes wait of ${buffer} before the drum at ${at}`);
    this.filled = level / buffer;
  }
}
