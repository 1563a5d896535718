import type { Setting } from '../scenario/override.ts';
import { plainOf } from '../scenario/tree.ts';
import type { ScenarioShelf } from './arms.ts';
import type { Claim, Experiment, Fragile, Test } from './claim.ts';
import type { ClaimResult, FragileResult, TestResult } from './claims-result.ts';
import type { ExperimentRuns, Thrift } from './experiment-runs.ts';
import { findBreakEven, ownValueOf, type BreakEven } from '../experiment/find-break-even.ts';
import { intervalInWords, measureInWords, numberInWords } from './in-words.ts';
import { marginsOf, spreadOf } from './margins.ts';
import type { Measured } from './measures/measured.ts';
import { isSmooth } from './measures/smooth.ts';
import { marginOf, regionsInWords } from './region.ts';
import { judge, outcomeOf } from './verdict.ts';
import { putTogether } from '../scenario/written-number.ts';

/** Everything that a claim is judged with. */
export interface Court {
  readonly shelf: ScenarioShelf;
  readonly thrift: Thrift;
  readonly runsOf: (experiment: Experiment) => ExperimentRuns;
}

/** In place of a break-even, in a quick look: the verdict is of the default values alone. */
const NOT_SEARCHED = 'not searched';

/** Simulates what a claim asks for, and judges it. */
export async function judgeClaim(claim: Claim, court: Court): Promise<ClaimResult> {
  const { text, experiment } = claim;
  if (experiment === undefined) {
    return { ...factsOf(claim), ...UNTESTED, verdict: 'not-testable', reason: text.notTestable ?? '' };
  }
  const runs = court.runsOf(experiment);
  const replications = court.thrift.replications(experiment.run.replications);
  const [measured, ablation, breakEven] = await Promise.all([
    Promise.all(experiment.tests.map(({ measure }) => runs.measure(measure, replications))),
    experiment.ablation === undefined ? undefined : runs.measure(experiment.ablation, replications),
    experiment.fragile === undefined || !court.thrift.isSearched
      ? undefined
      : search(experiment, experiment.fragile, court, runs),
  ]);
  const outcomes = experiment.tests.map(({ measure, regions }, i) =>
    outcomeOf(
      measured[i]!,
      regions,
      // The first one is what the claim is about; the others need their names.
      (i === 0 ? '' : `${measureInWords(measure)}: `) + outcomeInWords(measured[i]!, regions),
    ),
  );
  const main = measured[0]!;
  return {
    ...factsOf(claim),
    ...judge(outcomes, breakEven?.flips ?? []),
    estimate: finite(main.estimate),
    ci95: main.isExact ? null : bounds(main.ci95),
    unit: main.unit,
    margins: marginsOf(main, experiment.tests[0].regions),
    breakEven: breakEven?.words ?? (experiment.fragile === undefined ? null : NOT_SEARCHED),
    simulated: text.simulated!,
    tests: experiment.tests.map((test, i) => testResult(test, measured[i]!)),
    arms: armsOf(experiment, court.shelf),
    run: { ...experiment.run, replications },
    fragile: breakEven === undefined ? null : fragileResult(experiment, court.shelf, breakEven),
    ablation: ablation === undefined ? null : detailsOf(ablation),
  };
}

/**
 * Varies the fragile assumption, with fewer replications, the same ones for every value. What these miss at the default
 * value is known from all replications, and is added everywhere: a control variate with the coefficient 1 (Law 2015,
 * section 11.4), so that the search agrees with the estimate where both look. Counts, ranks and medians jump, and are
 * left as the few replications have them.
 */
async function search(
  experiment: Experiment,
  fragile: Fragile,
  { thrift, shelf }: Court,
  runs: ExperimentRuns,
): Promise<BreakEven> {
  const replications = thrift.replications(experiment.run.replications);
  const few = thrift.probeReplications(replications);
  const corrections = await Promise.all(
    experiment.tests.map(async ({ measure }) => {
      if (!isSmooth(measure)) return 0;
      const all = await runs.measure(measure, replications);
      const missed = (all.estimate ?? NaN) - ((await runs.measure(measure, few)).estimate ?? NaN);
      return Number.isFinite(missed) ? missed : 0;
    }),
  );
  const marginWith = async (setting?: Setting): Promise<number> => {
    const margins = experiment.tests.map(async ({ measure, regions }, i) => {
      const measured = await runs.measure(measure, few, setting);
      if (measured.estimate === undefined) return -1;
      return marginOf(measured.estimate + corrections[i]!, regions, spreadOf(measured));
    });
    return Math.min(...(await Promise.all(margins)));
  };
  const at = defaultOf(experiment, fragile, shelf);
  const atDefault = at === undefined ? undefined : { at, margin: await marginWith() };
  return findBreakEven({ varied: fragile, atDefault, steps: thrift.probeSteps, marginWith });
}

/** The value at the path in the words of the range; undefined if it is no number there. */
function defaultOf({ arms }: Experiment, fragile: Fragile, shelf: ScenarioShelf): number | undefined {
  const arm = arms.get(fragile.arms[0]!)!;
  return ownValueOf(
    fragile,
    (setting) => shelf.scenario(arm, setting === undefined ? [] : [setting]).scenario,
  );
}

function testResult({ measure, regions }: Test, measured: Measured): TestResult {
  const { estimate, ci95, isExact, unit, n, leftOut } = measured;
  return {
    measure: measureInWords(measure),
    holds: regionsInWords(regions, (value) => numberInWords(value, unit)),
    estimate: finite(estimate),
    ci95: isExact ? null : bounds(ci95),
    exact: isExact,
    unit,
    n,
    leftOut,
    details: detailsOf(measured),
  };
}

function outcomeInWords({ estimate, ci95, isExact, unit }: Measured, regions: Test['regions']): string {
  const claimed = regionsInWords(regions, (value) => numberInWords(value, unit));
  if (estimate === undefined) return `claimed ${claimed}`;
  const interval = isExact || ci95 === undefined ? '' : ` (${intervalInWords(ci95, unit)})`;
  return `${numberInWords(estimate, unit)}${interval}, claimed ${claimed}`;
}

function detailsOf({ details }: Measured): TestResult['details'] {
  return details.map(({ label, value, ci95 }) => ({
    label,
    value: finite(value),
    ci95: bounds(ci95),
  }));
}

function armsOf({ arms }: Experiment, shelf: ScenarioShelf): ClaimResult['arms'] {
  return [...arms.values()].map((arm) => {
    const { sha256, files } = shelf.scenario(arm);
    const changes = arm.settings
      .map(({ path, value }) => `${path} = ${textOf(plainOf(value))}`)
      .filter((change) => !/^run\.(weeks|warmUp) = /.test(change));
    return { name: arm.name, scenario: files[0]!.name.replace(/^.*\//, ''), changes, sha256 };
  });
}

function fragileResult(experiment: Experiment, shelf: ScenarioShelf, { probes }: BreakEven): FragileResult {
  const fragile = experiment.fragile!;
  const at = defaultOf(experiment, fragile, shelf);
  return {
    path: fragile.path,
    from: putTogether(fragile.from, fragile.from.number),
    to: putTogether(fragile.to, fragile.to.number),
    default: at === undefined ? null : putTogether(fragile.from, at),
    why: fragile.why,
    probes,
  };
}

const UNTESTED = {
  estimate: null,
  ci95: null,
  unit: null,
  margins: null,
  breakEven: null,
  simulated: null,
  tests: [],
  arms: [],
  run: null,
  fragile: null,
  ablation: null,
} as const;

function factsOf({ text, group, groupTitle }: Claim) {
  const { id, source, claim, kind, finding = null } = text;
  return { id, group, groupTitle, source, claim, kind, finding };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

function bounds(ci95: readonly [number, number] | undefined): readonly [number | null, number | null] | null {
  return ci95 === undefined ? null : [finite(ci95[0]), finite(ci95[1])];
}
