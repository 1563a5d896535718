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

/**
 * Chance that a brief is misunderstood. `skill` is what a production person still knows of delivery, in [0, 1]: without
 * any he is as good as a salesperson.
 */
export function chanceOfMisunderstanding(
  { misunderstood }: Scenario['briefs'],
  { taker, fits, skill }: { readonly taker: BriefTaker; readonly fits: boolean; readonly skill: number },
): number {
  if (fits) return misunderstood.fitting;
  const { salesperson, productionPerson } = misunderstood;
  return taker === 'salesperson'
    ? salesperson
    : productionPerson + (salesperson - productionPerson) * (1 - skill);
}
