import { explain, type Assumption } from '../scenario/explain.ts';
import { loadScenario } from '../scenario/load.ts';
import { overridesOf } from './check-scenarios.ts';
import type { OnTop } from './options.ts';
import { bold, print, wrapped } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Prints the list of assumptions of a scenario, or of those paths that contain `part`. */
export function explainScenario(
  reference: string,
  { part, json, ...onTop }: OnTop & { part: string; json: boolean },
): number {
  const loaded = loadScenario({ reference, overrides: overridesOf(onTop) });
  const all = explain(loaded);
  const rows = all.filter(({ path }) => path.includes(part));
  if (rows.length === 0) throw new UsageError(`no path of ${reference} contains "${part}"`);
  if (json) {
    print(
      JSON.stringify({ scenario: loaded.scenario.name, sha256: loaded.sha256, assumptions: rows }, null, 2),
    );
    return 0;
  }
  print(`${rows.length} of ${all.length} values of ${loaded.scenario.name}; --set takes these paths\n`);
  for (const row of rows) printRow(row);
  return 0;
}

function printRow({ path, value, about, source, origin }: Assumption): void {
  print(`${bold(path)} = ${value}${origin === 'default' ? '' : `   (${origin})`}`);
  print(wrapped(about, '    '));
  print(wrapped(`Source: ${source}`, '    '));
}
