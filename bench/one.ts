/** Makes one measurement in a process of its own and prints it as JSON. Arguments: which one, and its own. */
import { measureBatch, measureOverhead } from './batch.ts';
import { measureFullModel } from './full-model.ts';
import { measureHold, SETS } from './hold.ts';
import { measureSingleServer } from './single-server.ts';

const [what, ...rest] = process.argv.slice(2);
const numbers = rest.map(Number);

function measure(): unknown {
  const [points, replications, weeks] = numbers as [number, number, number];
  switch (what) {
    case 'hold':
      return measureHold(SETS[rest[0]!]!(), numbers[1]!, numbers[2]!);
    case 'single-server':
      return measureSingleServer(numbers[0]!);
    case 'full-model':
      return measureFullModel(rest[0]!, { weeks: numbers[1]!, warmUp: numbers[2]!, measured: numbers[3]! });
    case 'batch':
      return measureBatch({ points, replications, weeks }, numbers[3]!);
    case 'overhead':
      return measureOverhead({ points, replications, weeks }, { rounds: numbers[3]!, outputs: numbers[4]! });
    default:
      throw new Error(`no measurement named ${what ?? 'nothing'}`);
  }
}

console.log(JSON.stringify(await measure()));
