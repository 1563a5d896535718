import { CATALOGUE } from '../../metrics/catalogue.ts';
import { headsByFormula, planFigures } from '../../scenario/arithmetic/headcount.ts';
import { loadScenario, resolveScenario } from '../../scenario/load.ts';
import { DEFAULT } from '../../scenario/origin.ts';
import { problemAt, ScenarioError } from '../../scenario/problems.ts';
import { readScenario } from '../../scenario/scenario-files.ts';
import { looksUpTo } from '../../statistics/looks.ts';
import { conditionsOf } from '../conditions/condition.ts';
import { Stopped } from '../run-pool.ts';
import { RunSampler } from '../search/run-sampler.ts';
import { figuresAt, zoneOf } from '../summarise.ts';
import { bestDesign, FIRST_STAGE } from './best.ts';
import { cheapestDesign } from './cheapest.ts';
import { Examination, type Examined } from './examination.ts';
import { FirmExaminer } from './firm-examiner.ts';
import { roleRangesOf } from './head-range.ts';
import { staffingResult } from './put-together.ts';
import type { StaffingResult } from './staffing-result.ts';
import type { Found, StaffRequest } from './staff-request.ts';
import { PAYROLL, StaffingSpace, isKnownByArithmetic, screened, type FirmDesign } from './staffing-space.ts';

/** Replications after which a design is looked at first. */
const FIRST_LOOK = 5;
/** Replications before which no way to staff is said to meet the conditions. */
export const SHOWN_FROM = 20;
/** Ways to staff that are resolved and kept in memory. */
const MOST_DESIGNS = 5_000;
/** Ways to staff of which all are examined where the goal has to be simulated. */
const FEW_DESIGNS = 120;

/**
 * Looks for the heads that make a goal largest or smallest while conditions are met. What arithmetic rules out is not
 * simulated. A design counts as meeting the conditions only where its replications show it, all designs, conditions and
 * looks taken together; see Examination, cheapestDesign and bestDesign for what is guaranteed. Throws a ScenarioError
 * for what is wrong with the request or the scenario.
 */
export async function staff(request: StaffRequest): Promise<StaffingResult> {
  const ranges = roleRangesOf(request.between);
  const conditions = conditionsOf(request.subjectTo, '--subject-to');
  const designs = ranges.reduce((product, { from, to }) => product * (to - from + 1), 1);
  if (designs > MOST_DESIGNS) {
    const wrong = `there are ${designs} ways to staff the roles`;
    throw new ScenarioError([
      problemAt(DEFAULT, { wrong, accepted: `at most ${MOST_DESIGNS}` }, '--between'),
    ]);
  }
  const { overrides = [] } = request;
  const document = readScenario(request.reference);
  const base = resolveScenario(document, overrides);
  const today = request.today === undefined ? base : loadScenario({ reference: request.today, overrides });
  const space = new StaffingSpace(
    document,
    overrides,
    ranges.map(({ role }) => role),
  );
  const payrollToday = planFigures(today.scenario).payroll;
  const screen = screened({
    ...request,
    hopelessLoad: request.hopelessLoad,
    space,
    ranges,
    conditions,
    payrollToday,
  });
  const { candidates } = screen;
  const toSimulate = conditions.filter((condition) => !isKnownByArithmetic(condition));
  const sampler = await RunSampler.start({
    ...request,
    onRun: (done) => request.onProgress?.(done, Math.max(done, request.budget)),
  });
  try {
    const examiner = new FirmExaminer({ sampler, today, conditions: toSimulate });
    const isByArithmetic = !request.goal.most && request.goal.metric === PAYROLL;
    const looks = looksUpTo(request.replications, FIRST_LOOK);
    const examination = new Examination({
      examiner,
      looks,
      designs: candidates.all.length,
      conditions: toSimulate.length,
      // To call a design feasible wrongly, to reject one wrongly, and where it applies to select a wrong one.
      error: (1 - request.confidence) / (isByArithmetic ? 2 : 3),
      shownFrom: SHOWN_FROM,
    });
    const formula = ranges.map(({ role }) => headsByFormula(base.scenario, role));
    const clipped = formula.map((heads, i) => clip(heads ?? ranges[i]!.to, ranges[i]!));
    const start =
      candidates.at(clipped) ?? candidates.at(ranges.map(({ to }) => to)) ?? candidates.all.at(-1);
    const found = await search({
      request,
      examination,
      examiner,
      candidates,
      start,
      isByArithmetic,
      today,
      sampler,
    });
    return await staffingResult({
      request,
      ranges,
      conditions: toSimulate,
      screen,
      space,
      base,
      today,
      formula,
      looks,
      examination,
      examiner,
      sampler,
      found,
    });
  } finally {
    await sampler.close();
  }
}

async function search(of: {
  readonly request: StaffRequest;
  readonly examination: Examination<FirmDesign>;
  readonly examiner: FirmExaminer;
  readonly candidates: ReturnType<typeof screened>['candidates'];
  readonly start: FirmDesign | undefined;
  readonly isByArithmetic: boolean;
  readonly today: Pick<FirmDesign['simulated'], 'scenario' | 'sha256'>;
  readonly sampler: RunSampler;
}): Promise<Found> {
  const { request, examination, examiner, candidates, sampler, isByArithmetic } = of;
  const hasBudget = () => sampler.done < request.budget;
  let indifference: number | undefined;
  try {
    if (isByArithmetic) {
      const { best, unexamined } = await cheapestDesign({ ...of, hasBudget });
      return { best, left: [], unexamined, indifference, isInterrupted: false };
    }
    const place = CATALOGUE.findIndex(({ id }) => id === request.goal.metric);
    const sign = request.goal.most ? 1 : -1;
    const [firmToday] = await sampler.sample([of.today], FIRST_STAGE);
    const today = figuresAt(firmToday!, place);
    if (today.some(Number.isNaN)) throw noFigure(request, 'in the firm as it is');
    indifference = request.indifference ?? usualIndifference(place, today);
    const found = await bestDesign({
      ...of,
      hasBudget,
      mostExamined: FEW_DESIGNS,
      atMost: Math.max(FIRST_STAGE, request.replications),
      indifference,
      error: (1 - request.confidence) / 3,
      figures: async (designs, replications) => {
        await examiner.sample(designs, replications);
        return designs.map((design) => {
          const figures = figuresAt(examiner.runs(design.simulated, replications), place);
          if (figures.some(Number.isNaN)) throw noFigure(request, headsInWords(request, design));
          return figures.map((figure) => sign * figure);
        });
      },
    });
    return { ...found, indifference, isInterrupted: false };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const met = examination.all.filter(({ verdict }) => verdict === 'met');
    const best = met.reduce<Examined<FirmDesign> | undefined>(
      (cheapest, other) =>
        cheapest === undefined || other.design.cost < cheapest.design.cost ? other : cheapest,
      undefined,
    );
    const unexamined = candidates.all.length - examination.all.length;
    return { best, left: [], unexamined, indifference, isInterrupted: true };
  }
}

/** What is wrong where a goal has no value in some replication: means would leave it out, and compare others. */
function noFigure({ goal }: StaffRequest, where: string): ScenarioError {
  const wrong = `${goal.metric} has no value in some replications`;
  const accepted = 'a goal that every way to staff has in every replication';
  return new ScenarioError([
    problemAt(DEFAULT, { wrong, found: where, accepted }, goal.most ? '--most' : '--least'),
  ]);
}

function headsInWords({ between }: StaffRequest, { heads }: FirmDesign): string {
  const roles = roleRangesOf(between).map(({ role }, i) => `${heads[i]!} ${role}`);
  return `with ${roles.join(', ')}`;
}

/** The zone of the metric; a hundredth of today's mean where it has none. */
function usualIndifference(place: number, today: readonly number[]): number {
  const zone = zoneOf(CATALOGUE[place]!, today);
  return zone > 0 ? zone : zoneOf({ ...CATALOGUE[place]!, indifference: { share: 0.01 } }, today);
}

function clip(heads: number, { from, to }: { readonly from: number; readonly to: number }): number {
  return Math.min(to, Math.max(from, heads));
}
