import { nearestName } from '../scenario/nearest-name.ts';
import type { Blame } from './blame.ts';
import type { Experiment, Test } from './claim.ts';
import { completed, figuresIn } from './figures.ts';
import type { RegionText } from './format/claim-file.ts';
import type { MeasureText } from './format/measures.ts';
import { isWeekly } from './format/words.ts';

const MOST_SWITCHES = 5;
type Checked = Pick<Experiment, 'run' | 'arms' | 'families' | 'tests' | 'fragile' | 'ablation'>;

/** Checks what each measure names, and that every region has a bound. */
export function checkTests(experiment: Checked, blame: Blame): void {
  experiment.tests.forEach((test, i) => {
    const above = i === 0 ? [] : ['also', String(i - 1)];
    checkMeasure(experiment, test.measure, (path, complaint) =>
      blame([...above, 'measure', ...path], complaint),
    );
    checkRegions(test, (path, complaint) => blame([...above, ...path], complaint));
  });
  const { ablation } = experiment;
  if (ablation === undefined) return;
  if (ablation.kind !== 'shapley') blame(['ablation', 'kind'], { wrong: 'is not shapley' });
  checkMeasure(experiment, ablation, (path, complaint) => blame(['ablation', ...path], complaint));
}

function checkRegions({ regions }: Test, blame: Blame): void {
  regions.forEach((region, i) => {
    const path = i === 0 ? ['holds'] : ['orHolds', String(i - 1)];
    const bounds = Object.values(region).filter((value) => value !== undefined);
    if (bounds.length === 0)
      blame(path, { wrong: 'has no bound', accepted: 'atLeast, atMost, above, below' });
    if (isEmpty(region)) blame(path, { wrong: 'leaves nothing between its bounds' });
  });
}

function isEmpty({ atLeast, above, atMost, below }: RegionText): boolean {
  const lower = Math.max(atLeast ?? -Infinity, above ?? -Infinity);
  const upper = Math.min(atMost ?? Infinity, below ?? Infinity);
  return lower > upper;
}

function checkMeasure(experiment: Checked, measure: MeasureText, blame: Blame): void {
  const { arms, families, run } = experiment;
  const known = [...arms.keys(), ...families.keys()];
  const names = (path: readonly string[], name: string): void => {
    if (known.includes(name)) return;
    const didYouMean = nearestName(name, known);
    blame(path, { wrong: 'names no arm', found: name, accepted: known.join(', '), didYouMean });
  };
  // Where a list of arms is measured, the figure itself names none.
  const onlyArm =
    'arms' in measure ? measure.arms[0] : 'base' in measure ? measure.base : soleArm(experiment);
  for (const { path, figure, like } of figuresIn(measure)) {
    const whole = completed(figure, like, onlyArm);
    if (whole === undefined) {
      const accepted = 'one of metric, fact, path, and an arm where there are several';
      blame(path, { wrong: 'does not say which figure of which arm', accepted });
      continue;
    }
    names([...path, 'arm'], whole.arm);
    if (whole.weeks === undefined) continue;
    if (whole.source !== 'metric' || !isWeekly(whole.id)) {
      blame([...path, 'weeks'], { wrong: `is given, but ${whole.id} is not kept week by week` });
    } else if (whole.weeks.from > whole.weeks.to || whole.weeks.to > run.weeks) {
      blame([...path, 'weeks'], { wrong: `is outside the ${run.weeks} weeks of the run, or empty` });
    }
  }
  checkParts(measure, names, blame);
}

function checkParts(
  measure: MeasureText,
  names: (path: readonly string[], name: string) => void,
  blame: Blame,
): void {
  switch (measure.kind) {
    case 'best':
    case 'trend':
      measure.arms.forEach((name, i) => names(['arms', String(i)], name));
      return;
    case 'ranking':
      measure.arms.forEach((name, i) => names(['arms', String(i)], name));
      measure.named.forEach((name, i) => names(['named', String(i)], name));
      return;
    case 'crossing':
      names(['arm'], measure.arm);
      if ((measure.above === undefined) === (measure.below === undefined)) {
        blame([], { wrong: 'needs above or below, and only one of them' });
      }
      return;
    case 'shapley': {
      names(['base'], measure.base);
      const switches = Object.keys(measure.switches);
      if (switches.length < 2 || switches.length > MOST_SWITCHES) {
        blame(['switches'], { wrong: `are ${switches.length}`, accepted: `2 to ${MOST_SWITCHES} switches` });
      }
      if (!switches.includes(measure.switch)) {
        blame(['switch'], { wrong: 'is none of the switches', accepted: switches.join(', ') });
      }
      return;
    }
    case 'share':
    case 'population':
      measure.anyOf.forEach((condition, i) => {
        [condition, ...(condition.and ?? [])].forEach(({ above, below, exists, before }, j) => {
          if ([above, below, exists, before].some((value) => value !== undefined)) return;
          const path = ['anyOf', String(i), ...(j === 0 ? [] : ['and', String(j - 1)])];
          blame(path, { wrong: 'says nothing', accepted: 'above, below, exists or before' });
        });
      });
      return;
    default:
      return;
  }
}

/** The arm that is meant where none is named: the only one. */
export function soleArm({ arms }: Pick<Experiment, 'arms'>): string | undefined {
  return arms.size === 1 ? [...arms.keys()][0] : undefined;
}
