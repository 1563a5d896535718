import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, formOf } from '../../sim/scenario/form.ts';
import { shippedScenarios } from '../../sim/scenario/package-scenarios.ts';
import { formatProblems, type Problem } from '../../sim/scenario/problems.ts';
import { metaOf } from '../../sim/scenario/schema/fields.ts';
import { scenarioSchema } from '../../sim/scenario/schema/scenario.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { problemsOf, problemsOfWritten, textOfWritten } from './written-files.ts';

/** Twenty-four mistakes. What is right in it is there so that combinations of values can be judged. */
const FULL_OF_MISTAKES = `extends: tradtional
nmae: bad firm
run:
  weeks: 20
  warmUp: 26
  seed: 1
  seed: 2
market:
  opportunities:
    inbound: { rate: 4, fallOff: 130 % }
    patience: { kind: lognormal, median: 45 mins ago, cv: 50 % }
    weeklyVariation: 15
    value: { kind: lognormal, mean: $60k }
  accounts:
    orders: -12 per year
    churn:
territory:
  layout: clusterd
workflow:
  reachClosing: 35 %
  win: 60 %
  shortestDeliberation: -3 days
  waitingGrace: 3 kg
  deliberation: { kind: exponentiel, mean: 3 weeks }
booking:
  frozen: $5
  daysOffered: 2.5
activities: 7
service:
  tolerance: { issue: [1 h] }
organisation:
  roles:
    salesperson: { heads: 0, hours: Mon-Fri 17:00-08:00 }
    sales-coordinator: { heads: 0 }
  assignments:
    confirm: sales-coordinator
    debrief: engineering
  interrupting: yes
  orderOfWork: [reactive, dated, folow-up, scheduling]
warmUp: 30
`;

const TOP = Object.keys((formOf(scenarioSchema) as { parts: object }).parts).join(', ');
const DURATION = 'a duration such as 45 min, 3 h, 10 days, 3 weeks, 2 months';
const UNITS = 'which is none of min, h, day, week, month, year';

/** `line:column path`, then what is said. */
const MISTAKES: readonly (readonly [
  place: string,
  wrong: string,
  found?: string | undefined,
  accepted?: string | undefined,
  didYouMean?: string,
])[] = [
  [
    '1:10 extends',
    'is not the name of a shipped scenario',
    '"tradtional"',
    `${shippedScenarios().join(', ')}, or a file that ends in .yaml`,
    'traditional',
  ],
  ['2:1 nmae', 'is not a known key', undefined, TOP, 'name'],
  ['7:3 run.seed', 'is written twice, first in line 6'],
  [
    '10:22 market.opportunities.inbound.rate',
    'needs a unit',
    '4',
    'a rate such as 4 per week, 2 per month, 12 per year',
  ],
  [
    '10:34 market.opportunities.inbound.fallOff',
    'is more than 90 %',
    '"130 %"',
    'a share such as 20 % or 0.2, at most 90 %',
  ],
  [
    '11:42 market.opportunities.patience.median',
    `has the unit "mins ago", ${UNITS}`,
    '"45 mins ago"',
    DURATION,
    '45 min',
  ],
  [
    '12:22 market.opportunities.weeklyVariation',
    'is more than 100 %',
    '15',
    'a share such as 20 % or 0.2, at most 100 %',
    '15 %',
  ],
  [
    '13:12 market.opportunities.value.cv',
    'is missing',
    undefined,
    'a share such as 20 % or 0.2, at most 1000 %',
  ],
  [
    '15:13 market.accounts.orders',
    'is negative',
    '"-12 per year"',
    'a rate such as 4 per week, 2 per month, 12 per year',
  ],
  ['16:5 market.accounts.churn', 'has no value', 'nothing', 'a share such as 20 % or 0.2'],
  ['18:11 territory.layout', 'is not known', '"clusterd"', 'one of uniform, clustered, cities', 'clustered'],
  [
    '21:8 workflow.win',
    'win (60 %) is more than reachClosing (35 %), which comes before it',
    '"60 %"',
    'shares that do not grow from stage to stage',
  ],
  ['22:25 workflow.shortestDeliberation', 'is negative', '"-3 days"', DURATION],
  ['23:17 workflow.waitingGrace', `has the unit "kg", ${UNITS}`, '"3 kg"', DURATION],
  [
    '24:25 workflow.deliberation.kind',
    'is not known',
    '"exponentiel"',
    'one of the kinds constant, uniform, triangular, exponential, erlang, gamma, lognormal, normal, weibull, beta, empirical, discrete, mixture',
    'exponential',
  ],
  ['26:11 booking.frozen', 'is an amount of money', '"$5"', DURATION],
  [
    '27:16 booking.daysOffered',
    'is not a whole number',
    '2.5',
    'a whole number such as 8, at least 1, at most 20',
  ],
  [
    '28:13 activities',
    'is not a map',
    '7',
    expect.stringMatching(/^a map with some of the keys prospecting, /),
  ],
  [
    '30:23 service.tolerance.issue',
    'is not working time',
    'a list',
    'working time such as 45 min, 3 h, 2 half-days, 1 working day, at least 1 min',
  ],
  ['33:27 organisation.roles.salesperson.heads', 'there is nobody in the role salesperson', '0', '1 or more'],
  [
    '33:37 organisation.roles.salesperson.hours',
    'has "17:00-08:00", which are no hours of a day',
    '"Mon-Fri 17:00-08:00"',
    'working hours such as Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00, or a list of such',
  ],
  [
    '36:14 organisation.assignments.confirm',
    'confirm is assigned to sales-coordinator, a role with nobody in it',
    '"sales-coordinator"',
    'a role with at least one head',
  ],
  [
    '37:14 organisation.assignments.debrief',
    'is not known',
    '"engineering"',
    'one of salesperson, sales-coordinator',
  ],
  ['38:17 organisation.interrupting', 'is neither true nor false', '"yes"', 'true or false', 'true'],
  [
    '39:34 organisation.orderOfWork.2',
    'is not known',
    '"folow-up"',
    'a list of reactive, dated, follow-up, scheduling, each once',
    'follow-up',
  ],
  ['40:1 warmUp', 'is not a known key', undefined, TOP, 'run.warmUp'],
];

describe('a scenario full of mistakes', () => {
  const problems = problemsOfWritten({ 'bad.yaml': FULL_OF_MISTAKES });

  it('has all of them reported in one go, each at its place', () => {
    const said = problems.map(({ file, line, column, path, wrong, found, accepted, didYouMean }) => {
      expect(file).toBe('bad.yaml');
      return [`${line!}:${column!} ${path}`, wrong, found, accepted, didYouMean];
    });
    const wanted = MISTAKES.map((mistake) => Array.from({ length: 5 }, (_, i) => mistake[i]));
    expect(said).toEqual(wanted);
  });

  it('is readable at 80 columns, one or two statements for each problem', () => {
    const text = formatProblems(problems);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text.split('\n').filter((line) => !line.startsWith('    '))).toHaveLength(problems.length);
    expect(text).toContain(`
bad.yaml:11:42  market.opportunities.patience.median: has the unit "mins ago",
    which is none of min, h, day, week, month, year; found "45 mins ago"
    accepted: a duration such as 45 min, 3 h, 10 days, 3 weeks, 2 months;
    did you mean 45 min?
bad.yaml:12:22  market.opportunities.weeklyVariation: is more than 100 %;
    found 15
    accepted: a share such as 20 % or 0.2, at most 100 %; did you mean 15 %?
`);
  });
});

describe('the text of problems', () => {
  it('names a whole file and an override without line and column', () => {
    const text = formatProblems([
      { file: 'firm.yml', path: '', wrong: 'there is no such file' },
      { file: '--set run.weeks=x', path: 'run.weeks', wrong: 'is wrong', found: '"x"' },
    ]);
    expect(text).toBe('firm.yml: there is no such file\n--set run.weeks=x  run.weeks: is wrong; found "x"');
  });

  it('cannot steer the terminal, and shows long values shortened', () => {
    const text = textOfWritten({
      'firm.yaml': `extends: traditional\nrun: { weeks: "\\e[31m\\u0007${'long '.repeat(50)}" }`,
    });
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(text).toContain('found "?[31m?long long');
    expect(text).toContain('long l..."');
  });

  it('is sorted by file, then by line and column', () => {
    const files = {
      'b.yaml': 'extends: a.yaml\nrun: { weeks: x, seed: y }\nname: [3]',
      'a.yaml': 'extends: traditional\nmoney: { burden: x }',
    };
    const places = problemsOfWritten(files, 'run.warmUp=x').map(({ file, line, path }) => [file, line, path]);
    expect(places).toEqual([
      ['--set run.warmUp=x', undefined, 'run.warmUp'],
      ['a.yaml', 2, 'money.burden'],
      ['b.yaml', 2, 'run.weeks'],
      ['b.yaml', 2, 'run.seed'],
      ['b.yaml', 3, 'name'],
    ]);
  });
});

describe('whatever is written for a field', () => {
  const fields = fieldsOf(scenarioSchema);
  const junk = fc.oneof(
    fc.constantFrom(
      '',
      '~',
      '{}',
      '[]',
      '[[]]',
      '{ kind: gamma }',
      '{ kind: 3 }',
      '{ kind: mixture, parts: [{}], weights: [1] }',
    ),
    fc.constantFrom(
      '{ kind: lognormal, mean: -1, cv: x, extra: 1 }',
      '{ kind: discrete, values: [], weights: {} }',
      '{ kind: gamma, mean: 3 h, shpe: 2 }',
      '{ kind: gamma, mean: 3, shpe: 2 }',
    ),
    fc.constantFrom(
      'true',
      '-1',
      '1e999',
      '.nan',
      '0x10',
      '5 parsecs',
      '-3 weeks',
      '$5',
      '2024-01-01',
      '08:00',
    ),
    fc.constantFrom(
      'Mon 25:00-26:00',
      '[Mon 08:00-09:00, 5]',
      '[1, 2, x]',
      'constructor',
      '__proto__',
      '{ __proto__: 1 }',
    ),
    fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
    fc.integer().map(String),
  );
  /** Words of zod or of JavaScript, which mean nothing to a planner. */
  const FOREIGN =
    /invalid|expected|received|unrecogni|required|too (big|small)|undefined|\[object|zod|must be/i;

  it('is read, or answered with what is wrong and what is accepted, in words, where it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), junk, ({ path, schema }, text) => {
        const lines = path.map((key, depth) => `${'  '.repeat(depth)}${key}:`);
        const file = `extends: traditional\n${lines.join('\n')} ${text}\n`;
        let problems: readonly Problem[];
        try {
          problems = problemsOfWritten({ 'firm.yaml': file });
        } catch (error) {
          expect((error as Error).message).toBe('nothing is wrong');
          return;
        }
        for (const problem of problems) {
          const { line, column, wrong, accepted, didYouMean } = problem;
          const said = [wrong, accepted, didYouMean].join(' ').replaceAll(/"[^"]*"/g, '');
          expect(said).not.toMatch(FOREIGN);
          expect(wrong).not.toBe('');
          expect([line, column]).not.toContain(undefined);
          expect(line).toBeLessThanOrEqual(1 + lines.length);
          expect(problem.path.startsWith(path.join('.')) || path.join('.').startsWith(problem.path)).toBe(
            true,
          );
        }
        expect(problems.length).toBeGreaterThan(0);
        expect(metaOf(schema)).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  it('is looked at as a whole where one parameter of a distribution is not known', () => {
    const override = 'activities.issue.time={ kind: gamma, mean: 3 h, shpe: 2 }';
    const problems = problemsOf(() => loadScenario({ reference: 'traditional', overrides: [override] }));
    const needs = 'needs mean and cv, or shape and scale, and only these';
    expect(problems).toMatchObject([
      { path: 'activities.issue.time.shpe', wrong: 'is not a known key', didYouMean: 'shape' },
      { path: 'activities.issue.time', wrong: needs, found: 'a map' },
    ]);
  });

  it('and a wrong word for any choice are told apart from the right ones', () => {
    for (const { path, schema } of fields.filter((field) => metaOf(field.schema)?.kind === 'choice')) {
      const name = path.join('.');
      const right = metaOf(schema)!.words![0]!;
      const [problem] = problemsOf(() =>
        loadScenario({ reference: 'traditional', overrides: [`${name}=${right}x`] }),
      );
      expect(problem).toMatchObject({
        path: name,
        wrong: 'is not known',
        found: `"${right}x"`,
        didYouMean: right,
      });
    }
  });
});
