import { DETECTORS } from '../../../sim/experiment/constraint/constraint-result.ts';
import { plantedFirm, scoreOf, type Score } from './planted-firms.ts';

/**
 * Prints how often each detector names the planted constraint: `npx tsx test/experiment/constraint/score.ts [firms]
 * [replications]`. The table in docs/constraint.md is what it prints with 30 and 10.
 */
const [firms = '30', replications = '10'] = process.argv.slice(2);
const scores: Score[] = [];
for (let number = 0; number < Number(firms); number++) {
  const firm = plantedFirm(number);
  const score = await scoreOf(firm, Number(replications));
  scores.push(score);
  const named = DETECTORS.map((name) => `${name} ${score.named[name] ?? '-'}`);
  console.log(
    [number, firm.planted, firm.load.toFixed(2), firm.othersAtMost.toFixed(2), ...named].join('  '),
  );
}
const truths = ['the planted one', 'the one that trying names'] as const;
for (const truth of truths) {
  for (const name of DETECTORS) {
    const judged = scores.filter(({ named }) => truth === truths[0] || named.elasticity !== null);
    const right = judged.filter(
      ({ named, firm }) => named[name] === (truth === truths[0] ? firm.planted : named.elasticity),
    );
    const open = judged.filter(({ named }) => named[name] === null).length;
    console.log(`${truth}: ${name} ${right.length} of ${judged.length}, not separated ${open}`);
  }
}
