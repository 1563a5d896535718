import type { HandOff } from '../../sim/scenario/arithmetic/hand-offs.ts';
import type { OrganisationResult } from '../../sim/experiment/result.ts';

/** The box at the top, from which everything comes. */
export const CUSTOMERS = 'customers';
/** The box at the bottom, to which everything is delivered. */
export const DELIVERED = 'delivered';

/** A function of the organisation with what was measured of it; means over replications. */
export interface FunctionBox {
  readonly role: string;
  readonly heads: number;
  /** Busy share of paid time, 0 to 1; undefined where it was not measured. */
  readonly utilisation: number | undefined;
  /** Tasks that wait; undefined where it was not measured. */
  readonly queue: number | undefined;
  /** Share of working time in which it was the constraint. */
  readonly constraintShare: number;
}

/** All that goes from one function to another. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly what: readonly string[];
  readonly isSale: boolean;
  /** Whether it goes back to a function through which the sale has come before. */
  readonly isBack: boolean;
}

/** Functions that have work, and the routes between them. */
export interface OrganisationGraph {
  readonly functions: readonly FunctionBox[];
  readonly routes: readonly Route[];
  /** Share of working time in which nobody was short of anything but opportunities. */
  readonly marketShare: number;
  /** Roles that are paid and have no part in the flow of work. */
  readonly aside: readonly { readonly role: string; readonly heads: number }[];
}

/** The graph of an organisation; undefined in results that do not say between whom work goes. */
export function organisationGraph({ facts, metrics }: OrganisationResult): OrganisationGraph | undefined {
  const { handOffs } = facts;
  if (handOffs === undefined) return undefined;
  const routes = routesOf(handOffs);
  const linked = new Set(routes.flatMap(({ from, to }) => [from, to]));
  const figure = (id: string) => metrics[id]?.mean ?? undefined;
  const functions = facts.roles
    .filter(({ role }) => linked.has(role))
    .map(({ role, heads }) => ({
      role,
      heads,
      utilisation: figure(`utilisation.${role}`),
      queue: figure(`queue-length.${role}`),
      constraintShare: figure(`constraint-share.${role}`) ?? 0,
    }));
  const marketShare = figure('constraint-share.market') ?? 0;
  return { functions, routes, marketShare, aside: facts.roles.filter(({ role }) => !linked.has(role)) };
}

/** The function that is the constraint for the longest time, or `market`; undefined if nothing ever is. */
export function mostOftenConstraint({ functions, marketShare }: OrganisationGraph): string | undefined {
  const shares = [...functions, { role: 'market', constraintShare: marketShare }];
  const longest = shares.reduce((most, group) =>
    group.constraintShare > most.constraintShare ? group : most,
  );
  return longest.constraintShare === 0 ? undefined : longest.role;
}

/** How often a sale goes from one role to another, from the first call until it is made. */
export function handsChanged({ facts }: OrganisationResult): number {
  const ways = facts.handOffs ?? [];
  return ways.filter(({ from, to, isSale }) => isSale && from !== CUSTOMERS && to !== CUSTOMERS).length;
}

function routesOf(handOffs: readonly HandOff[]): Route[] {
  const seen: string[] = [];
  const routes = new Map<string, { route: Omit<Route, 'what'>; what: string[] }>();
  for (const { from, to: receiver, what, isSale } of handOffs) {
    const to = receiver === CUSTOMERS ? DELIVERED : receiver;
    for (const place of isSale ? [from, to] : []) if (!seen.includes(place)) seen.push(place);
    const key = `${from} ${to} ${isSale}`;
    const route = routes.get(key) ?? {
      route: { from, to, isSale, isBack: isSale && seen.indexOf(to) < seen.indexOf(from) },
      what: [],
    };
    route.what.push(what);
    routes.set(key, route);
  }
  return [...routes.values()].map(({ route, what }) => ({ ...route, what }));
}
