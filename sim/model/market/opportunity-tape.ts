import type { Quantile } from '../../random/distribution.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import { quantileOf } from '../../random/quantile.ts';
import { MARKET_SOURCES, type MarketSource } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { ArrivalClock } from './arrival-clock.ts';
import type { OpportunityBirth, OpportunitySource } from './opportunity.ts';
import type { Place } from './place.ts';
import { TapeHash } from './tape-hash.ts';
import type { Territory } from './territory.ts';

/** Draws of one opportunity, in a fixed order; a new one is appended, so that the others stay what they are. */
const DRAWS = [
  'inDisc',
  'whichDisc',
  'across',
  'along',
  'value',
  'fit',
  'estimationError',
  'stakeholders',
  'patience',
  'comes',
  'account',
  'conceptualMeetings',
  'discovery',
  'presentation',
  'closing',
  'win',
  'reason',
  'complexity',
  'costFactor',
  'costError',
] as const;
const DRAW = Object.fromEntries(DRAWS.map((name, i) => [name, i])) as Readonly<
  Record<(typeof DRAWS)[number], number>
>;

/** Numbers of sources, part of the opportunity's id. */
const SOURCE_NUMBERS: Readonly<Record<OpportunitySource, number>> = {
  inbound: 0,
  existing: 1,
  referral: 2,
  prospecting: 3,
  promotion: 4,
  neglected: 5,
  inside: 6,
  partner: 7,
};
const SOURCES_AT_MOST = 8;
/** Draws for the places that a prospecting salesperson may look at, and how many these are at most. */
const FIRST_PLACE_DRAW = 64;
const MOST_PLACES = 200;

export interface TapeOptions {
  readonly market: Scenario['market'];
  readonly territory: Territory;
  readonly clock: ArrivalClock;
  /** Most that good service can multiply the rate of existing and referral opportunities by. */
  readonly mostByService: number;
  /** Uniform numbers for the gaps between arrivals of one source. */
  readonly gaps: (source: MarketSource) => () => number;
  readonly draws: KeyedDraws;
}

/**
 * The opportunities that the market brings, with all their hidden draws: a function of seed, replication and market
 * alone, whatever the organisation does. Made one at a time, as they are asked for.
 */
export class OpportunityTape {
  private readonly options: TapeOptions;
  private readonly quantiles: Readonly<
    Record<'value' | 'fit' | 'stakeholders' | 'patience' | 'complexity' | 'costFactor' | 'normal', Quantile>
  >;
  private readonly lines: ReadonlyMap<
    MarketSource,
    { businessTime: number; count: number; readonly hash: TapeHash }
  >;
  private readonly gapOf: ReadonlyMap<MarketSource, () => number>;

  constructor(options: TapeOptions) {
    this.options = options;
    const { value, fit, stakeholders, patience, complexity, costFactor } = options.market.opportunities;
    this.quantiles = {
      value: quantileOf(value),
      fit: quantileOf(fit),
      stakeholders: quantileOf(stakeholders),
      patience: quantileOf(patience),
      complexity: quantileOf(complexity),
      costFactor: quantileOf(costFactor),
      normal: quantileOf({ kind: 'normal', mean: 1, cv: 1, min: -Infinity, max: Infinity }),
    };
    this.lines = new Map(
      MARKET_SOURCES.map((source) => [source, { businessTime: 0, count: 0, hash: new TapeHash() }]),
    );
    this.gapOf = new Map(MARKET_SOURCES.map((source) => [source, options.gaps(source)]));
  }

  /** The next opportunity of a source; undefined if the source is dry. */
  next(source: MarketSource): OpportunityBirth | undefined {
    const { market, clock, mostByService } = this.options;
    const perWeek = market.opportunities[source].rate * market.opportunities.inflow;
    if (perWeek === 0) return undefined;
    const line = this.lines.get(source)!;
    const grows = source === 'inbound' ? 1 : mostByService;
    line.businessTime -= Math.log(this.gapOf.get(source)!()) / (perWeek * grows);
    const birth = this.born(source, line.count++, clock.clockAt(line.businessTime));
    line.hash.add(birth.arrivedAt);
    line.hash.add(birth.value);
    line.hash.add(birth.place.x);
    line.hash.add(birth.place.y);
    line.hash.add(birth.patience);
    line.hash.add(birth.fate.win);
    return birth;
  }

  /** The place of a find: the first of the places that the market offers which the finder looks at. */
  placeOfFind(number: number, looksAt: (place: Place) => boolean): Place | undefined {
    const { draws, territory } = this.options;
    const id = number * SOURCES_AT_MOST + SOURCE_NUMBERS.prospecting;
    for (let nth = 0; nth < MOST_PLACES; nth++) {
      const draw = (which: number) => draws.uniform(id, FIRST_PLACE_DRAW + 4 * nth + which);
      const place = territory.placeAt(draw(0), draw(1), draw(2), draw(3));
      if (looksAt(place)) return place;
    }
    return undefined;
  }

  /** An opportunity with everything that its id decides. Ids are `number` of its source, in the order of arrival. */
  born(source: OpportunitySource, number: number, arrivedAt: number): OpportunityBirth {
    const { draws, territory } = this.options;
    const id = number * SOURCES_AT_MOST + SOURCE_NUMBERS[source];
    const draw = (name: (typeof DRAWS)[number]) => draws.uniform(id, DRAW[name]);
    const value = this.quantiles.value(draw('value'));
    return {
      id,
      source,
      arrivedAt,
      place: territory.placeAt(draw('inDisc'), draw('whichDisc'), draw('across'), draw('along')),
      value,
      listValue: value,
      fit: this.quantiles.fit(draw('fit')),
      estimationError: this.quantiles.normal(draw('estimationError')) - 1,
      stakeholders: this.quantiles.stakeholders(draw('stakeholders')),
      patience: this.quantiles.patience(draw('patience')),
      complexity: this.quantiles.complexity(draw('complexity')),
      costFactor: this.quantiles.costFactor(draw('costFactor')),
      costError: this.quantiles.normal(draw('costError')) - 1,
      fate: {
        comes: draw('comes'),
        account: draw('account'),
        conceptualMeetings: draw('conceptualMeetings'),
        discovery: draw('discovery'),
        presentation: draw('presentation'),
        closing: draw('closing'),
        win: draw('win'),
        reason: draw('reason'),
      },
    };
  }

  /** One hash for everything that the tape has told so far, source by source. */
  digest(): string {
    const all = new TapeHash();
    for (const { hash } of this.lines.values()) {
      const digest = hash.digest();
      all.add(parseInt(digest.slice(0, 8), 16));
      all.add(parseInt(digest.slice(8), 16));
    }
    return all.digest();
  }
}
