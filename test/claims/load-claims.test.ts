import { describe, expect, it } from 'vitest';
import { exampleOfDocs, faultsOf, loadText } from './written-claims.ts';

/** A sound claim to break, one line at a time. */
const SOUND = `group: A
title: Try
claims:
  - id: A1
    source: S2:103
    claim: Few meetings.
    kind: number
    simulated: The traditional organisation.
    arms:
      old: { scenario: traditional }
      new: { scenario: standard, set: { run.seed: 3 } }
    measure:
      kind: ratio
      of: { metric: bd-meetings-per-week, arm: old }
      to: { arm: new }
    holds: { atLeast: 1.5, atMost: 2.5 }
    fragile: { path: market.opportunities.inflow, from: 0.5, to: 3, why: unknown }
`;

function broken(part: string, by: string): string {
  expect(SOUND).toContain(part);
  return faultsOf(SOUND.replace(part, by));
}

describe('a file of claims', () => {
  it('reads the example of the handbook', () => {
    const { claims } = loadText(exampleOfDocs());
    expect(claims.map(({ text }) => text.id)).toEqual(['A2', 'A9', 'A99']);
    const [ratio, best, untested] = claims;
    expect([...ratio!.experiment!.arms.keys()]).toEqual(['before', 'after']);
    expect(ratio!.experiment!.fragile).toMatchObject({ from: { number: 45, after: ' min' }, isWhole: false });
    expect(best!.experiment!.families.get('team')!.values).toEqual(['1', '2', '3', '4', '5']);
    expect(untested!.experiment).toBeUndefined();
  });

  it('takes a range in one unit, singular and plural', () => {
    const range =
      'fragile: { path: organisation.projectLeaders.commitAhead, from: 1 day, to: 20 days, why: unknown }';
    const { claims } = loadText(SOUND.replace(/fragile: .*/, range));
    expect(claims[0]!.experiment!.fragile).toMatchObject({
      from: { number: 1, after: ' days' },
      to: { number: 20, after: ' days' },
    });
  });

  it('says every mistake of the form at its place, with what was meant', () => {
    expect(broken('bd-meetings-per-week', 'bd-meeting-per-week')).toMatch(
      /claims.yaml:14:21 claims.0.measure.of.metric: is not known;.*mean bd-meetings-per-week\?/,
    );
    expect(broken('kind: ratio', 'kind: ratios')).toMatch(/:13:13 claims.0.measure.kind.*mean ratio\?/);
    expect(broken('kind: number', 'kind: numbr')).toMatch(/:7:11 claims.0.kind.*mean number\?/);
    expect(broken('source: S2:103', 'source: page 3')).toMatch(/:5:13 .*is not a pointer to a source/);
    expect(broken('    simulated', '    simulatd')).toMatch(/:8:5 .*not a known key.*mean simulated\?/);
    expect(broken('id: A1', 'id: B1')).toMatch(/:4:9 .*is not of this group/);
    expect(broken('atLeast: 1.5', 'atLeast: much')).toMatch(/:16:23 .*is not a number/);
  });

  it('says what is wrong with an arm where the claim has written it', () => {
    expect(broken('run.seed: 3', 'run.sed: 3')).toMatch(
      /claims.yaml:11:50 run.sed: is not a known path.*mean run.seed\?/,
    );
    expect(broken('run.seed: 3', 'market.opportunities.inflow: -3')).toMatch(/:11:70 .*is negative/);
    expect(broken('scenario: standard', 'scenario: standrad')).toMatch(
      /:11:24 claims.0.arms.new.scenario: is not the name of a shipped.*mean standard\?/,
    );
    expect(broken('from: 0.5', 'from: -1')).toMatch(/:17:57 market.opportunities.inflow: is negative/);
  });

  it('says what does not go together', () => {
    expect(broken('to: { arm: new }', 'to: { arm: now }')).toMatch(/:15:18 .*names no arm; found now/);
    expect(broken('arm: old }', 'arm: old, fact: people }')).toMatch(/:14:11 .*which figure of which arm/);
    expect(broken('atLeast: 1.5, atMost: 2.5', 'atLeast: 3, atMost: 2')).toMatch(/leaves nothing between/);
    expect(broken('{ atLeast: 1.5, atMost: 2.5 }', '{}')).toMatch(/:16:12 .*has no bound/);
    expect(broken('to: 3, why', 'to: 3 weeks, why')).toMatch(/:17:66 .*is not in the unit of from/);
    expect(broken('kind: number\n', 'kind: number\n    notTestable: no way\n')).toMatch(
      /:9:16 claims.0.simulated: is written although the claim is not testable/,
    );
    expect(broken('{ arm: new }', '{ arm: new, weeks: { from: 70, to: 90 } }')).toMatch(
      /outside the 64 weeks/,
    );
  });
});
