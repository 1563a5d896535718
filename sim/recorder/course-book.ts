import {
  OPPORTUNITY_SOURCES,
  OUTCOMES,
  type OpportunityOutcome,
  type OpportunitySource,
} from '../model/market/opportunity.ts';
import type { ArrivedOpportunity, DecidedOpportunity } from '../model/observer.ts';
import { PHASES, STEPS, type Step } from '../model/opportunity-course.ts';
import type { Subject } from '../model/subject.ts';
import type { Recording } from './recording.ts';
import { WeeklyLevel, weekOf } from './weekly-level.ts';
import { WORK_PHASES, WorkOnOpportunities } from './work-on-opportunities.ts';

/** Sums of the ways of opportunities for each week: how far they came, what took the time, and the work on them. */
export class CourseBook {
  /** Those that have arrived and are not decided. */
  readonly open: WeeklyLevel;
  private readonly arrived: Readonly<Record<OpportunitySource, Float64Array>>;
  private readonly decided: Readonly<Record<OpportunityOutcome, Float64Array>>;
  private readonly ages: Readonly<Record<OpportunityOutcome, Float64Array>>;
  /** Sum of squared ages of those that were pursued. */
  private readonly squares: Float64Array;
  /** Decided ones by how far they came and how they ended. */
  private readonly ends: Readonly<Record<Step, Record<OpportunityOutcome, Float64Array>>>;
  /** Minutes by phase of those that are decided, shape [phase][week]. */
  private readonly phases: readonly Float64Array[];
  /** Minutes of work on those that are decided, shape [phase of WORK_PHASES][week]. */
  private readonly work: readonly Float64Array[];
  private readonly workOnOpen = new WorkOnOpportunities();

  constructor(recording: Recording) {
    this.open = new WeeklyLevel(recording.of('opportunities-open'));
    this.arrived = recording.family('opportunities-arrived', OPPORTUNITY_SOURCES);
    this.decided = recording.family('opportunities-decided', OUTCOMES);
    this.ages = recording.family('opportunity-age', OUTCOMES);
    this.squares = recording.of('squares.age');
    const byOutcome = STEPS.map((step) => [step, recording.family(`decided.${step}`, OUTCOMES)]);
    this.ends = Object.fromEntries(byOutcome) as CourseBook['ends'];
    this.phases = PHASES.map((phase) => recording.of(`phase-minutes.${phase}`));
    this.work = WORK_PHASES.map((phase) => recording.of(`work-on-opportunities.${phase}`));
  }

  onArrived({ id, source }: ArrivedOpportunity, at: number): void {
    this.workOnOpen.arrive(id);
    this.arrived[source][weekOf(at)]!++;
    this.open.change(1, at);
  }

  onDecided({ id, outcome, age, furthest, phaseMinutes }: DecidedOpportunity, at: number): void {
    const week = weekOf(at);
    this.open.change(-1, at);
    this.decided[outcome][week]!++;
    this.ages[outcome][week]! += age;
    this.ends[furthest][outcome][week]!++;
    if (outcome !== 'disqualified') this.squares[week]! += age ** 2;
    phaseMinutes?.forEach((minutes, phase) => (this.phases[phase]![week]! += minutes));
    this.workOnOpen.decide(id)?.forEach((minutes, phase) => (this.work[phase]![week]! += minutes));
  }

  onTimeSpent(timeUse: number, from: number, to: number, about: Subject | undefined): void {
    if (about?.kind === 'opportunity') this.workOnOpen.spend(about.id, timeUse, to - from);
  }
}
