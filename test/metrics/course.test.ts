import { describe, expect, it } from 'vitest';
import { figuresOf, CATALOGUE } from '../../sim/metrics/catalogue.ts';
import { Firm } from '../../sim/metrics/window.ts';
import { TIME_USES, type DecidedOpportunity, type TimeUse } from '../../sim/model/observer.ts';
import { PHASES } from '../../sim/model/opportunity-course.ts';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';

const DAY = 1_440;
const OPPORTUNITY = { kind: 'opportunity', id: 1 } as const;

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
): DecidedOpportunity {
  const phaseMinutes = Float64Array.from(PHASES, (phase) => DAY * (days[phase] ?? 0));
  const age = phaseMinutes.reduce((sum, minutes) => sum + minutes, 0);
  return {
    id: 1,
    outcome,
    age,
    furthest,
    phaseMinutes: outcome === 'disqualified' ? undefined : phaseMinutes,
  };
}

function spend(recorder: Recorder, use: TimeUse, hours: number): void {
  recorder.onTimeSpent({ role: 0, index: 0 }, TIME_USES.indexOf(use), DAY, DAY + 60 * hours, OPPORTUNITY);
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
    const days = { contact: 1, booking: 2, calendar: 6, meeting: 0.125, solution: 5, customer: 9.875 };
    recorder.onOpportunityDecided(decided('won', 'asked', days), 25 * DAY);
    recorder.onOpportunityDecided(decided('expired', 'pursued', { contact: 3 }), 25 * DAY);
    recorder.onOpportunityDecided(decided('disqualified', 'arrived'), 25 * DAY);
    spend(recorder, 'solution-design', 4);
    spend(recorder, 'debrief', 1);
    spend(recorder, 'conceptual-meeting', 3);
    spend(recorder, 'travel', 5);
    // What is done for somebody else, or after the decision, is no work on it.
    recorder.onTimeSpent({ role: 0, index: 0 }, TIME_USES.indexOf('debrief'), DAY, 2 * DAY);
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
    // Three hours in meetings by the phases, four of design and one of debrief, over two opportunities.
    expect(of('touch-hours.solution')).toBe(2);
    expect(of('touch-hours.customer')).toBe(0.5);
    expect(of('touch-hours-per-opportunity')).toBe(4);
    expect(of('flow-efficiency')).toBeCloseTo(8 / (27 * 24), 12);
  });
});

describe.each(['traditional', 'standard', 'inside', 'channel'])('in %s', (name) => {
  const scenario = scenarioWith(name, 26, 4);
  const recorder = new Recorder(scenario);
  new SalesSystem({ scenario, seed: 3, replication: 0, observer: recorder }).runThroughWeek(25);
  recorder.finish(26 * 7 * DAY);
  const of = finder(recorder, scenario);
  const family = (prefix: string) =>
    CATALOGUE.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => of(id));

  it('every opportunity that is decided is won or lost in one way at one step', () => {
    const lost = family('opportunities-lost.').reduce((sum, share) => sum + share, 0);
    expect(lost + of('opportunities-coming-to.won')).toBeCloseTo(1, 9);
  });

  it('nobody comes further without having come so far', () => {
    const shares = family('opportunities-coming-to.');
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  });

  it('the days of the phases add up to the cycle time, and work takes part of them', () => {
    const days = family('cycle-days.').reduce((sum, part) => sum + part, 0);
    expect(days).toBeCloseTo(7 * of('cycle-time'), 6);
    expect(of('touch-hours-per-opportunity')).toBeGreaterThan(of('touch-hours.solution'));
    expect(of('flow-efficiency')).toBeGreaterThan(0);
    expect(of('flow-efficiency')).toBeLessThan(0.25);
  });
});
