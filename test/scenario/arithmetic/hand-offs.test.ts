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
      'salesperson > engineering: projects to make',
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
      'salesperson > project-leader: projects won',
      'project-leader > engineering: projects to make',
      'engineering > production: designs',
      'production > customers: goods',
    ]);
  });

  it('changes hands less often where one role takes two steps in a row', () => {
    const way = sale('standard', 'organisation.assignments.proposal=project-leader');
    expect(way).toContain('project-leader > salesperson: proposals');
    expect(way).toHaveLength(sale('standard').length - 1);
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
