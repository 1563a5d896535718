import process from 'node:process';

/** Something is wrong with the command line or with a place that it names: said in words, without a stack. */
export class UsageError extends Error {}

/** Says what went wrong on standard error. Bad usage and bad input end with 2; a fault of ours is thrown on. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`salesworks: ${error.message}\n`);
    return 2;
  }
  // By name, since the class comes with the scenario room, which not every command loads.
  if (error instanceof Error && error.name === 'ScenarioError') {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  throw error;
}
