import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaText } from '../scenario/json-schema.ts';
import { starterScenario } from '../scenario/starter.ts';
import { publish } from './publish.ts';
import { print } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const SCENARIO = 'firm.yaml';
const SCHEMA = 'salesworks.schema.json';

/** Writes a scenario to start from, and the schema beside it by which editors complete and check it. */
export function writeStarter(folder: string): number {
  const file = join(folder, SCENARIO);
  if (existsSync(file)) throw new UsageError(`${file} is there already; it was left as it is`);
  publish(
    folder,
    new Map([
      [SCENARIO, starterScenario({ base: 'standard', name: 'our firm', schema: SCHEMA })],
      [SCHEMA, jsonSchemaText()],
    ]),
  );
  print(`Wrote ${file}: standard with the values that planners change first.`);
  print('Put in your own numbers, then:');
  print(`  salesworks check ${file}`);
  print(`  salesworks compare traditional ${file}`);
  return 0;
}
