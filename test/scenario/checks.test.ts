import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../sim/scenario/load.ts';
import { problemsOf } from './written-files.ts';

/** What is impossible in the divided organisation with overrides, as `path: what is wrong`. */
function impossibilities(...overrides: readonly string[]): string[] {
  return problemsOf(() => loadScenario({ reference: 'standard', overrides })).map(
    ({ path, wrong }) => `${path}: ${wrong}`,
  );
}

function isPossible(...overrides: readonly string[]): boolean {
  return loadScenario({ reference: 'standard', overrides }).sha256 !== '';
}

const CITY = '{ name: A, x: 20 mi, y: 30 mi }';

describe('an impossible combination', () => {
  it('is a firm without anybody who sells, engineers or makes', () => {
    for (const role of ['salesperson', 'engineering', 'production']) {
      const path = `organisation.roles.${role}.heads`;
      expect(impossibilities(`${path}=0`)).toEqual([`${path}: there is nobody in the role ${role}`]);
    }
  });

  it('is an activity assigned to a role with nobody in it', () => {
    expect(
      impossibilities(
        'organisation.assignments.proposal=project-leader',
        'organisation.roles.project-leader.heads=0',
      ),
    ).toEqual([
      'organisation.assignments.proposal: proposal is assigned to project-leader, a role with nobody in it',
      'organisation.roles.project-leader.heads: there is nobody in the role project-leader, to whom is assigned: ' +
        'take-brief, solution-design, project-leadership',
    ]);
    expect(impossibilities('organisation.roles.customer-service.heads=0')).toEqual([
      'organisation.roles.customer-service.heads: there is nobody in the role customer-service, to whom is assigned: ' +
        'order-entry, order-exception, issue, simple-quote, status-call, delivery-update, service-call',
    ]);
    const toSalesperson = [
      'order-entry',
      'order-exception',
      'issue',
      'simple-quote',
      'status-call',
      'service-call',
    ];
    expect(
      isPossible(
        'organisation.roles.customer-service.heads=0',
        'organisation.assignments.delivery-update=dropped',
        ...toSalesperson.map((activity) => `organisation.assignments.${activity}=salesperson`),
      ),
    ).toBe(true);
  });

  it('is a warm-up as long as the run', () => {
    expect(impossibilities('run.weeks=26')).toEqual([
      'run.weeks: a warm-up of 26 weeks leaves nothing of 26 weeks',
    ]);
    expect(isPossible('run.weeks=27')).toBe(true);
  });

  it('is a funnel that widens', () => {
    expect(impossibilities('workflow.reachClosing=41 %')).toEqual([
      'workflow.reachClosing: reachClosing (41 %) is more than reachPresentation (40 %), which comes before it',
    ]);
    expect(impossibilities('workflow.reachDiscovery=10 %')).toEqual([
      'workflow.reachDiscovery: reachPresentation (40 %) is more than reachDiscovery (10 %), which comes before it',
    ]);
    expect(
      isPossible('workflow.reachPresentation=45 %', 'workflow.reachClosing=45 %', 'workflow.win=45 %'),
    ).toBe(true);
  });

  it('is a mix of products that does not add up, or in which projects are ordered again', () => {
    expect(impossibilities('production.products.stock.share=40 %')).toEqual([
      'production.products.stock.share: the shares of stock, to-order and engineered add up to 90 %',
    ]);
    expect(
      isPossible(
        'production.products.stock.share=70 %',
        'production.products.to-order.share=20 %',
        'production.products.engineered.share=10 %',
      ),
    ).toBe(true);
    expect(impossibilities('production.products.project.share=1 %')).toEqual([
      'production.products.project.share: projects come from opportunities that are won, not from repeat orders',
    ]);
  });

  it('is a calendar in which no day can be booked', () => {
    expect(impossibilities('booking.frozen=3 weeks')).toEqual([
      'booking.frozen: no day can be booked: frozen for 3 weeks, and no further ahead than 3 weeks',
    ]);
    expect(isPossible('booking.frozen=20 days')).toBe(true);
  });

  it('is a share above 100 % that comes of a product', () => {
    expect(impossibilities('booking.unconfirmed=4')).toEqual([
      'booking.unconfirmed: market.prospecting.fallOff (30 %) times booking.unconfirmed (4) is 120 %',
    ]);
    expect(isPossible('booking.unconfirmed=3.3')).toBe(true);
  });

  it('is a territory of cities without cities, without weight, or with cities outside or named alike', () => {
    expect(impossibilities('territory.layout=cities')).toEqual(['territory.layout: there are no cities']);
    expect(
      impossibilities(
        'territory.layout=cities',
        'territory.cities=[{ name: A, x: 1 mi, y: 1 mi, weight: 0 }]',
      ),
    ).toEqual(['territory.cities: no city has a weight above 0']);
    expect(impossibilities('territory.cities=[{ name: A, x: 226 mi, y: 90 mi }]')).toEqual([
      'territory.cities.0.x: A (226 mi) lies outside the territory (225 mi)',
    ]);
    expect(impossibilities(`territory.cities=[${CITY}]`, 'territory.height=20 mi')).toEqual([
      'territory.cities.0.y: A (30 mi) lies outside the territory (20 mi)',
    ]);
    expect(impossibilities(`territory.cities=[${CITY}, ${CITY}]`)).toEqual([
      'territory.cities.1.name: there is another city named A',
    ]);
    expect(isPossible('territory.layout=cities', `territory.cities=[${CITY}]`)).toBe(true);
  });

  it('is a cluster larger than the territory, if there are clusters', () => {
    expect(impossibilities('territory.layout=clustered', 'territory.clusters.radius=46 mi')).toEqual([
      'territory.clusters.radius: a cluster of radius 46 mi is larger than the territory',
    ]);
    expect(isPossible('territory.layout=clustered', 'territory.clusters.radius=45 mi')).toBe(true);
    expect(isPossible('territory.clusters.radius=46 mi')).toBe(true);
  });

  it('is a meeting that does not fit into the hours of a salesperson', () => {
    const hours = 'organisation.roles.salesperson.hours';
    expect(impossibilities(`${hours}=[Mon-Fri 08:00-16:00, "Mon-Fri 8:00-8:50, 9:00-9:50"]`)).toEqual(
      ['conceptual-meeting', 'requirement-discovery', 'presentation', 'closing']
        .map((meeting) => `a ${meeting} of 1 h does not fit into hours without a break of more than 50 min`)
        // The visit lasts 50 minutes, and is booked on a grid of 15.
        .concat('a maintenance-visit of 1 h does not fit into hours without a break of more than 50 min')
        .map((wrong) => `${hours}: ${wrong}`)
        .concat(
          ['requirement-discovery', 'presentation'].map(
            (meeting) =>
              `${hours}: a ${meeting} of 1 h needs salesperson and project leader together, ` +
              'who both work for at most 50 min without a break',
          ),
        ),
    );
    expect(isPossible(`${hours}=Mon 08:00-08:30, 08:30-09:00`)).toBe(true);
    // 1.1 times 3 hours is 198.00000000000003 minutes, and fits two steps of 99.
    expect(
      isPossible(
        'activities.closing.time={ kind: gamma, shape: 1.1, scale: 3 h }',
        'booking.grid=99 min',
        `${hours}=Mon-Fri 08:00-11:18`,
      ),
    ).toBe(true);
    expect(impossibilities('activities.closing.time={ kind: exponential, mean: 8.51 h }')).toEqual([
      'activities.closing.time: a closing of 8.75 h does not fit into hours without a break of more than 8.5 h',
    ]);
  });

  it('is a salesperson who never works when a project leader does, if they have to meet customers together', () => {
    const evening = 'organisation.roles.project-leader.hours=Mon-Fri 16:00-24:00';
    expect(impossibilities(evening)).toEqual(
      ['requirement-discovery', 'presentation'].map(
        (meeting) =>
          `organisation.roles.project-leader.hours: a ${meeting} of 1 h needs salesperson and project leader together, ` +
          'who both work for at most 30 min without a break',
      ),
    );
    expect(
      isPossible(
        evening,
        'organisation.assignments.take-brief=salesperson',
        'organisation.assignments.solution-design=salesperson',
      ),
    ).toBe(true);
    // The second of four leaders works by day; of one leader there is no second.
    const rota = 'organisation.roles.project-leader.hours=[Mon-Fri 16:00-24:00, Mon-Fri 08:00-16:00]';
    expect(isPossible(rota)).toBe(true);
    expect(impossibilities(rota, 'organisation.roles.project-leader.heads=1')).toHaveLength(2);
  });

  it('is a trip longer than a working week, or than the days that can be booked', () => {
    const cities = ['territory.layout=cities', `territory.cities=[${CITY}]`];
    expect(
      impossibilities(...cities, 'organisation.roles.salesperson.hours=Mon 08:00-17:00; Wed 08:00-17:00'),
    ).toEqual([
      'organisation.roles.salesperson.hours: a trip of 2 days is longer than the days in a row that a salesperson works (1)',
    ]);
    expect(impossibilities(...cities, 'booking.horizon=3 days')).toEqual([
      'booking.horizon: a trip of 2 days does not fit between booking.frozen and booking.horizon',
    ]);
    expect(isPossible(...cities, 'booking.horizon=4 days')).toBe(true);
    expect(isPossible('booking.horizon=3 days')).toBe(true);
  });

  it('is not reported where a value in it is wrong or unknown itself', () => {
    expect(impossibilities('workflow.win=-1 %', 'run.weeks=soon')).toEqual([
      'run.weeks: is not a whole number',
      'workflow.win: is negative',
    ]);
    expect(impossibilities('organisation.roles.engineering={ heads: 0, haeds: 3 }')).toEqual([
      'organisation.roles.engineering.haeds: is not a known key',
    ]);
  });
});
