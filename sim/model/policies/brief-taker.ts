import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Organisation } from '../charter.ts';

/** The roles that may take a brief. */
export type BriefTaker = 'salesperson' | 'project-leader';

/** Who takes a brief. `fits` is whether the form carries it. */
export function briefTakerOf({ briefs, assignments }: Organisation, fits: boolean): BriefTaker {
  switch (briefs.takenBy) {
    case 'as-assigned':
      return assignments['take-brief'];
    case 'by-form':
      return fits ? 'salesperson' : 'project-leader';
  }
}

/** Chance that a brief is misunderstood by a taker in full possession of what the role knows of delivery. */
export function chanceOfMisunderstanding(
  { misunderstood }: Scenario['briefs'],
  { taker, fits }: { readonly taker: BriefTaker; readonly fits: boolean },
): number {
  if (fits) return misunderstood.fitting;
  return taker === 'salesperson' ? misunderstood.salesperson : misunderstood.productionPerson;
}
