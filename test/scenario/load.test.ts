import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../sim/scenario/origin.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { packageScenarios, shippedScenarios } from '../../sim/scenario/package-scenarios.ts';
import { loadWritten, problemsOf, problemsOfWritten, textOfWritten } from './written-files.ts';

/** The least that makes a firm. */
const FIRM = `
organisation:
  roles:
    salesperson: { heads: 3 }
    customer-service: { heads: 2 }
    engineering: { heads: 1 }
    production: { heads: 4 }
`;

describe('a reference', () => {
  it('is the name of a shipped scenario', () => {
    const { scenario, files } = loadScenario({ reference: 'traditional' });
    expect(scenario.name).toBe('traditional');
    expect(files.map(({ name }) => name)).toEqual([
      'salesworks/scenarios/traditional.yaml',
      'salesworks/scenarios/base/engineer-to-order.yaml',
    ]);
    expect(files[0]!.path).toBe(join(packageScenarios(), 'traditional.yaml'));
  });

  it('finds shipped scenarios from the source, from the compiled code and from a bundle', () => {
    const root = new URL('../../', import.meta.url);
    for (const place of ['sim/scenario/load.ts', 'dist/sim/scenario/load.js', 'dist/bin/salesworks.js']) {
      expect(packageScenarios(new URL(place, root).href)).toBe(packageScenarios());
    }
    expect(() => packageScenarios('file:///nowhere/at/all.js')).toThrow('no package salesworks');
    expect(shippedScenarios()).toEqual(expect.arrayContaining(['standard', 'traditional']));
  });

  it('that is no shipped scenario is answered with the nearest one', () => {
    expect(problemsOf(() => loadScenario({ reference: 'tradtional' }))).toEqual([
      {
        file: 'tradtional',
        path: '',
        wrong: 'is not the name of a shipped scenario',
        accepted: `${shippedScenarios().join(', ')}, or a file that ends in .yaml`,
        didYouMean: 'traditional',
      },
    ]);
  });

  it('to a file that is not there is answered with the file that is', () => {
    const text = textOfWritten({ 'a/frm.yaml': FIRM }, 'extends=x');
    expect(text).toContain('is not a known path');
    const [problem] = problemsOf(() => loadScenario({ reference: '/nowhere/firm.yaml' }));
    expect(problem).toMatchObject({ file: '/nowhere/firm.yaml', wrong: 'there is no such file' });
    expect(
      problemsOfWritten({ 'firm.yaml': 'extends: frm/base.yaml', 'frm/bse.yaml': FIRM })[0],
    ).toMatchObject({
      didYouMean: 'bse.yaml',
    });
  });

  it('to a folder is refused', () => {
    const [problem] = problemsOfWritten({ 'firm.yaml': 'extends: base.yaml', 'base.yaml/x': '' });
    expect(problem).toMatchObject({ line: 1, column: 10, path: 'extends', wrong: 'is a folder, not a file' });
  });
});

describe('a scenario', () => {
  it('has the default of everything that is not written', () => {
    const { scenario, origins } = loadWritten({ 'firm.yaml': FIRM });
    expect(scenario.run).toEqual({ weeks: 104, warmUp: 26, replications: 100, seed: 1 });
    expect(formatOrigin(origins.get('run.weeks')!)).toBe('default');
  });

  it('extends another one key by key, lists and values replaced', () => {
    const { scenario } = loadWritten({
      'firm.yaml': `
extends: base.yaml
territory: { cities: [{ name: C, x: 3 mi, y: 3 mi }] }
organisation: { roles: { salesperson: { salary: $90k } } }
`,
      'base.yaml': `${FIRM}
territory:
  layout: cities
  cities: [{ name: A, x: 1 mi, y: 1 mi }, { name: B, x: 2 mi, y: 2 mi }]
`,
    });
    expect(scenario.territory.layout).toBe('cities');
    expect(scenario.territory.cities.map(({ name }) => name)).toEqual(['C']);
    expect(scenario.organisation.roles.salesperson).toMatchObject({ heads: 3, salary: 90_000 });
  });

  it('replaces a distribution as a whole', () => {
    const { scenario } = loadWritten({
      'firm.yaml':
        'extends: base.yaml\nactivities: { issue: { time: { kind: uniform, min: 5 min, max: 9 min } } }',
      'base.yaml': `${FIRM}\nactivities: { issue: { time: { kind: lognormal, mean: 20 min, cv: 50 % } } }`,
    });
    expect(scenario.activities.issue.time).toEqual({ kind: 'uniform', min: 5, max: 9 });
    const [problem] = problemsOfWritten({
      'firm.yaml': 'extends: base.yaml\nactivities: { issue: { time: { mean: 5 min } } }',
      'base.yaml': `${FIRM}\nactivities: { issue: { time: { kind: lognormal, mean: 20 min, cv: 50 % } } }`,
    });
    expect(problem).toMatchObject({
      line: 2,
      column: 30,
      path: 'activities.issue.time',
      wrong: 'has no kind: a distribution is given as a whole, never merged with another',
    });
  });

  it('extends files beside it, in other folders, and shipped ones', () => {
    const files = { 'firm.yaml': 'extends: parts/base.yaml', 'parts/base.yaml': 'extends: ../firm/x.yaml' };
    const loaded = loadWritten({ ...files, 'firm/x.yaml': 'extends: base/engineer-to-order.yaml' + FIRM });
    expect(loaded.files.map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual([
      expect.stringMatching(/^salesworks-.*\/firm\.yaml$/),
      'parts/base.yaml',
      'firm/x.yaml',
      'base/engineer-to-order.yaml',
    ]);
    expect(loaded.scenario.organisation.roles.production.heads).toBe(4);
  });

  it('takes its name from its file, not from the one that it extends', () => {
    expect(loadWritten({ 'firm.yaml': 'extends: traditional' }).scenario.name).toBe('firm');
    expect(loadWritten({ 'firm.yaml': 'extends: traditional' }).scenario.description).toBe('');
    expect(loadWritten({ 'firm.yaml': 'extends: traditional\nname: Acme' }).scenario.name).toBe('Acme');
  });

  it('keeps the origin of every value', () => {
    const { origins } = loadWritten(
      {
        'firm.yaml':
          'extends: base.yaml\nrun: { seed: 7 }\nterritory: { cities: [{ name: A, x: 1 mi, y: 2 mi }] }',
        'base.yaml': `${FIRM}\nrun:\n  seed: 5\n  weeks: 60\n`,
      },
      'run.warmUp=10',
    );
    const shown = (path: string) => formatOrigin(origins.get(path)!).replace(/^.*\//, '');
    expect(shown('run.seed')).toBe('firm.yaml:2');
    expect(shown('run.weeks')).toBe('base.yaml:11');
    expect(shown('run.warmUp')).toBe('--set');
    expect(shown('run.replications')).toBe('default');
    expect(shown('territory.cities.0.x')).toBe('firm.yaml:3');
    expect(shown('territory.cities.0.radius')).toBe('default');
    expect(origins.get('run.seed')).toMatchObject({ kind: 'file', line: 2, column: 14 });
  });

  it('is the same by its hash however it is written, and another one where any value differs', () => {
    const hash = (text: string, ...overrides: string[]) =>
      loadWritten({ 'firm.yaml': text + FIRM }, ...overrides).sha256;
    const first = hash('booking: { horizon: 3 weeks, contactSuccess: 22 % }');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(hash('booking: { contactSuccess: .22, horizon: 21 days }')).toBe(first);
    expect(hash('')).toBe(first);
    expect(hash('name: other\ndescription: other\nrun: { seed: 5, replications: 3 }')).toBe(first);
    expect(hash('', 'run.weeks=103')).not.toBe(first);
    expect(hash('', 'organisation.interrupting=false')).not.toBe(first);
    expect(hash('', 'activities.issue.time.cv=61 %')).not.toBe(first);
  });

  it('may have headings with nothing below them', () => {
    const text = `extends: base.yaml\norganisation:\n  roles:\n    salesperson:\n  booking:\nrun:\n`;
    const { scenario } = loadWritten({ 'firm.yaml': text, 'base.yaml': FIRM });
    expect(scenario.organisation.roles.salesperson.heads).toBe(3);
  });
});

describe('extends', () => {
  it('to nothing that is there is located, and what is written is checked nevertheless', () => {
    const problems = problemsOfWritten({
      'firm.yaml': 'run: { weeks: 5, warmUp: 9 }\nextends: bse.yaml',
      'base.yaml': '',
    });
    expect(problems).toEqual([
      {
        file: 'firm.yaml',
        line: 1,
        column: 26,
        path: 'run.warmUp',
        wrong: 'a warm-up of 9 weeks leaves nothing of 5 weeks',
        found: '9',
        accepted: 'a warm-up shorter than run.weeks',
      },
      {
        file: 'firm.yaml',
        line: 2,
        column: 10,
        path: 'extends',
        wrong: 'there is no such file',
        found: '"bse.yaml"',
        accepted: 'a file, or the name of a shipped scenario',
        didYouMean: 'base.yaml',
      },
    ]);
  });

  it('in a circle shows the circle', () => {
    const files = {
      'a.yaml': 'extends: b/b.yaml',
      'b/b.yaml': '\nextends: ../c.yaml',
      'c.yaml': 'extends: a.yaml',
    };
    expect(problemsOfWritten(files)).toEqual([
      {
        file: 'c.yaml',
        line: 1,
        column: 10,
        path: 'extends',
        wrong: 'the files extend each other in a circle: a.yaml -> b/b.yaml -> c.yaml -> a.yaml',
        found: '"a.yaml"',
      },
    ]);
    expect(problemsOfWritten({ 'a.yaml': 'extends: ./a.yaml' })[0]?.wrong).toBe(
      'the files extend each other in a circle: a.yaml -> a.yaml',
    );
  });

  it('has to be text', () => {
    expect(problemsOfWritten({ 'a.yaml': `extends: [b.yaml]${FIRM}` })[0]).toMatchObject({
      line: 1,
      column: 10,
      path: 'extends',
      wrong: 'is not text',
      found: 'a list',
    });
  });

  it('reports what is wrong in every file, each in its own', () => {
    const files = {
      'a.yaml': 'extends: b.yaml\nrun: { weeks: soon }',
      'b.yaml': 'extends: c.yaml\nterritory: 5',
      'c.yaml': 'a: [',
    };
    expect(problemsOfWritten(files).map(({ file, line, path }) => `${file}:${line!} ${path}`)).toEqual([
      'a.yaml:2 run.weeks',
      'b.yaml:2 territory',
      'c.yaml:1 ',
    ]);
  });
});
