import { CATALOGUE } from '../../sim/metrics/catalogue.ts';
import { scenarioSchema } from '../../sim/scenario/schema/scenario.ts';
import type { ArmRuns, Sample } from '../../sim/claims/sample.ts';

/** Figures by metric, shape [replication]. */
export type Columns = Readonly<Record<string, readonly number[]>>;

const SCENARIO = scenarioSchema.parse({});

/** Arms whose metrics are given; weekly metrics have shape [replication][week]. */
export function sampleOf(
  arms: Readonly<Record<string, Columns>>,
  weekly: Readonly<Record<string, readonly (readonly number[])[]>> = {},
): Sample {
  return new Map(
    Object.entries(arms).map(([name, columns]): [string, ArmRuns] => {
      const replications = Math.max(
        ...[...Object.values(columns), ...Object.values(weekly)].map(({ length }) => length),
      );
      const runs = Array.from({ length: replications }, (_, replication) => {
        const values = new Float64Array(CATALOGUE.length).fill(NaN);
        for (const [id, column] of Object.entries(columns)) {
          values[CATALOGUE.findIndex((entry) => entry.id === id)] = column[replication]!;
        }
        const weeks = Object.entries(weekly).map(
          ([id, rows]) => [id, Float64Array.from(rows[replication]!)] as const,
        );
        return { values, weekly: new Map(weeks) };
      });
      return [name, { scenario: SCENARIO, runs }];
    }),
  );
}
