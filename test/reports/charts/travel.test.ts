import { describe, expect, it } from 'vitest';
import { tourLawOf } from '../../../reports/charts/tour-law.ts';
import { travelAndOpportunities } from '../../../reports/charts/travel.ts';
import type { ScenarioFacts } from '../../../sim/experiment/result.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { expectDrawn, expectSameSpec } from './draw.ts';
import { planted, spread, withHugeNames } from './planted.ts';

const OPEN = 'open-opportunities-per-salesperson';
const TRAVEL = 'travel-minutes-per-meeting';

function factsOf(...overrides: string[]): ScenarioFacts {
  const { document, sha256 } = loadScenario({ reference: 'traditional', overrides });
  return { name: 'x', sha256, document };
}

describe('the tour law', () => {
  it('is k times the root of the area for each customer, by road', () => {
    const law = tourLawOf(
      factsOf(
        'territory.width=40 mi',
        'territory.height=25 mi',
        'organisation.roles.salesperson.heads=10',
        'territory.circuity=1.2',
        'territory.metroSpeed=30 mph',
        'territory.parking=3 min',
      ),
    )!;
    // 100 square miles for each of ten; 25 customers: 0.7124 x 2 miles, 1.2 times as far by road, two minutes a mile.
    expect(law(25)).toBeCloseTo(0.7124 * 2 * 1.2 * 2 + 3, 9);
    expect(law(100) - 3).toBeCloseTo((law(25) - 3) / 2, 9);
  });

  it('is not there in cities, where customers come in clusters, or where the result does not say', () => {
    expect(tourLawOf(factsOf('organisation.roles.salesperson.heads=1'))).toBeDefined();
    const city = 'territory.cities=[{name: A, x: 10 mi, y: 10 mi}]';
    expect(tourLawOf(factsOf('territory.layout=cities', city))).toBeUndefined();
    expect(tourLawOf(factsOf('territory.layout=clustered'))).toBeUndefined();
    expect(tourLawOf({ name: 'x', sha256: '' })).toBeUndefined();
    expect(tourLawOf({ name: 'x', sha256: '', document: { territory: 'nowhere' } })).toBeUndefined();
  });
});

describe('travel and open opportunities', () => {
  const open = [spread(8).map((u) => 10 + u), spread(8, 3).map((u) => 50 + 5 * u)];
  const travel = [spread(8, 5).map((u) => 78 + u), spread(8, 7).map((u) => 99 + 3 * u)];
  const result = planted({ [OPEN]: open, [TRAVEL]: travel });

  it('are a point for each replication that has both, beside the shortest tour', () => {
    const gaps = [travel[0]!.map((x, i) => (i === 2 ? null : x)), travel[1]!];
    const { data } = travelAndOpportunities(planted({ [OPEN]: open, [TRAVEL]: gaps }), 'wide')!;
    expect(data).toHaveLength(15);
    const law = tourLawOf(result.provenance.scenarios[0]!)!;
    expect(data[0]).toMatchObject({ replication: 1, openOpportunitiesPerSalesperson: open[0]![0] });
    expect(data[0]!['tourMinutes']).toBeCloseTo(law(open[0]![0]!), 3);
  });

  it('are drawn without the law where nothing is known of the territory', async () => {
    const { provenance } = result;
    const scenarios = provenance.scenarios.map(({ name, sha256 }) => ({ name, sha256 }));
    const bare = { ...result, provenance: { ...provenance, scenarios } };
    expect(travelAndOpportunities(bare, 'wide')!.subtitle).toContain('No tour to compare with');
    await expectDrawn((layout) => travelAndOpportunities(bare, layout));
  });

  it('are drawn of one replication of one organisation, and not of none', async () => {
    const one = planted({ [OPEN]: [[10]], [TRAVEL]: [[80]] });
    expect(travelAndOpportunities(one, 'wide')!.subtitle).toContain('One organisation');
    await expectDrawn((layout) => travelAndOpportunities(one, layout));
    expect(travelAndOpportunities(planted({ [OPEN]: [[null]], [TRAVEL]: [[80]] }), 'wide')).toBeUndefined();
  });

  it('are drawn for six organisations with huge names', async () => {
    const six = [0, 1, 2, 3, 4, 5].map((i) => spread(100, i).map((u) => 10 * (i + 1) + u));
    const many = withHugeNames(planted({ [OPEN]: six, [TRAVEL]: six }));
    await expectDrawn((layout) => travelAndOpportunities(many, layout));
  });

  it('are drawn as before', async () => {
    await expectDrawn((layout) => travelAndOpportunities(result, layout));
    await expectSameSpec((layout) => travelAndOpportunities(result, layout));
  });
});
