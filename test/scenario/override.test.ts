import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../sim/scenario/load.ts';
import { problemsOf } from './written-files.ts';

function loadWith(...overrides: readonly string[]) {
  return loadScenario({ reference: 'traditional', overrides }).scenario;
}

function problemsWith(...overrides: readonly string[]) {
  return problemsOf(() => loadWith(...overrides));
}

describe('an override', () => {
  it('sets a value as a file would', () => {
    expect(loadWith('run.weeks=52').run.weeks).toBe(52);
    expect(loadWith(' booking.acceptance = 30 % ').booking.acceptance).toBe(0.3);
    expect(loadWith('organisation.interrupting=false').organisation.interrupting).toBe(false);
    expect(loadWith('name=ten "best" = people').name).toBe('ten "best" = people');
    expect(loadWith('description="a: b"').description).toBe('a: b');
  });

  it('takes lists and maps, and merges maps', () => {
    const { run, organisation } = loadWith(
      'run={ weeks: 60, warmUp: 10 }',
      'organisation.orderOfWork=[dated, reactive, scheduling, follow-up]',
      'organisation.roles.salesperson={ salary: $90k }',
    );
    expect(run).toEqual({ weeks: 60, warmUp: 10, replications: 100, seed: 1 });
    expect(organisation.orderOfWork).toEqual(['dated', 'reactive', 'scheduling', 'follow-up']);
    expect(organisation.roles.salesperson).toMatchObject({ heads: 10, salary: 90_000 });
  });

  it('replaces a distribution as a whole, or one parameter of it', () => {
    expect(loadWith('activities.issue.time=9 min').activities.issue.time).toEqual({
      kind: 'constant',
      value: 9,
    });
    // Written in the shipped scenario, and not written, where the default holds.
    expect(loadWith('activities.issue.time.mean=9 min').activities.issue.time).toEqual({
      kind: 'lognormal',
      mean: 9,
      cv: 0.6,
    });
    expect(loadWith('activities.closing.time.cv=10 %').activities.closing.time).toEqual({
      kind: 'lognormal',
      mean: 60,
      cv: 0.1,
    });
    expect(
      loadWith('market.opportunities.stakeholders.weights.0=4').market.opportunities.stakeholders,
    ).toEqual({
      kind: 'discrete',
      values: [2, 3, 4, 5, 6],
      weights: [4, 3, 3, 2, 1],
    });
  });

  it('reaches into a list', () => {
    expect(loadWith('market.profile.weekdays.4=0.5').market.profile.weekdays).toEqual([
      1, 1, 1, 1, 0.5, 0, 0,
    ]);
    const cities = '[{ name: A, x: 1 mi, y: 2 mi }, { name: B, x: 1 mi, y: 4 mi }]';
    const { territory } = loadWith(`territory.cities=${cities}`, 'territory.cities.1.x=7 mi');
    expect(territory.cities.map(({ x }) => x)).toEqual([1, 7]);
  });

  it('counts after those before it', () => {
    expect(loadWith('run.weeks=52', 'run.weeks=60').run.weeks).toBe(60);
  });

  it('is held to the same rules as a file', () => {
    expect(problemsWith('run.weeks=soon', 'booking.frozen=4 weeks')).toEqual([
      {
        file: '--set booking.frozen=4 weeks',
        line: undefined,
        column: undefined,
        path: 'booking.frozen',
        wrong: 'no day can be booked: frozen for 4 weeks, and no further ahead than 3 weeks',
        found: '"4 weeks"',
        accepted: 'frozen shorter than horizon',
      },
      expect.objectContaining({
        file: '--set run.weeks=soon',
        path: 'run.weeks',
        wrong: 'is not a whole number',
      }),
    ]);
  });

  it.each<[override: string, accepted: unknown, didYouMean: string | undefined]>([
    ['run.week=5', 'in run: weeks, warmUp, replications, seed', 'run.weeks'],
    ['run.weeks.x=5', 'a whole number such as 8, at least 1, at most 10000', undefined],
    [
      'salesperson.heads=5',
      expect.stringMatching(/^at the top: name, /),
      'organisation.roles.salesperson.heads',
    ],
    ['warmUp=5', expect.stringMatching(/^at the top: name, /), 'run.warmUp'],
    ['heads=5', expect.anything(), undefined],
    ['organisation.roles.sales_person.heads=5', expect.anything(), 'organisation.roles.salesperson.heads'],
    ['extends=standard', expect.anything(), undefined],
    ['=5', expect.anything(), undefined],
  ])('to an unknown path is answered with the nearest one: %s', (override, accepted, didYouMean) => {
    const [problem] = problemsWith(override);
    expect(problem).toMatchObject({ file: `--set ${override}`, path: override.split('=')[0] });
    expect(problem?.accepted).toEqual(accepted);
    expect(problem?.didYouMean).toBe(didYouMean);
  });

  it.each<[override: string, path: string, wrong: unknown]>([
    ['run.weeks', '', 'has no "="'],
    ['run.weeks=', 'run.weeks', 'has no value'],
    ['run.weeks=[1', 'run.weeks', expect.stringMatching(/^is not plain YAML: /)],
    ['run={ weeks: 5, weeks: 6 }', 'run', 'is written twice'],
    [
      'activities.confirm.time.mean=5 min',
      'activities.confirm.time.mean',
      expect.stringContaining('no such part'),
    ],
    ['market.profile.weekdays.7=1', 'market.profile.weekdays.7', expect.stringContaining('no such part')],
    ['activities.issue.time.men=5 min', 'activities.issue.time.men', 'is not a known key'],
    ['organisation=5', 'organisation', 'is not a map'],
  ])('that cannot be read is refused: %s', (override, path, wrong) => {
    const problems = problemsWith(override);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: `--set ${override}`, path });
    expect(problems[0]?.wrong).toEqual(wrong);
  });
});
