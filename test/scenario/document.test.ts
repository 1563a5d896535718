import { describe, expect, it } from 'vitest';
import { loadScenario, resolveDocument } from '../../sim/scenario/load.ts';
import { shippedScenarios } from '../../sim/scenario/package-scenarios.ts';

describe('a scenario as data', () => {
  it.each(shippedScenarios())('%s is the same again after it was written as JSON', (reference) => {
    const overrides = ['run.weeks=33', 'market.opportunities.inflow=1.2', 'name=ours'];
    const loaded = loadScenario({ reference, overrides });
    const again = resolveDocument(JSON.parse(JSON.stringify(loaded.document)), 'result.json');
    expect(again.scenario).toEqual(loaded.scenario);
    expect(again.sha256).toBe(loaded.sha256);
    expect(again.document).toEqual(loaded.document);
  });

  it('is read like any other: what is wrong with it is said, and where it stood', () => {
    expect(() => resolveDocument({ run: { weeks: 'many' } }, 'result.json')).toThrow(
      /result\.json:1:1 {2}run\.weeks: .*found "many"/,
    );
    expect(() => resolveDocument(['standard'], 'result.json')).toThrow(/is not a map/);
    expect(() => resolveDocument(null, 'result.json')).toThrow(/found nothing/);
  });
});
