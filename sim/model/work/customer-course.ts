import type { Simulation } from '../../engine/simulation.ts';
import type { Quantile } from '../../random/distribution.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { OpportunityOutcome } from '../market/opportunity.ts';
import type { MeetingStage } from '../observer.ts';
import { conceptualMeetingsOf } from '../policies/conceptual-meetings.ts';
import type { Buying } from './buying.ts';
import type { OpenOpportunity } from './open-opportunity.ts';

export interface CustomerCourseOptions {
  readonly simulation: Simulation;
  readonly scenario: Scenario;
  readonly buying: Buying;
  /** Draws by opportunity: how long the customer thinks about each meeting. */
  readonly deliberationDraws: KeyedDraws;
  /** The customer is ready for the next meeting. */
  readonly onReady: (opportunity: OpenOpportunity) => void;
  /** He is asked to decide; `left` is the share of the chance to win that his readiness leaves. */
  readonly onAsked: (opportunity: OpenOpportunity, left: number) => void;
  readonly onDecided: (opportunity: OpenOpportunity, outcome: OpportunityOutcome) => void;
}

/**
 * What the customer does from one meeting to the next, whoever holds it and be it on the phone: he thinks about it,
 * wants another one like it, goes on to the next stage, decides, or turns away.
 */
export class CustomerCourse {
  private readonly options: CustomerCourseOptions;
  private readonly deliberation: Quantile;

  constructor(options: CustomerCourseOptions) {
    this.options = options;
    this.deliberation = quantileOf(options.scenario.workflow.deliberation);
  }

  /** A meeting has just been held. */
  think(opportunity: OpenOpportunity): void {
    const { simulation, scenario, deliberationDraws } = this.options;
    const u = deliberationDraws.uniform(opportunity.birth.id, opportunity.meetingsHeld);
    const minutes = scenario.workflow.shortestDeliberation + this.deliberation(u);
    simulation.schedule(simulation.now + minutes, this.onDeliberated, opportunity);
  }

  /** Whether he waits for a solution; if not, he has seen at the discovery that there will be none, and is lost. */
  awaitsSolution(opportunity: OpenOpportunity): boolean {
    const { workflow } = this.options.scenario;
    const { fate } = opportunity.birth;
    const isInterested = fate.presentation < workflow.reachPresentation / workflow.reachDiscovery;
    if (!isInterested) this.turnAway(opportunity);
    return isInterested;
  }

  /** He says yes with a chance. */
  decide(opportunity: OpenOpportunity, chance: number): void {
    if (opportunity.birth.fate.win < chance) this.options.onDecided(opportunity, 'won');
    else this.turnAway(opportunity);
  }

  private readonly onDeliberated = (opportunity: OpenOpportunity): void => {
    const { workflow } = this.options.scenario;
    const { fate } = opportunity.birth;
    switch (opportunity.stage) {
      case 'conceptual-meeting':
        if (
          opportunity.meetingsHeld <
          conceptualMeetingsOf(fate.conceptualMeetings, workflow.conceptualMeetings)
        ) {
          this.options.onReady(opportunity);
        } else {
          this.goOn(opportunity, fate.discovery, workflow.reachDiscovery, 'requirement-discovery');
        }
        return;
      case 'presentation':
        this.goOn(opportunity, fate.closing, workflow.reachClosing / workflow.reachPresentation, 'closing');
        return;
      case 'closing':
        this.ask(opportunity);
        return;
      case 'requirement-discovery':
        throw new Error('requirement discovery leads to a solution, not to deliberation');
    }
  };

  /** On to a stage with a chance, unless another meeting like the last one comes first. */
  private goOn(opportunity: OpenOpportunity, u: number, chance: number, stage: MeetingStage): void {
    const { simulation, buying, onReady } = this.options;
    const left = buying.nextStep(opportunity);
    if (left === undefined) {
      onReady(opportunity);
    } else if (u >= chance * left) {
      this.turnAway(opportunity);
    } else {
      opportunity.stage = stage;
      const wait = buying.minutesUntil(stage, opportunity);
      if (wait === 0) onReady(opportunity);
      else simulation.schedule(simulation.now + wait, onReady, opportunity);
    }
  }

  private ask(opportunity: OpenOpportunity): void {
    const { buying, onReady, onAsked } = this.options;
    const left = buying.nextStep(opportunity);
    if (left === undefined) onReady(opportunity);
    else onAsked(opportunity, left);
  }

  private turnAway(opportunity: OpenOpportunity): void {
    const isNoDecision = opportunity.birth.fate.reason < this.options.scenario.workflow.noDecision;
    this.options.onDecided(opportunity, isNoDecision ? 'no-decision' : 'competitor');
  }
}
