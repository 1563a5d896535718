import { DETECTORS, type ConstraintResult } from '../sim/experiment/constraint/constraint-result.ts';
import type { Row } from './charts/chart.ts';
import { csvOf } from './render/csv.ts';

/** What a search for the constraint is written to, by file name: the result, and a line for each group and detector. */
export function renderConstraint(result: ConstraintResult): ReadonlyMap<string, string> {
  return new Map([
    ['constraint.json', `${JSON.stringify(result, null, 2)}\n`],
    ['constraint.csv', csvOf(rowsOf(result))],
  ]);
}

function rowsOf({ detectors, groups, verdict }: ConstraintResult): Row[] {
  return DETECTORS.flatMap((detector) =>
    groups.map((group): Row => {
      const { figures, odds, is } = detectors[detector];
      const figure = figures[group];
      const found = odds.find((of) => of.group === group);
      return {
        detector,
        group,
        figure: figure?.mean ?? null,
        lower: figure?.ci95?.[0] ?? null,
        upper: figure?.ci95?.[1] ?? null,
        probability: found?.probability ?? 0,
        probabilityLower: found?.ci95[0] ?? null,
        probabilityUpper: found?.ci95[1] ?? null,
        named: (detector === 'elasticity' ? verdict.is : is) === group,
      };
    }),
  );
}
