import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Seat } from '../people/seat.ts';

type Staffing = Scenario['organisation']['staffing'];

/** Role of those who may stand in for a salesperson; undefined if nobody does. */
export function standInRole({
  cover,
}: Staffing): 'salesperson' | 'sales-manager' | 'project-leader' | undefined {
  switch (cover) {
    case 'nobody':
      return undefined;
    case 'colleague':
      return 'salesperson';
    case 'executive':
      return 'sales-manager';
    case 'project-leader':
      return 'project-leader';
  }
}

/** Selling skill of whoever holds a meeting alone: less of it where somebody stands in whose job is another. */
export function sellingSkillOf(
  { person, role }: Pick<Seat, 'person' | 'role'>,
  at: number,
  rules: Staffing,
): number {
  const skill = person.occupant.sellingAt(at);
  if (role === 'sales-manager') return skill * rules.executiveEffectiveness;
  return role === 'project-leader' ? skill * rules.leaderEffectiveness : skill;
}
