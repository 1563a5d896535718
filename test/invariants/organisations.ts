const HELD_BACK = [
  'organisation.throttle.drum=customer-service',
  'organisation.throttle.buffer=30 min',
  'organisation.throttle.rope=all-meetings',
  'organisation.booking.workFirst=open-first',
];

/** Organisations that between them use every policy of the model: name, shipped scenario, overrides. */
export const ORGANISATIONS: readonly (readonly [
  name: string,
  reference: string,
  overrides: readonly string[],
])[] = [
  ['traditional', 'traditional', []],
  ['standard', 'standard', []],
  [
    'traditional, clustering',
    'traditional',
    ['organisation.booking.day=cluster', 'territory.layout=clustered'],
  ],
  [
    'traditional, scheduling first',
    'traditional',
    ['organisation.orderOfWork=[scheduling, reactive, dated, follow-up]'],
  ],
  ['traditional, nothing interrupts', 'traditional', ['organisation.interrupting=false']],
  ['traditional, twice the inflow', 'traditional', ['market.opportunities.inflow=2']],
  ['standard, pooled leaders', 'standard', ['organisation.projectLeaders.allocation=pooled']],
  ['standard, one coordinator', 'standard', ['organisation.roles.sales-coordinator.heads=1']],
  ['standard, two leaders', 'standard', ['organisation.roles.project-leader.heads=2']],
  ['standard, most valuable first', 'standard', ['organisation.booking.phoneNext=most-valuable']],
  ['standard, at most two a day', 'standard', ['organisation.booking.dailyMaximum=2']],
  ['standard, five times the inflow', 'standard', ['market.opportunities.inflow=5']],
  ['standard, five representatives', 'standard', ['organisation.roles.customer-service.heads=5']],
  [
    'standard, every lever of customer service, and finishing',
    'standard',
    [
      'organisation.roles.customer-service.heads=6',
      'organisation.customerService={discipline: oldest-slack, overtime: 1 h, procedures: 0.9, sites: 3, ' +
        'meeting: {perDay: 2}}',
      'organisation.roles.finishing.heads=2',
      'production.products.project.finishing=20 h',
      'production.products.engineered.route=[making, engineering, finishing]',
    ],
  ],
  [
    'traditional, complex briefs',
    'traditional',
    [
      'market.opportunities.complexity={kind: beta, min: 0, max: 1, mean: 50 %, cv: 50 %}',
      'briefs.allegiance=60 %',
      'organisation.assignments.scope-review=engineering',
      'organisation.assignments.delivery-review=salesperson',
      'market.opportunities.costFactor={kind: lognormal, mean: 1, cv: 30 %}',
      'organisation.pay={commission: 40 %, onMargin: 60 %, onLongTerm: 10 %}',
      'incentives.optimism=80 %',
      'incentives.effort=20 %',
      'service.reputation.slope=2',
      'service.feedback.projects.weight=30 %',
    ],
  ],
  [
    'standard, briefs by the form and every gate',
    'standard',
    [
      'market.opportunities.complexity={kind: beta, min: 0, max: 1, mean: 50 %, cv: 50 %}',
      'briefs.allegiance=60 %',
      'briefs.estimate.productionPerson={kind: lognormal, mean: 1.1, cv: 20 %}',
      'organisation.briefs.takenBy=by-form',
      'organisation.briefs.formDetail=30 min',
      'organisation.briefs.preSalesLeaders=2',
      'organisation.briefs.rotation=8 weeks',
      'organisation.assignments.site-visit=engineering',
      'organisation.assignments.liaison=project-leader',
      'organisation.assignments.scope-review=project-leader',
      'organisation.assignments.project-initiation=project-leader',
      'organisation.assignments.delivery-review=salesperson',
    ],
  ],
  ['special projects, held back by customer service', 'special-projects', HELD_BACK],
  [
    'inside, half left to partners',
    'inside',
    ['organisation.partners.share=50 %', 'organisation.assignments.partner-support=sales-coordinator'],
  ],
  [
    'standard, four cities with trips',
    'standard',
    [
      'territory.layout=cities',
      'territory.width=1200 mi',
      'territory.height=900 mi',
      'territory.cities=[{name: A, x: 100 mi, y: 100 mi, weight: 3}, {name: B, x: 1100 mi, y: 150 mi}, ' +
        '{name: C, x: 150 mi, y: 800 mi}, {name: D, x: 1000 mi, y: 850 mi, radius: 20 mi}]',
    ],
  ],
  [
    'traditional, four cities, one visit a trip',
    'traditional',
    [
      'organisation.roles.salesperson.heads=2',
      'territory.layout=cities',
      'territory.width=1200 mi',
      'territory.height=900 mi',
      'territory.cities=[{name: A, x: 100 mi, y: 100 mi, weight: 3}, {name: B, x: 1100 mi, y: 150 mi}, ' +
        '{name: C, x: 150 mi, y: 800 mi}, {name: D, x: 1000 mi, y: 850 mi, radius: 20 mi}]',
    ],
  ],
  ['standard, real cities', 'regional-standard', ['organisation.booking.tripFill=2']],
];
