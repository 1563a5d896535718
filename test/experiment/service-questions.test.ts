import { describe, expect, it } from 'vitest';
import { assessService } from '../../sim/experiment/service-questions.ts';
import { loadScenario } from '../../sim/scenario/load.ts';

const PREPARED = [
  'organisation.customerService.procedures=0.8',
  'organisation.customerService.meeting.perDay=1',
];

/** Figures of a team that is on top of its work, some replaced: bounds of the 95 % interval. */
function answersOf(replaced: Readonly<Record<string, readonly [number, number]>> = {}, overrides = PREPARED) {
  const bounds: Readonly<Record<string, readonly [number, number]>> = {
    'service-within-tolerance': [0.94, 0.96],
    'service-within-tolerance.order': [0.95, 0.97],
    'service-within-tolerance.issue': [0.92, 0.94],
    'service-within-tolerance.quote': [0.95, 0.97],
    'overtime-hours-per-week': [0, 0],
    'utilisation.customer-service': [0.7, 0.72],
    ...replaced,
  };
  const metrics = Object.fromEntries(
    Object.entries(bounds).map(([id, ci95]) => [id, { mean: (ci95[0] + ci95[1]) / 2, ci95 }]),
  );
  const { scenario } = loadScenario({ reference: 'standard', overrides });
  const { isReady, answers } = assessService(metrics, scenario);
  return { isReady, answers: answers.map(({ answer }) => answer) };
}

describe('the questions to customer service', () => {
  it('are a string of yeses for a prepared team with capacity to spare', () => {
    expect(answersOf()).toEqual({
      isReady: 'yes',
      answers: ['yes', 'yes', 'chosen', 'assumed', 'chosen', 'yes', 'yes'],
    });
  });

  it('are answered with no where the whole interval is on the wrong side', () => {
    const { isReady, answers } = answersOf({
      'service-within-tolerance.issue': [0.7, 0.8],
      'overtime-hours-per-week': [0.5, 1],
      'utilisation.customer-service': [0.9, 0.95],
    });
    expect(isReady).toBe('no');
    expect([answers[0], answers[1], answers[6]]).toEqual(['no', 'no', 'no']);
  });

  it('stay open where the interval straddles the bound, or is too wide to quote a share', () => {
    const { isReady, answers } = answersOf({
      'service-within-tolerance.order': [0.88, 0.92],
      'service-within-tolerance': [0.85, 0.95],
    });
    expect(isReady).toBe('open');
    expect([answers[0], answers[5]]).toEqual(['open', 'open']);
  });

  it('do not call a team ready that has no workflows and no meetings, however well it does', () => {
    const { isReady, answers } = answersOf({}, []);
    expect(isReady).toBe('no');
    expect([answers[2], answers[4]]).toEqual(['not-chosen', 'not-chosen']);
  });
});
