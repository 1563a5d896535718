import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { Charter, type Organisation } from '../../../sim/model/charter.ts';
import { Confusion } from '../../../sim/model/transition/confusion.ts';
import { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { SILENT } from '../people/silent-observer.ts';

const { organisation } = loadScenario({ reference: 'traditional' }).scenario;
const DIVIDED: Organisation = {
  ...organisation,
  assignments: { ...organisation.assignments, 'schedule-call': 'sales-coordinator' },
};

function confusionWith(charter: Charter, rules: { calls: number; bookings: number }) {
  const errors: string[] = [];
  const confusion = new Confusion({
    simulation: new Simulation(),
    observer: { ...SILENT, onSchedulingError: (kind) => errors.push(kind) },
    rules,
    charter,
    draws: new KeyedDraws({ seed: 1, replication: 0, purpose: 'test' }),
  });
  return { confusion, errors };
}

describe('confusion', () => {
  it('reigns only while calls of some salespeople are made by another role than those of others', () => {
    const charter = new Charter(organisation);
    const { confusion, errors } = confusionWith(charter, { calls: 1, bookings: 1 });
    expect(confusion.isSecondCall(7, 0)).toBe(false);
    charter.amend(DIVIDED, { exceptions: [undefined, organisation], isMixed: true });
    expect(charter.of(0)).toBe(DIVIDED);
    expect(charter.of(1)).toBe(organisation);
    expect(confusion.isSecondCall(7, 0)).toBe(true);
    expect(confusion.isDayGivenTwice(7, 0)).toBe(true);
    charter.amend(DIVIDED);
    expect(charter.of(1)).toBe(DIVIDED);
    expect(confusion.isDayGivenTwice(7, 1)).toBe(false);
    expect(errors).toEqual(['second-call', 'day-given-twice']);
  });

  it('spoils the share of calls and days that it is said to, within four standard errors', () => {
    const charter = new Charter(organisation);
    charter.amend(DIVIDED, { exceptions: [organisation], isMixed: true });
    const { confusion } = confusionWith(charter, { calls: 0.15, bookings: 0.1 });
    const count = 20_000;
    const share = (happens: (customer: number) => boolean) =>
      Array.from({ length: count }, (_, customer) => happens(customer)).filter(Boolean).length / count;
    const error = (chance: number) => 4 * Math.sqrt((chance * (1 - chance)) / count);
    expect(Math.abs(share((customer) => confusion.isSecondCall(customer, 3)) - 0.15)).toBeLessThan(
      error(0.15),
    );
    expect(Math.abs(share((customer) => confusion.isDayGivenTwice(customer, 3)) - 0.1)).toBeLessThan(
      error(0.1),
    );
  });
});
