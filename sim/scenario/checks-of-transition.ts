import type { Check, Finding } from './finding.ts';
import { stagesOf, type Stage } from './plan.ts';
import type { Scenario } from './schema/scenario.ts';

const ORGANISATION = 'organisation';

/** Values that hold for the whole run: nobody changes them while he works. */
const FIXED = ['orderOfWork', 'interrupting', 'switching', 'baseGap', 'hours', 'salary'];

/** Every organisation that the plan leads to has to be possible, just as if it were written alone. */
function possibleStages(checks: readonly Check[]): Check {
  return (scenario, layerOf) => {
    const known = new Set(checks.flatMap((check) => check(scenario, layerOf)).map(({ wrong }) => wrong));
    const findings: Finding[] = [];
    const made: Stage[] = [];
    for (const stage of stagesOf(scenario)) {
      made.push(stage);
      const after: Scenario = { ...scenario, organisation: stage.after };
      const writtenIn = (path: string) => placeOf(path, made);
      const layerThen = (path: string): number => {
        const place = writtenIn(path);
        return place === undefined ? layerOf(path) : -1 - made.length + place.age;
      };
      for (const finding of checks.flatMap((check) => check(after, layerThen))) {
        if (known.has(finding.wrong)) continue;
        known.add(finding.wrong);
        findings.push({ ...finding, paths: blamed(finding.paths, writtenIn) });
      }
    }
    return findings;
  };
}

/** Where the steps made so far have written a value last, and how many steps ago. */
function placeOf(path: string, made: readonly Stage[]): { path: string; age: number } | undefined {
  if (!path.startsWith(`${ORGANISATION}.`)) return undefined;
  const keys = path.split('.').slice(1);
  for (let age = 0; age < made.length; age++) {
    const { step, index } = made.at(-1 - age)!;
    let at: unknown = step.organisation;
    for (const key of keys) at = (at as Readonly<Record<string, unknown>> | undefined)?.[key];
    if (at !== undefined) return { path: `transition.steps.${index}.${path}`, age };
  }
  return undefined;
}

/** The same values where steps have written them, those of the latest step first. */
function blamed(
  paths: readonly string[],
  writtenIn: (path: string) => { path: string; age: number } | undefined,
): string[] {
  const places = paths.map((path) => writtenIn(path) ?? { path, age: Infinity });
  return places.sort((a, b) => a.age - b.age).map(({ path }) => path);
}

const fixedValuesStay: Check = ({ transition }) =>
  transition.steps.flatMap(({ organisation }, i) =>
    pathsIn(organisation)
      .filter((path) => FIXED.includes(path.at(-1)!))
      .map((path) => ({
        paths: [['transition.steps', i, ORGANISATION, ...path].join('.')],
        wrong: `${path.at(-1)!} cannot change during a run`,
        accepted: 'assignments, policies and heads',
      })),
  );

function pathsIn(value: unknown, above: readonly string[] = []): string[][] {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap) return value === undefined ? [] : [[...above]];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...above, key]));
}

const stepsHaveNames: Check = ({ transition: { steps } }) =>
  steps.flatMap(({ name }, i) => {
    const paths = [`transition.steps.${i}.name`];
    if (name === '') return [{ paths, wrong: 'the step has no name', accepted: 'a name of its own' }];
    return steps.findIndex((step) => step.name === name) === i
      ? []
      : [{ paths, wrong: `there is another step named ${name}`, accepted: 'each name once' }];
  });

const experimentsHaveSteps: Check = ({ transition: { steps, register } }) =>
  register.flatMap(({ step }, i) =>
    steps.some(({ name }) => name === step)
      ? []
      : [
          {
            paths: [`transition.register.${i}.step`],
            wrong: step === '' ? 'the experiment names no step' : `there is no step named ${step}`,
            accepted: steps.length === 0 ? 'a plan with steps' : steps.map(({ name }) => name).join(', '),
          },
        ],
  );

/** Impossible plans, given the checks that every organisation has to pass. */
export function transitionChecks(checks: readonly Check[]): readonly Check[] {
  return [possibleStages(checks), fixedValuesStay, stepsHaveNames, experimentsHaveSteps];
}
