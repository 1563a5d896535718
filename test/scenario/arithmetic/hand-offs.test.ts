import { describe, expect, it } from 'vitest';
import { handOffs } from '../../../sim/scenario/arithmetic/hand-offs.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';

function sale(reference: string, ...overrides: string[]): string[] {
  return ways(reference, overrides, true);
}

function ways(reference: string, overrides: readonly string[], isSale: boolean): string[] {
  const { scenario } = loadScenario({ reference, overrides });
  return handOffs(scenario)
    .filter((handOff) => handOff.isSale === isSale)
    .map(({ from, to, what }) => `${from} > ${to}: ${what}`);
}

describe('the way of a sale', () => {
  it('stays with whoever owns the account until the project is sold', () => {
    expect(sale('traditional')).toEqual([
      'customers > salesperson: opportunities',
      'salesperson > engineering: projects won',
      'engineering > production: designs',
      'production > customers: goods',
    ]);
  });

  it('goes through the hands of specialists where labour is divided', () => {
    expect(sale('standard')).toEqual([
      'customers > sales-coordinator: opportunities',
      'sales-coordinator > salesperson: meetings booked',
      'salesperson > project-leader: requirements',
      'project-leader > sales-coordinator: solutions',
      'sales-coordinator > salesperson: proposals',
      'salesperson > engineering: projects won',
      'engineering > production: designs',
      'production > customers: goods',
    ]);
  });

  it('changes hands less often where one role takes two steps in a row', () => {
    const way = sale('standard', 'organisation.assignments.proposal=project-leader');
    expect(way).toContain('project-leader > salesperson: proposals');
    expect(way).toHaveLength(sale('standard').length - 1);
  });

  it('leads to whoever begins projects, where a form asks for it', () => {
    const way = sale('standard', 'organisation.assignments.project-initiation=project-leader');
    expect(way).toContain('salesperson > project-leader: projects won');
    expect(way).toContain('project-leader > engineering: projects begun');
  });

  it('goes through the works as projects do, and past centres without work', () => {
    const route = 'production.products.project.route=[engineering, making, finishing]';
    const way = sale(
      'traditional',
      route,
      'production.products.project.finishing=10 h',
      'organisation.roles.finishing.heads=3',
    );
    expect(way.slice(-2)).toEqual(['production > finishing: goods', 'finishing > customers: finished goods']);
    const noDesign = sale('traditional', 'production.products.project.engineering=0 h');
    expect(noDesign).toContain('salesperson > production: projects won');
  });

  it('is another one on the phone, with the works of both at its end', () => {
    const way = sale('inside');
    expect(way).toContain('customers > sales-coordinator: opportunities');
    expect(way).toContain('customers > inside-sales: small opportunities');
    expect(way).toContain('inside-sales > project-leader: requirements');
    expect(way).toContain('project-leader > inside-sales: sketches');
    expect(way).toContain('inside-sales > engineering: projects won');
    // What inside sales find they sell themselves if it is small.
    expect(way).toContain('inside-sales > sales-coordinator: needs found');
    expect(
      way.filter((handOff) => handOff === 'promotions-coordinator > inside-sales: answers to campaigns'),
    ).toHaveLength(1);
  });

  it('is only supported where partners sell', () => {
    expect(sale('channel')).toEqual([
      "customers > salesperson: partners' opportunities",
      'salesperson > customers: support',
      'customers > engineering: projects that partners won',
      'engineering > production: designs',
      'production > customers: goods',
    ]);
    const { scenario } = loadScenario({
      reference: 'channel',
      overrides: ['organisation.partners.share=50 %'],
    });
    expect(new Set(handOffs(scenario).map(({ way }) => way))).toEqual(
      new Set(['field', 'partners', undefined]),
    );
  });

  it('begins with those who look for opportunities, where somebody does', () => {
    expect(sale('standard', 'organisation.assignments.campaign=promotions-coordinator')).toContain(
      'promotions-coordinator > sales-coordinator: answers to campaigns',
    );
  });
});

describe('what accounts bring', () => {
  it('stays with the salesperson whom a client phones, if he keeps cases', () => {
    const cases = ways('traditional', [], false);
    expect(cases).toContain('customers > salesperson: cases of their accounts');
    expect(cases.join()).not.toContain('passed on');
  });

  it('is passed on to customer service, if he forwards them', () => {
    const cases = ways('standard', [], false);
    expect(cases).toContain('customers > salesperson: cases phoned to them');
    expect(cases).toContain('salesperson > customer-service: cases passed on');
    expect(cases).toContain('customer-service > production: repeat orders');
  });
});
