import { describe, expect, it } from 'vitest';
import { tried, verdictOn, type Trial } from '../../../sim/experiment/constraint/try-groups.ts';
import { suspectOf } from '../../../sim/experiment/constraint/watch.ts';
import { CONSTRAINT_GROUPS, type ConstraintGroup } from '../../../sim/experiment/search/constraint-odds.ts';
import { normalSource } from '../../statistics/samples.ts';
import { plantedFirm, scoreOf } from './planted-firms.ts';

/** Throughput of replications that goes up by `elasticity` per cent for each per cent, with noise of its own. */
function trialOf(group: ConstraintGroup, base: readonly number[], elasticity: number, noise = 0): Trial {
  const normal = normalSource(`test.trial.${group}`);
  const increase = 0.25;
  return {
    group,
    increase,
    throughput: base.map((value) => value * (1 + elasticity * increase) + noise * (normal() - 1)),
  };
}

describe('trying each group', () => {
  const base = [90, 100, 110, 105, 95, 100, 98, 102];

  it('gives the elasticities, and names the largest where they are separate', () => {
    const trials = [
      trialOf('production', base, 0.8),
      trialOf('salesperson', base, 0),
      trialOf('market', base, 0.1),
    ];
    const { figures, is, odds } = tried(base, trials);
    expect(figures.production!.mean).toBeCloseTo(0.8, 9);
    expect(figures.salesperson!.mean).toBeCloseTo(0, 9);
    expect(figures.market!.mean).toBeCloseTo(0.1, 9);
    expect(is).toBe('production');
    expect(odds).toHaveLength(1);
    expect(verdictOn(base, trials)).toEqual({
      is: 'production',
      among: ['production'],
      isAnythingShown: true,
    });
  });

  it('names nobody where two are alike, or where nothing helps', () => {
    const alike = [
      trialOf('production', base, 0.5, 3),
      trialOf('engineering', base, 0.5, 3),
      trialOf('salesperson', base, 0),
    ];
    const verdict = verdictOn(base, alike);
    expect(verdict.is).toBeNull();
    expect([...verdict.among].sort()).toEqual(['engineering', 'production']);
    expect(verdict.isAnythingShown).toBe(true);
    const nothing = verdictOn(base, [trialOf('production', base, 0, 3), trialOf('market', base, 0, 3)]);
    expect(nothing).toMatchObject({ is: null, isAnythingShown: false });
  });

  it('covers the true elasticity as often as its interval says', () => {
    let covered = 0;
    const times = 400;
    const normal = normalSource('test.coverage');
    for (let i = 0; i < times; i++) {
      const values = Array.from({ length: 10 }, () => 100 + 8 * (normal() - 1));
      const more = values.map((value) => value * 1.1 + 4 * (normal() - 1));
      const [lower, upper] = tried(values, [{ group: 'market', increase: 0.2, throughput: more }]).figures
        .market!.ci95!;
      if (lower <= 0.5 && 0.5 <= upper) covered++;
    }
    expect(Math.abs(covered / times - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / times));
  });
});

describe('a detector that watches', () => {
  it('suspects the group beyond its bound that is furthest, and otherwise the market', () => {
    const figures: Partial<Record<ConstraintGroup, number>> = {
      salesperson: 0.92,
      production: 0.95,
      finishing: NaN,
    };
    const figureOf = (group: ConstraintGroup) => figures[group] ?? NaN;
    expect(suspectOf({ sign: 1, least: 0.9 }, CONSTRAINT_GROUPS, figureOf)).toBe('production');
    expect(suspectOf({ sign: 1, least: 0.96 }, CONSTRAINT_GROUPS, figureOf)).toBe('market');
    expect(suspectOf({ sign: -1, least: 1 }, CONSTRAINT_GROUPS, figureOf)).toBe('salesperson');
    expect(suspectOf({ sign: -1, least: 0.9 }, CONSTRAINT_GROUPS, figureOf)).toBe('market');
  });
});

describe('a planted constraint', () => {
  it('is named by every way that watches queues and time, where production is it', async () => {
    const firm = plantedFirm(4);
    expect([firm.planted, firm.load > 1.15, firm.othersAtMost < 0.7]).toEqual(['production', true, true]);
    const { named } = await scoreOf(firm, 6);
    for (const detector of ['utilisation', 'wait', 'active-period'] as const) {
      expect(named[detector], detector).toBe('production');
    }
    // Trying needs more replications than that, but may not name another one.
    expect(['production', null]).toContain(named.elasticity);
  });

  it('is drawn by number: the same one every time, in a third of the firms the market', () => {
    const firms = Array.from({ length: 9 }, (_, i) => plantedFirm(i));
    expect(firms.filter(({ planted }) => planted === 'market')).toHaveLength(3);
    expect(plantedFirm(4).organisation.sha256).toBe(firms[4]!.organisation.sha256);
    for (const { planted, load, othersAtMost } of firms) {
      if (planted !== 'market') expect(load).toBeGreaterThan(1.15 - 0.1);
      expect(othersAtMost).toBeLessThan(0.7);
    }
  });
});
