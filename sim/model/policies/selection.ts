import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Skill } from '../people/occupant.ts';

type Rule = Scenario['organisation']['staffing']['selection'];

/** Persons of a pool, by number, who get a job; in the order of their seats. */
export interface Selection {
  readonly sellers: readonly number[];
  readonly leaders: readonly number[];
}

/**
 * Who of a pool sells and who leads projects; the pool has enough for both. Nobody is tested: the firm knows what its
 * people can do.
 */
export function select(
  rule: Rule,
  of: { pool: readonly Skill[]; sellers: number; leaders: number },
): Selection {
  const inOrder = of.pool.map((_, person) => person);
  switch (rule) {
    case 'as-they-come':
      return {
        sellers: inOrder.slice(0, of.sellers),
        leaders: inOrder.slice(of.sellers, of.sellers + of.leaders),
      };
    case 'best-sellers': {
      const bySelling = [...inOrder].sort((a, b) => of.pool[b]!.selling - of.pool[a]!.selling || a - b);
      const sellers = bySelling.slice(0, of.sellers);
      return { sellers, leaders: inOrder.filter((person) => !sellers.includes(person)).slice(0, of.leaders) };
    }
    case 'best-fit':
      return bestFit(of);
  }
}

/**
 * The largest product of selling skills of sellers and technical skills of leaders, by dynamic programming over
 * persons: the best sum of logarithms for each number of jobs filled so far.
 */
function bestFit({
  pool,
  sellers,
  leaders,
}: {
  pool: readonly Skill[];
  sellers: number;
  leaders: number;
}): Selection {
  interface Plan extends Selection {
    readonly value: number;
  }
  let plans = new Map<string, Plan>([['0/0', { value: 0, sellers: [], leaders: [] }]]);
  pool.forEach(({ selling, technical }, person) => {
    const next = new Map(plans);
    const offer = (plan: Plan): void => {
      const key = `${plan.sellers.length}/${plan.leaders.length}`;
      const best = next.get(key);
      if (best === undefined || plan.value > best.value + 1e-12) next.set(key, plan);
    };
    for (const plan of plans.values()) {
      if (plan.sellers.length < sellers) {
        offer({ ...plan, value: plan.value + Math.log(selling), sellers: [...plan.sellers, person] });
      }
      if (plan.leaders.length < leaders) {
        offer({ ...plan, value: plan.value + Math.log(technical), leaders: [...plan.leaders, person] });
      }
    }
    plans = next;
  });
  return plans.get(`${sellers}/${leaders}`)!;
}
