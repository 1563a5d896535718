/** The library: everything that the command line does, for programs. */
export { compare, type CompareRequest } from './experiment/compare.ts';
export { replicate, type Run, type RunFigures } from './experiment/replicate.ts';
export { expenseChecks, type ExpenseCheck } from './experiment/expense-check.ts';
export { staff } from './experiment/staffing/staff.ts';
export type { StaffRequest } from './experiment/staffing/staff-request.ts';
export type { StaffedDesign, StaffingResult } from './experiment/staffing/staffing-result.ts';
export { sweep, type SweepRequest } from './experiment/sweep/sweep.ts';
export type { SweepPoint, SweepResult } from './experiment/sweep/sweep-result.ts';
export type { Effort } from './experiment/replications.ts';
export type {
  DifferenceResult,
  MetricDifference,
  MetricResult,
  OrganisationResult,
  Provenance,
  Result,
  SeriesResult,
} from './experiment/result.ts';
export type { Illustration } from './recorder/illustration/illustration.ts';
export { findConstraint, type ConstraintRequest } from './experiment/constraint/constraint.ts';
export type { ConstraintResult } from './experiment/constraint/constraint-result.ts';
export { sensitivity, type SensitivityRequest } from './experiment/sensitivity/sensitivity.ts';
export { loadFactorList, namedFactors, shippedFactorList } from './experiment/sensitivity/load-factors.ts';
export type { SensitivityResult } from './experiment/sensitivity/sensitivity-result.ts';
export { CATALOGUE, type MetricEntry } from './metrics/catalogue.ts';
export type { Observer } from './model/observer.ts';
export { SalesSystem, type SalesSystemOptions } from './model/sales-system.ts';
export { planFigures, type PlanFigures } from './scenario/arithmetic/headcount.ts';
export { offeredLoads, type RoleLoad } from './scenario/arithmetic/offered-load.ts';
export {
  unpack,
  type UnpackedActivity,
  type UnpackedCell,
  type Unpacking,
} from './scenario/arithmetic/unpacking.ts';
export { explain, type Assumption } from './scenario/explain.ts';
export { jsonSchema } from './scenario/json-schema.ts';
export { loadScenario, type LoadedScenario, type ScenarioRequest } from './scenario/load.ts';
export { ScenarioError, type Problem } from './scenario/problems.ts';
export type { Scenario } from './scenario/schema/scenario.ts';
export { starterScenario } from './scenario/starter.ts';
export { judgeClaims, type JudgeRequest } from './claims/judge-claims.ts';
export { loadClaims, shippedClaimFiles, type LoadedClaims } from './claims/load-claims.ts';
export type { ClaimResult, ClaimsResult } from './claims/claims-result.ts';
export { loadExperiment, type Experiment } from './experiment/batch/load-experiment.ts';
export { runBatch, type BatchRequest } from './experiment/batch/run-batch.ts';
export { batchByQueue, type QueueBatchRequest } from './experiment/queue/batch-by-queue.ts';
export { workOnQueue, type WorkRequest } from './experiment/queue/work-on-queue.ts';
export { trace, type Trace, type TraceRequest } from './experiment/trace/trace.ts';
export { traceFiles, type TraceFormat } from './experiment/trace/trace-files.ts';
export { readStored, type Stored } from './experiment/replay/read-stored.ts';
export { replay, type Replay } from './experiment/replay/replay.ts';
