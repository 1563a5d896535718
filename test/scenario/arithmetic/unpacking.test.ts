import { describe, expect, it } from 'vitest';
import { unpackingInWords } from '../../../sim/cli/unpacking-in-words.ts';
import { unpack } from '../../../sim/scenario/arithmetic/unpacking.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';

/** Ten opportunities a week, all times constant: two conceptual meetings each, half of them to the end. */
const BY_HAND = [
  'market.opportunities.inbound.rate=10 per week',
  'market.opportunities.existing.rate=0 per week',
  'market.opportunities.referral.rate=0 per week',
  'market.accounts.initial=0',
  'workflow.conceptualMeetings=2',
  ...['reachDiscovery', 'reachPresentation', 'reachClosing', 'win'].map((stage) => `workflow.${stage}=50 %`),
  ...['conceptual-meeting', 'requirement-discovery', 'presentation', 'closing'].map(
    (meeting) => `activities.${meeting}.time=60 min`,
  ),
  'service.casesPerProject=0',
  'organisation.qualification.threshold=0 %',
];

function unpacked(reference: string, ...overrides: string[]) {
  return unpack(loadScenario({ reference, overrides: [...BY_HAND, ...overrides] }).scenario);
}

describe('account management unpacked', () => {
  const { cells, activities } = unpacked('standard');
  const hoursOf = (activity: string, role: string) =>
    activities.find((entry) => entry.activity === activity && entry.role === role)?.hours;

  it('has the hours of each activity and role that follow by arithmetic', () => {
    // 20 conceptual meetings, 5 each of the others; debriefs of 18 min after 35 meetings, 1 h of proposal for 5.
    expect(hoursOf('conceptual-meeting', 'salesperson')).toBeCloseTo(20, 9);
    expect(hoursOf('closing', 'salesperson')).toBeCloseTo(5, 9);
    expect(hoursOf('debrief', 'sales-coordinator')).toBeCloseTo((35 * 18) / 60, 9);
    expect(hoursOf('proposal', 'sales-coordinator')).toBeCloseTo(5, 9);
    expect(hoursOf('project-leadership', 'project-leader')).toBeCloseTo(5 * 28, 9);
  });

  it("takes a leader's half-day apart: the meeting, the way, and the brief", () => {
    const parts = ['requirement-discovery', 'presentation', 'take-brief', 'prepare', 'travel'];
    const hours = parts.map((part) => hoursOf(part, 'project-leader')!);
    // Ten half-days of four hours, of which ten hours are meetings; both ways are the same.
    expect(hours.reduce((sum, value) => sum + value, 0)).toBeCloseTo(40, 9);
    expect(hours.slice(0, 2)).toEqual([5, 5]);
    expect(hours[2]).toBeCloseTo(hours[3]!, 9);
  });

  it('adds up to the four cells, and these to the whole', () => {
    const outside = cells.find(({ side, nature }) => side === 'outside' && nature === 'selling')!;
    // Salespeople 20 + 3 x 5, leaders 2 x 5.
    expect(outside.hours).toBeCloseTo(45, 9);
    const total = activities.reduce((sum, { hours = 0 }) => sum + hours, 0);
    expect(cells.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(total, 6);
    expect(cells.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(cells.map(({ side, nature }) => `${side}, ${nature}`)).toEqual([
      'outside, selling',
      'outside, not-selling',
      'inside, selling',
      'inside, not-selling',
    ]);
  });

  it('says who does what, dropped or not, and where arithmetic ends', () => {
    const takers = new Map(activities.map(({ activity, role, hours }) => [activity, { role, hours }]));
    expect(takers.get('prospecting')).toEqual({ role: 'dropped', hours: undefined });
    expect(takers.get('forward-call')).toEqual({ role: 'salesperson', hours: undefined });
    expect(activities.filter(({ role }) => role === 'engineering' || role === 'production')).toEqual([]);
  });

  it('moves to other cells where the catalogue says so', () => {
    const moved = unpacked('standard', 'activities.closing.setting=phone');
    const selling = moved.cells.filter(({ nature }) => nature === 'selling').map(({ hours }) => hours);
    const before = cells.filter(({ nature }) => nature === 'selling').map(({ hours }) => hours);
    expect(selling.map((hours, i) => Math.round(hours - before[i]!))).toEqual([-5, 5]);
  });

  it('fits a terminal of 80 columns', () => {
    const text = unpackingInWords(unpack(loadScenario({ reference: 'standard' }).scenario));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toMatch(/^Outside +\d+ h, \d+ % +\d+ h, \d+ %$/m);
    expect(text).toMatch(/^Inside +\d+ h, \d+ % +\d+ h, \d+ %$/m);
  });
});
