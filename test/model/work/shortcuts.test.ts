import { describe, expect, it } from 'vitest';
import { caseCare, closingOffer } from '../../../sim/model/policies/shortcuts.ts';
import { SalesSystem } from '../../../sim/model/sales-system.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { SMALL_FIRM } from '../../laws/small-firm.ts';
import { SILENT } from '../people/silent-observer.ts';

const SHORTCUTS = { discount: 0.1, discountGain: 0.15, haste: 0.2, comeBack: 0.15 };

describe('who is measured by the throughput of the whole', () => {
  it('takes no shortcut', () => {
    const whole = { sales: 'throughput', service: 'throughput' } as const;
    expect(closingOffer(whole, SHORTCUTS)).toEqual({ chance: 1, price: 1 });
    expect(caseCare(whole, SHORTCUTS)).toEqual({ time: 1, comesBack: 0 });
  });
});

describe('who is measured by a figure of his own', () => {
  it('gives a discount for an order, or saves time on a case that may come back', () => {
    const local = { sales: 'orders', service: 'cost-per-case' } as const;
    expect(closingOffer(local, SHORTCUTS)).toEqual({ chance: 1.15, price: 0.9 });
    expect(caseCare(local, SHORTCUTS)).toEqual({ time: 0.8, comesBack: 0.15 });
  });

  it('gets every case back once, if all come back', () => {
    // Everything that clients bring is theirs alone to decide: no calls about orders, no complaints, no feedback.
    const exogenous = [
      ...SMALL_FIRM,
      'organisation.roles.customer-service.heads=8',
      'market.opportunities.inflow=0',
      'service.throughSalesperson.share=0 %',
      'service.statusCallsPerOrder=0',
      'service.lateComplaints=0 %',
      'service.feedback.slope=0',
      'service.feedback.churnSlope=0',
      'shortcuts.haste=0 %',
      'shortcuts.comeBack=100 %',
    ];
    const openedWith = (target: string): number => {
      const { scenario } = loadScenario({
        reference: 'standard',
        overrides: [...exogenous, `organisation.targets.service=${target}`],
      });
      let opened = 0;
      const observer = { ...SILENT, onCaseOpened: () => (opened += 1) };
      new SalesSystem({ scenario, seed: 3, replication: 0, observer }).runThroughWeek(scenario.run.weeks - 1);
      return opened;
    };
    const [once, twice] = [openedWith('throughput'), openedWith('cost-per-case')];
    expect(once).toBeGreaterThan(100);
    expect(twice).toBeLessThanOrEqual(2 * once);
    // Those of the last day or two have not come back yet.
    expect(twice).toBeGreaterThan(1.9 * once);
  });
});
