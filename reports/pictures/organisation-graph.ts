import type { HandOff } from '../../sim/scenario/arithmetic/hand-offs.ts';
import type { OrganisationResult } from '../../sim/experiment/result.ts';
import { WORKS } from '../words/role-words.ts';
import { constraintFindings } from '../verdict/constraint-findings.ts';

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
  /** Functions on the way of a sale in the order in which it comes to them, the works last. */
  readonly order: readonly string[];
  /** Functions, or `market`, that are the constraint most often: several if their intervals do not tell them apart. */
  readonly constraints: readonly string[];
  /** Roles that are paid and have no part in the flow of work. */
  readonly aside: readonly { readonly role: string; readonly heads: number }[];
}

/** The graph of an organisation; undefined in results that do not say between whom work goes. */
export function organisationGraph(organisation: OrganisationResult): OrganisationGraph | undefined {
  const { facts, metrics } = organisation;
  const { handOffs } = facts;
  if (handOffs === undefined) return undefined;
  const order = orderOf(handOffs);
  const routes = routesOf(handOffs, order);
  const linked = new Set(routes.flatMap(({ from, to }) => [from, to]));
  const figure = (id: string) => metrics[id]?.mean ?? undefined;
  const functions = facts.roles
    .filter(({ role }) => linked.has(role))
    .map(({ role, heads }) => ({
      role,
      heads,
      utilisation: figure(`utilisation.${role}`),
      queue: figure(`queue-length.${role}`),
    }));
  const constraints = constraintFindings(organisation)
    .longest.filter(({ mean }) => mean > 0)
    .map(({ group }) => group);
  return {
    functions,
    routes,
    order,
    constraints,
    aside: facts.roles.filter(({ role }) => !linked.has(role)),
  };
}

/** In this order: whoever sells in the field and elsewhere is known by the longer way. */
const WAYS: readonly HandOff['way'][] = ['field', 'phone', 'partners', undefined];

/**
 * How often a sale goes from one role to another, from the first call until it is made: in the field, if anything is
 * sold there.
 */
export function handsChanged({ facts }: OrganisationResult): number {
  const ways = (facts.handOffs ?? []).filter(({ isSale }) => isSale);
  const way = WAYS.find((known) => ways.some((handOff) => handOff.way === known));
  const own = ways.filter((handOff) => handOff.way === way);
  return own.filter(({ from, to }) => from !== CUSTOMERS && to !== CUSTOMERS).length;
}

/** Whoever sells first, in the field or elsewhere, then the works, which are at the end of every sale. */
function orderOf(handOffs: readonly HandOff[]): string[] {
  const places = handOffs.flatMap(({ from, to, isSale }) => (isSale ? [from, to] : []));
  const known = [...new Set(places)].filter((place) => place !== CUSTOMERS);
  const isWorks = (place: string) => WORKS.includes(place);
  return [...known.filter((place) => !isWorks(place)), ...known.filter(isWorks)];
}

function routesOf(handOffs: readonly HandOff[], order: readonly string[]): Route[] {
  const routes = new Map<string, { route: Omit<Route, 'what'>; what: string[] }>();
  for (const { from, to: receiver, what, isSale } of handOffs) {
    const to = receiver === CUSTOMERS ? DELIVERED : receiver;
    const isBack = order.includes(to) && order.indexOf(to) < order.indexOf(from);
    const key = `${from} ${to} ${isSale}`;
    const route = routes.get(key) ?? { route: { from, to, isSale, isBack: isSale && isBack }, what: [] };
    if (!route.what.includes(what)) route.what.push(what);
    routes.set(key, route);
  }
  return [...routes.values()].map(({ route, what }) => ({ ...route, what }));
}
