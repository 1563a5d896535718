import type { Quantile } from '../../random/distribution.ts';
import { quantileOf } from '../../random/quantile.ts';
import { PRODUCTS, type Centre, type Product } from '../../scenario/schema/ids.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';

/** One station of a route: a centre, and the work that a job brings there. */
export interface Station {
  readonly centre: Centre;
  readonly work: Quantile;
}

/** A station on the way of one job: minutes of work there. */
export interface Step {
  readonly centre: Centre;
  readonly minutes: number;
}

/** The route of every product through the centres, as the scenario has it. */
export function routesOf({ production }: Scenario): Readonly<Record<Product, readonly Station[]>> {
  const routes = PRODUCTS.map((product): [Product, Station[]] => {
    const form = production.products[product];
    return [product, form.route.map((centre) => ({ centre, work: quantileOf(form[centre]) }))];
  });
  return Object.fromEntries(routes) as Record<Product, Station[]>;
}
