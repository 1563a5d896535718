import { describe, expect, it } from 'vitest';
import { QualityMemory } from '../../../sim/model/market/quality.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';

/** The memory of a client who weighs the newest experience 10 % and takes everything in at once, seen a year later. */
function memory(...overrides: string[]) {
  const { scenario } = loadScenario({
    reference: 'standard',
    overrides: ['service.feedback.lag=1 day', ...overrides],
  });
  const quality = new QualityMemory(scenario.service.feedback, 0);
  const YEAR = 525_600;
  return { quality, seen: () => quality.at(YEAR) };
}

describe('quality as a client remembers it', () => {
  it('starts at the reference, and moves by a fifth of a tenth of the way with each of five classes', () => {
    const { quality, seen } = memory();
    expect(seen()).toBeCloseTo(0.85, 12);
    quality.remember('delivery', 0, 0);
    expect(seen()).toBeCloseTo(0.85 - 0.085 / 5, 12);
    quality.remember('issue', 1, 0);
    expect(seen()).toBeCloseTo(0.85 - 0.085 / 5 + 0.015 / 5, 12);
  });

  it('does not mind visits at the default weight', () => {
    const { quality, seen } = memory();
    quality.remember('visit', 0, 0);
    expect(seen()).toBeCloseTo(0.85, 12);
  });

  it('counts visits by their weight beside the five others where they have one', () => {
    // A visit that is not made: a tenth of .85 is lost of a class that weighs 2 of 7; a call instead: .85 to .815.
    const { quality, seen } = memory('service.feedback.visitWeight=2');
    quality.remember('visit', 0, 0);
    expect(seen()).toBeCloseTo(0.85 - (2 * 0.085) / 7, 12);
    const called = memory('service.feedback.visitWeight=2');
    called.quality.remember('visit', 0.5, 0);
    expect(called.seen()).toBeCloseTo(0.85 - (2 * 0.035) / 7, 12);
  });
});
