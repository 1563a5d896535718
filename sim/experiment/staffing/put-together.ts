import { CATALOGUE } from '../../metrics/catalogue.ts';
import { planFigures } from '../../scenario/arithmetic/headcount.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import { ROLES } from '../../scenario/schema/ids.ts';
import type { Condition } from '../conditions/condition.ts';
import { readBuild } from '../provenance.ts';
import { warmUpOf } from '../result.ts';
import { Stopped, type Simulated } from '../run-pool.ts';
import type { RunSampler } from '../search/run-sampler.ts';
import { figuresAt, metricDifference, metricResult, unitIn } from '../summarise.ts';
import { byCost, type Design } from './designs.ts';
import type { Examination, Examined } from './examination.ts';
import type { FirmExaminer } from './firm-examiner.ts';
import type { RoleRange } from './head-range.ts';
import type { Found, StaffRequest } from './staff-request.ts';
import type { ExaminedDesign, StaffedDesign, StaffingResult } from './staffing-result.ts';
import type { FirmDesign, Screened, StaffingSpace } from './staffing-space.ts';

/** Everything that a search for a staffing has come to. */
export interface Search {
  readonly request: StaffRequest;
  readonly ranges: readonly RoleRange[];
  /** Those that had to be simulated. */
  readonly conditions: readonly Condition[];
  readonly screen: Screened;
  readonly space: StaffingSpace;
  readonly base: LoadedScenario;
  readonly today: LoadedScenario;
  /** Heads by the formulas of the source documents. */
  readonly formula: readonly (number | undefined)[];
  readonly looks: readonly number[];
  readonly examination: Examination<FirmDesign>;
  readonly examiner: FirmExaminer;
  readonly sampler: RunSampler;
  readonly found: Found;
}

/** Replications of today's firm and of the formula where there is no answer to compare them with. */
const USUAL_REPLICATIONS = 10;

/** Puts the result together; simulates today's firm and the formula as often as the answer. */
export async function staffingResult(search: Search): Promise<StaffingResult> {
  const { request, ranges, screen, base, today, formula, examination, sampler, found } = search;
  const { best, left, unexamined, indifference, isInterrupted } = found;
  const replications = best?.replications ?? Math.min(USUAL_REPLICATIONS, request.replications);
  const byFormula = formula.every((heads) => heads !== undefined) ? search.space.design(formula) : undefined;
  const isSimulated = await simulated(
    sampler,
    [today, ...(byFormula === undefined ? [] : [byFormula.simulated])],
    {
      replications,
      isInterrupted,
    },
  );
  const staffed = (design: FirmDesign, count: number) => staffedDesign(search, design, count);
  const todayDesign: FirmDesign = {
    heads: ranges.map(({ role }) => today.scenario.organisation.roles[role].heads),
    cost: planFigures(today.scenario).payroll,
    simulated: today,
  };
  const isLeft = ({ design }: Examined<FirmDesign>) => left.length > 1 && left.includes(design);
  const open = examination.all.filter((one) => {
    if (one === best) return false;
    if (request.goal.most || indifference !== undefined) return one.verdict === 'undecided' || isLeft(one);
    return one.verdict === 'undecided' && (best === undefined || byCost(one.design, best.design) < 0);
  });
  const goalEntry = CATALOGUE.find(({ id }) => id === request.goal.metric)!;
  return {
    schema: 'salesworks/staffing/1',
    provenance: {
      ...readBuild(),
      command: request.command,
      seed: request.seed,
      warmUp: warmUpOf(base.scenario.run.warmUp),
      scenarios: [base, today].map(({ scenario, sha256 }) => ({ name: scenario.name, sha256 })),
      runs: sampler.done,
      interrupted: isInterrupted || !isSimulated,
    },
    roles: ranges.map(({ role, from, to }, i) => ({
      role,
      from,
      to,
      today: today.scenario.organisation.roles[role].heads,
      formula: formula[i] ?? null,
      best: best?.design.heads[i] ?? null,
    })),
    goal: { ...request.goal, unit: unitIn(goalEntry.unit, base.scenario.money.currency) },
    conditions: request.subjectTo,
    search: {
      designs: screen.designs,
      byFacts: screen.byFacts,
      byLoad: screen.byLoad,
      hopelessLoad: request.hopelessLoad ?? null,
      examined: examination.all.length,
      unexamined,
      looks: search.looks,
      confidence: request.confidence,
      indifference: indifference ?? null,
      isComplete: !isInterrupted && unexamined === 0 && left.length <= 1,
    },
    best: best === undefined ? null : staffed(best.design, best.replications),
    open: open.map(({ design, replications: own }) => staffed(design, own)),
    today: staffed(todayDesign, replications),
    formula: byFormula === undefined || !isSimulated ? null : staffed(byFormula, replications),
    examined: [...examination.all]
      .sort((a, b) => byCost(a.design, b.design))
      .map(({ design, verdict, replications: own }) => ({
        ...plain(ranges, design),
        verdict,
        replications: own,
      })),
  };
}

/** Whether scenarios could be simulated so often: not after an interruption. */
async function simulated(
  sampler: RunSampler,
  scenarios: readonly Simulated[],
  { replications, isInterrupted }: { replications: number; isInterrupted: boolean },
): Promise<boolean> {
  if (isInterrupted) return false;
  try {
    await sampler.sample(scenarios, replications);
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  }
}

function staffedDesign(search: Search, design: FirmDesign, replications: number): StaffedDesign {
  const { request, conditions, examination, examiner, today, ranges } = search;
  const { scenario } = design.simulated;
  const { currency } = scenario.money;
  const place = CATALOGUE.findIndex(({ id }) => id === request.goal.metric);
  const entry = CATALOGUE[place]!;
  const figures = (of: Simulated) => figuresAt(examiner.runs(of, replications), place);
  const own = figures(design.simulated);
  const before = figures(today);
  const shared = Math.min(own.length, before.length);
  const judged = examiner.judgements(design.simulated, replications, examination.levels);
  return {
    ...plain(ranges, design),
    people: ROLES.reduce((sum, role) => sum + scenario.organisation.roles[role].heads, 0),
    verdict: examiner.judge(design, replications, examination.levels).verdict,
    replications: own.length,
    conditions: judged.map(({ verdict, estimate, ci95, unit }, i) => ({
      condition: conditions[i]!.text,
      verdict,
      estimate,
      ci95,
      unit,
    })),
    goal: metricResult(own, unitIn(entry.unit, currency)),
    fromToday: metricDifference(entry, before.slice(0, shared), own.slice(0, shared), currency),
  };
}

function plain(
  ranges: readonly RoleRange[],
  { heads, cost }: Design,
): Pick<ExaminedDesign, 'heads' | 'payroll'> {
  return { heads: Object.fromEntries(ranges.map(({ role }, i) => [role, heads[i]!])), payroll: cost };
}
