import { loadScenario } from '../../sim/scenario/load.ts';
import { runUnderLaws } from './run-under-laws.ts';

/**
 * Simulates one case again and prints what is wrong with it:
 *
 *   npx tsx test/laws/replay.ts <seed> <scenario> --set path=value ...
 */
const [seed, reference, ...rest] = process.argv.slice(2);
const overrides = rest.filter((word) => word !== '--set');
const { scenario } = loadScenario({ reference: reference!, overrides });
const { faults, decided } = runUnderLaws(scenario, Number(seed));
console.log(faults.length === 0 ? `no fault; ${decided} opportunities decided` : faults.join('\n'));
