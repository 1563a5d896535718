import type { DemandEvent } from '../../sim/model/demand-event.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';

/** Writes down what cannot be of campaigns and of the throttle, and counts the rest. */
export class DemandAudit {
  answers = 0;
  conversations = 0;
  insideOrders = 0;
  insideProjects = 0;
  partnerWins = 0;
  private isThrottled = false;
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
      case 'sales-call':
        return;
      case 'partner-won':
        this.partnerWins++;
        return;
      case 'throttle':
        if (event.isOn === this.isThrottled) this.fault(`the throttle is turned twice the same way at ${at}`);
        this.isThrottled = event.isOn;
    }
  }
}
