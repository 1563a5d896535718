import { briefChecks } from './checks-of-briefs.ts';
import { demandChecks } from './checks-of-demand.ts';
import { hoursChecks } from './checks-of-hours.ts';
import { peopleChecks } from './checks-of-people.ts';
import { serviceChecks } from './checks-of-service.ts';
import { transitionChecks } from './checks-of-transition.ts';
import type { Check, Finding } from './finding.ts';
import { ROLES, type Role } from './schema/ids.ts';
import { formatQuantity } from './units.ts';

/** Roles without whom nothing can be sold or made, whatever is assigned to whom. */
const NEEDED: readonly Role[] = ['salesperson', 'engineering', 'production'];

function headsOf(role: Role): string {
  return `organisation.roles.${role}.heads`;
}

const neededRoles: Check = ({ organisation }) =>
  NEEDED.filter((role) => organisation.roles[role].heads === 0).map((role) => ({
    paths: [headsOf(role)],
    wrong: `there is nobody in the role ${role}`,
    accepted: '1 or more',
  }));

/** Whoever assigned last is told of each activity; whoever emptied the role after that, of all of them together. */
const assignedRoles: Check = ({ organisation }, layerOf) =>
  ROLES.filter((role) => organisation.roles[role].heads === 0 && !NEEDED.includes(role)).flatMap((role) => {
    const heads = headsOf(role);
    const assigned = Object.entries(organisation.assignments)
      .filter(([, taker]) => taker === role)
      .map(([activity]) => ({ activity, path: `organisation.assignments.${activity}` }));
    const isChosen = (path: string) => layerOf(path) < Infinity && layerOf(path) <= layerOf(heads);
    const [chosen, others] = [true, false].map((is) => assigned.filter(({ path }) => isChosen(path) === is));
    const findings: Finding[] = chosen!.map(({ activity, path }) => ({
      paths: [path, heads],
      wrong: `${activity} is assigned to ${role}, a role with nobody in it`,
      accepted: 'a role with at least one head',
    }));
    if (others!.length === 0) return findings;
    const activities = others!.map(({ activity }) => activity).join(', ');
    const wrong = `there is nobody in the role ${role}, to whom is assigned: ${activities}`;
    return [
      ...findings,
      { paths: [heads, ...others!.map(({ path }) => path)], wrong, accepted: '1 or more' },
    ];
  });

const warmUpEnds: Check = ({ run }) =>
  run.warmUp < run.weeks
    ? []
    : [
        {
          paths: ['run.warmUp', 'run.weeks'],
          wrong: `a warm-up of ${run.warmUp} weeks leaves nothing of ${run.weeks} weeks`,
          accepted: 'a warm-up shorter than run.weeks',
        },
      ];

const funnelNarrows: Check = ({ workflow }) => {
  const stages = ['reachDiscovery', 'reachPresentation', 'reachClosing', 'win'] as const;
  return stages.slice(1).flatMap((stage, i) => {
    const before = stages[i]!;
    if (workflow[stage] <= workflow[before]) return [];
    const [share, shareBefore] = [workflow[stage], workflow[before]].map((value) =>
      formatQuantity(value, 'share'),
    );
    return [
      {
        paths: [`workflow.${stage}`, `workflow.${before}`],
        wrong: `${stage} (${share!}) is more than ${before} (${shareBefore!}), which comes before it`,
        accepted: 'shares that do not grow from stage to stage',
      },
    ];
  });
};

const productSharesAddUp: Check = ({ production: { products } }) => {
  const kinds = ['stock', 'to-order', 'engineered'] as const;
  const sum = kinds.reduce((total, kind) => total + products[kind].share, 0);
  if (Math.abs(sum - 1) < 1e-9) return [];
  return [
    {
      paths: kinds.map((kind) => `production.products.${kind}.share`),
      wrong: `the shares of stock, to-order and engineered add up to ${formatQuantity(sum, 'share')}`,
      accepted: 'shares that add up to 100 %',
    },
  ];
};

const projectsAreSold: Check = ({ production: { products } }) =>
  products.project.share === 0
    ? []
    : [
        {
          paths: ['production.products.project.share'],
          wrong: 'projects come from opportunities that are won, not from repeat orders',
          accepted: '0 %',
        },
      ];

const bookingWindowOpens: Check = ({ booking }) => {
  if (booking.frozen < booking.horizon) return [];
  const [frozen, horizon] = [booking.frozen, booking.horizon].map((time) => formatQuantity(time, 'duration'));
  return [
    {
      paths: ['booking.frozen', 'booking.horizon'],
      wrong: `no day can be booked: frozen for ${frozen!}, and no further ahead than ${horizon!}`,
      accepted: 'frozen shorter than horizon',
    },
  ];
};

const fallOffIsAShare: Check = ({ booking, market }) => {
  const { inbound, existing, referral } = market.opportunities;
  const shares = {
    'market.opportunities.inbound.fallOff': inbound.fallOff,
    'market.opportunities.existing.fallOff': existing.fallOff,
    'market.opportunities.referral.fallOff': referral.fallOff,
    'market.prospecting.fallOff': market.prospecting.fallOff,
    'market.promotions.fallOff': market.promotions.fallOff,
    'market.neglected.fallOff': market.neglected.fallOff,
    'booking.visitFallOff': booking.visitFallOff,
  };
  return Object.entries(shares)
    .filter(([, share]) => share * booking.unconfirmed > 1)
    .map(([path, share]) => ({
      paths: [path, 'booking.unconfirmed'],
      wrong:
        `${path} (${formatQuantity(share, 'share')}) times booking.unconfirmed (${booking.unconfirmed}) ` +
        `is ${formatQuantity(share * booking.unconfirmed, 'share')}`,
      accepted: 'a product of at most 100 %',
    }));
};

const citiesAreListed: Check = ({ territory: { layout, cities, citiesFrom } }) => {
  if (layout !== 'cities' || citiesFrom.data !== 'none') return [];
  const paths = ['territory.cities', 'territory.layout'];
  if (cities.length === 0) return [{ paths, wrong: 'there are no cities', accepted: 'at least one city' }];
  return cities.some(({ weight }) => weight > 0)
    ? []
    : [{ paths, wrong: 'no city has a weight above 0', accepted: 'at least one weight above 0' }];
};

const citiesLieInside: Check = ({ territory }) =>
  territory.cities.flatMap((city, i) =>
    (['x', 'y'] as const).flatMap((axis) => {
      const side = axis === 'x' ? 'width' : 'height';
      if (city[axis] <= territory[side]) return [];
      const [place, edge] = [city[axis], territory[side]].map((miles) => formatQuantity(miles, 'distance'));
      return [
        {
          paths: [`territory.cities.${i}.${axis}`, `territory.${side}`],
          wrong: `${city.name} (${place!}) lies outside the territory (${edge!})`,
          accepted: `at most territory.${side}`,
        },
      ];
    }),
  );

const citiesDiffer: Check = ({ territory: { cities } }) =>
  cities.flatMap((city, i) =>
    cities.findIndex(({ name }) => name === city.name) === i
      ? []
      : [
          {
            paths: [`territory.cities.${i}.name`],
            wrong: `there is another city named ${city.name}`,
            accepted: 'each name once',
          },
        ],
  );

const clustersFit: Check = ({ territory }) => {
  const { layout, clusters, width, height } = territory;
  if (layout !== 'clustered' || 2 * clusters.radius <= Math.min(width, height)) return [];
  return [
    {
      paths: ['territory.clusters.radius', 'territory.width', 'territory.height'],
      wrong: `a cluster of radius ${formatQuantity(clusters.radius, 'distance')} is larger than the territory`,
      accepted: 'at most half of width and height',
    },
  ];
};

const OF_ORGANISATION: readonly Check[] = [
  neededRoles,
  assignedRoles,
  warmUpEnds,
  funnelNarrows,
  productSharesAddUp,
  projectsAreSold,
  bookingWindowOpens,
  fallOffIsAShare,
  citiesAreListed,
  citiesLieInside,
  citiesDiffer,
  clustersFit,
  ...briefChecks,
  ...demandChecks,
  ...hoursChecks,
  ...serviceChecks,
  ...peopleChecks,
];

/** Everything that would make a simulation meaningless although each value alone is possible. */
export const CHECKS: readonly Check[] = [...OF_ORGANISATION, ...transitionChecks(OF_ORGANISATION)];
