import { describe, expect, it } from 'vitest';
import {
  byActivePeriod,
  byElasticity,
  byInterdepartureVariance,
  byUtilisation,
  byWait,
  turningPoint,
  type Period,
} from '../../../sim/statistics/bottleneck/detectors.ts';
import { expectAllNear } from '../expect-near.ts';
import methods from '../methods-cases.json' with { type: 'json' };

describe('detectors of the constraint', () => {
  it('differ as in case bottleneck-active-period', () => {
    const { inputs, expected, tolerance } = methods.cases['bottleneck-active-period'];
    const names = ['A', 'B', 'C'] as const;
    const periods = names.map((name) => inputs.active_periods[name] as unknown as Period[]);
    const active = byActivePeriod(periods);
    const used = byUtilisation(periods, inputs.horizon);
    expectAllNear(
      active.figures,
      names.map((name) => expected.mean_active[name]),
      tolerance,
    );
    expectAllNear(
      used.figures,
      names.map((name) => expected.utilisation[name]),
      tolerance,
    );
    expect(names[active.suspect!]).toBe(expected.bottleneck_by_active);
    expect(names[used.suspect!]).toBe(expected.bottleneck_by_utilisation);
  });

  it('find the steadiest departures as in case bottleneck-interdeparture-variance', () => {
    const { inputs, expected, tolerance } = methods.cases['bottleneck-interdeparture-variance'];
    const names = ['S1', 'S2', 'S3'] as const;
    const found = byInterdepartureVariance(names.map((name) => inputs.interdeparture[name]));
    expectAllNear(
      found.figures,
      names.map((name) => -expected.var[name]),
      tolerance,
    );
    expect(names[found.suspect!]).toBe(expected.bottleneck);
  });

  it('find the turning point of case bottleneck-turning-point', () => {
    const { inputs, expected } = methods.cases['bottleneck-turning-point'];
    const found = turningPoint({ blocked: inputs.blocked_pct, starved: inputs.starved_pct });
    expect(found).toBe(expected.turning_point_index);
    expect(turningPoint({ blocked: [1, 1, 1], starved: [0, 2, 0] })).toBeUndefined();
  });

  it('agree with the elasticities of a deterministic line, case constraint-elasticity', () => {
    const { inputs, expected, tolerance } = methods.cases['constraint-elasticity'];
    const throughputOf = (capacity: readonly number[]) => Math.min(...capacity);
    const found = byElasticity({
      throughput: throughputOf(inputs.capacity),
      increased: inputs.capacity.map((_, i) =>
        throughputOf(inputs.capacity.map((c, j) => (i === j ? c * (1 + inputs.h) : c))),
      ),
      increase: inputs.h,
    });
    expectAllNear(found.figures, expected.elasticity, tolerance);
    expect(found.suspect).toBe(1);
  });

  it('name nobody where there is no figure', () => {
    expect(byWait([NaN, NaN]).suspect).toBeUndefined();
    expect(byInterdepartureVariance([[1], []]).suspect).toBeUndefined();
  });
});
