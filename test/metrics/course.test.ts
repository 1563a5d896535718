import { describe, expect, it } from 'vitest';
import { figuresOf, CATALOGUE } from '../../sim/metrics/catalogue.ts';
import { Firm } from '../../sim/metrics/window.ts';
import type { DemandEvent } from '../../sim/model/demand-event.ts';
import {
  TIME_USES,
  type ArrivedOpportunity,
  type DecidedOpportunity,
  type HeldMeeting,
  type Observer,
  type PersonId,
  type TimeUse,
} from '../../sim/model/observer.ts';
import { PHASES } from '../../sim/model/opportunity-course.ts';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import type { Subject } from '../../sim/model/subject.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { tellBoth } from '../../sim/recorder/tell-both.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';

const DAY = 1_440;

function scenarioWith(name: string, weeks: number, warmUp: number): Scenario {
  const overrides = [`run.weeks=${weeks}`, `run.warmUp=${warmUp}`];
  return loadScenario({ reference: name, overrides }).scenario;
}

/** Figures of the metrics of a run of four weeks in which this was told. */
function figuresWhere(tell: (recorder: Recorder) => void): (id: string) => number {
  const scenario = scenarioWith('traditional', 4, 0);
  const recorder = new Recorder(scenario);
  tell(recorder);
  recorder.finish(4 * 7 * DAY);
  return finder(recorder, scenario);
}

function finder(recorder: Recorder, scenario: Scenario): (id: string) => number {
  const { values } = figuresOf(recorder.recording, new Firm(scenario));
  return (id) => values[CATALOGUE.findIndex((entry) => entry.id === id)]!;
}

function decided(
  outcome: DecidedOpportunity['outcome'],
  furthest: DecidedOpportunity['furthest'],
  days: Partial<Record<(typeof PHASES)[number], number>> = {},
  id = 1,
): DecidedOpportunity {
  const phaseMinutes = Float64Array.from(PHASES, (phase) => DAY * (days[phase] ?? 0));
  const age = phaseMinutes.reduce((sum, minutes) => sum + minutes, 0);
  return {
    id,
    outcome,
    age,
    furthest,
    phaseMinutes: outcome === 'disqualified' ? undefined : phaseMinutes,
  };
}

function spend(recorder: Recorder, use: TimeUse, hours: number, id = 1): void {
  const opportunity = { kind: 'opportunity', id } as const;
  recorder.onTimeSpent({ role: 0, index: 0 }, TIME_USES.indexOf(use), DAY, DAY + 60 * hours, opportunity);
}

describe('the funnel', () => {
  const of = figuresWhere((recorder) => {
    for (let id = 0; id < 8; id++) {
      recorder.onOpportunityArrived({ id, source: 'inbound', account: undefined, value: 1 }, id);
    }
    const ends = [
      decided('disqualified', 'arrived'),
      decided('expired', 'pursued'),
      decided('competitor', 'met'),
      decided('no-decision', 'asked'),
      decided('won', 'asked'),
      // Sold by a partner: the firm has met nobody.
      decided('won', 'reached'),
    ];
    ends.forEach((end, i) => recorder.onOpportunityDecided(end, DAY * (i + 1)));
  });

  it('loses of every hundred what ends at each step, and what is won went through all of them', () => {
    const steps = ['pursued', 'reached', 'met', 'discovered', 'presented', 'asked', 'won'];
    const shares = steps.map((step) => 6 * of(`opportunities-coming-to.${step}`));
    expect(shares.map((share) => Math.round(1e9 * share) / 1e9)).toEqual([5, 4, 4, 3, 3, 3, 2]);
    expect(of('opportunities-lost.pursued.expired')).toBeCloseTo(1 / 6, 12);
    expect(of('opportunities-lost.met.competitor')).toBeCloseTo(1 / 6, 12);
    expect(of('opportunities-lost.met.no-decision')).toBe(0);
  });

  it('counts for each week what comes and what ends', () => {
    expect(of('opportunities-arrived-per-week')).toBe(2);
    expect(of('opportunities-decided.won')).toBe(0.5);
    expect(of('opportunities-decided.disqualified')).toBe(0.25);
  });
});

describe('the time of an opportunity', () => {
  const of = figuresWhere((recorder) => {
    for (const id of [1, 2, 3, 4]) {
      recorder.onOpportunityArrived({ id, source: 'inbound', account: undefined, value: 1 }, 0);
    }
    spend(recorder, 'solution-design', 4);
    spend(recorder, 'debrief', 1);
    spend(recorder, 'conceptual-meeting', 3);
    spend(recorder, 'travel', 5);
    spend(recorder, 'schedule-call', 0.5, 2);
    // What is done for nothing in particular, for one that is still open, or after the decision is no work on them.
    recorder.onTimeSpent({ role: 0, index: 0 }, TIME_USES.indexOf('debrief'), DAY, 2 * DAY);
    spend(recorder, 'solution-design', 7, 4);
    const days = { contact: 1, booking: 2, calendar: 6, meeting: 0.125, solution: 5, customer: 9.875 };
    recorder.onOpportunityDecided(decided('won', 'asked', days), 25 * DAY);
    recorder.onOpportunityDecided(decided('expired', 'pursued', { contact: 3 }, 2), 25 * DAY);
    recorder.onOpportunityDecided(decided('disqualified', 'arrived', {}, 3), 25 * DAY);
    spend(recorder, 'debrief', 2);
    spend(recorder, 'project-leadership', 8);
  });

  it('is the mean over those pursued, phase by phase, and adds up to the cycle time', () => {
    expect(of('cycle-days.contact')).toBe(2);
    expect(of('cycle-days.calendar')).toBe(3);
    const sum = PHASES.reduce((total, phase) => total + of(`cycle-days.${phase}`), 0);
    expect(sum).toBeCloseTo(13.5, 12);
    expect(7 * of('cycle-time')).toBeCloseTo(sum, 12);
  });

  it('is work in meetings and beside them, travel aside', () => {
    // Three hours in meetings by the phases, four of design, one of debrief and half an hour on the phone, over two.
    expect(of('touch-hours.booking')).toBe(0.25);
    expect(of('touch-hours.solution')).toBe(2);
    expect(of('touch-hours.customer')).toBe(0.5);
    expect(of('touch-hours-per-opportunity')).toBe(4.25);
    expect(of('flow-efficiency')).toBeCloseTo(8.5 / (27 * 24), 12);
  });
});

/** Work on an opportunity beside its meetings, as the definitions in the handbook of figures have it. */
const WORK: readonly TimeUse[] = [
  'schedule-call',
  'sales-call',
  'partner-support',
  'confirm',
  'prepare',
  'take-brief',
  'simple-concept',
  'solution-design',
  'proposal',
  'debrief',
  'follow-up',
];

/** What was told of one opportunity until it was decided. */
interface Life {
  /** Kinds of meetings that were held, or of conversations on the phone in their place. */
  readonly stages: Set<string>;
  minutes: number;
}

/** Follows every opportunity of a run by itself, and keeps those that were pursued and decided from a week on. */
class Lives implements Partial<Observer> {
  readonly decided: (Life & DecidedOpportunity)[] = [];
  private readonly open = new Map<number, Life>();
  private readonly from: number;

  constructor(week: number) {
    this.from = week * 7 * DAY;
  }

  onOpportunityArrived({ id }: ArrivedOpportunity): void {
    this.open.set(id, { stages: new Set(), minutes: 0 });
  }

  onTimeSpent(_: PersonId, use: number, from: number, to: number, about: Subject | undefined): void {
    const life = about?.kind === 'opportunity' ? this.open.get(about.id) : undefined;
    if (life !== undefined && WORK.includes(TIME_USES[use]!)) life.minutes += to - from;
  }

  onMeetingHeld({ about, activity, start }: HeldMeeting, at: number): void {
    const life = this.open.get(about.id)!;
    life.stages.add(activity);
    life.minutes += at - start;
  }

  onDemand(event: DemandEvent): void {
    if (event.kind === 'sales-call') this.open.get(event.opportunity)!.stages.add(event.stage);
  }

  onOpportunityDecided(told: DecidedOpportunity, at: number): void {
    const life = this.open.get(told.id)!;
    this.open.delete(told.id);
    if (at >= this.from) this.decided.push({ ...life, ...told });
  }
}

describe.each(['traditional', 'standard', 'inside', 'channel'])('in %s', (name) => {
  const scenario = scenarioWith(name, 26, 4);
  const recorder = new Recorder(scenario);
  const lives = new Lives(4);
  const observer = tellBoth(recorder, lives);
  new SalesSystem({ scenario, seed: 3, replication: 0, observer }).runThroughWeek(25);
  recorder.finish(26 * 7 * DAY);
  const of = finder(recorder, scenario);
  const family = (prefix: string) =>
    CATALOGUE.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => of(id));

  it('every opportunity that is decided is won or lost in one way at one step', () => {
    const lost = family('opportunities-lost.').reduce((sum, share) => sum + share, 0);
    expect(lost + of('opportunities-coming-to.won')).toBeCloseTo(1, 9);
  });

  it('as many come to a step as have had its meeting, or a call in its place, or were won without', () => {
    const meetings = ['conceptual-meeting', 'requirement-discovery', 'presentation', 'closing'];
    const steps = ['met', 'discovered', 'presented', 'asked'];
    const shares = meetings.map((meeting) => {
      const come = lives.decided.filter(({ stages, outcome }) => stages.has(meeting) || outcome === 'won');
      return come.length / lives.decided.length;
    });
    steps.forEach((step, i) => expect(of(`opportunities-coming-to.${step}`)).toBeCloseTo(shares[i]!, 12));
    expect(lives.decided.length).toBeGreaterThan(50);
  });

  it('the days of the phases add up to the cycle time, and work takes part of them', () => {
    const days = family('cycle-days.').reduce((sum, part) => sum + part, 0);
    expect(days).toBeCloseTo(7 * of('cycle-time'), 6);
    const pursued = lives.decided.filter(({ outcome }) => outcome !== 'disqualified');
    const minutes = pursued.reduce((sum, life) => sum + life.minutes, 0);
    const age = pursued.reduce((sum, life) => sum + life.age, 0);
    expect(of('touch-hours-per-opportunity')).toBeCloseTo(minutes / pursued.length / 60, 9);
    expect(of('flow-efficiency')).toBeCloseTo(minutes / age, 12);
  });
});
