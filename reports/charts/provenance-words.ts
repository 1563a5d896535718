import type { Result } from '../../sim/experiment/result.ts';
import { counted } from '../words/counted.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { SMOOTHED_WEEKS, isSmoothed } from './smoothing.ts';

/** Where a chart comes from: version, commit, seed, scenarios with the beginning of their hashes. */
export function sourceOf(result: Result): string {
  const { version, commit, seed, scenarios, interrupted } = result.provenance;
  const names = organisationNames(result);
  const hashes = scenarios.map(({ sha256 }, i) => `${names[i] ?? 'scenario'} ${sha256.slice(0, 8)}`);
  const build = commit === null ? version : `${version} (${commit.slice(0, 7)})`;
  const end = interrupted ? '; stopped early' : '';
  return `Source: salesworks ${build}; seed ${seed}; scenarios ${hashes.join(', ')}${end}.`;
}

/** What the lines, bands and shades of weekly charts are. */
export function bandWords(result: Result): string {
  const { replications, warmUp } = result.provenance;
  const weeks = Math.max(...result.organisations.map(({ facts }) => facts.weeks));
  const [smooth, alike] = isSmoothed(weeks)
    ? [`centred ${SMOOTHED_WEEKS}-week `, ', smoothed alike']
    : ['', ''];
  const shade = warmUp.weeks > 0 ? ' Grey: warm-up, not measured.' : '';
  if (replications < 2) return `Lines: ${smooth}means of one replication, hence no bands.${shade}`;
  return (
    `Lines: ${smooth}means over ${replications} replications. Bands: 95 % intervals of the weekly mean${alike}; ` +
    `they may overlap although the paired difference is clear.${shade}`
  );
}

/** What an interval of figures after the warm-up is. */
export function intervalWords(result: Result): string {
  const { replications, warmUp } = result.provenance;
  const after = warmUp.weeks > 0 ? ` after a warm-up of ${counted(warmUp.weeks, 'week')}` : '';
  return replications < 2
    ? `one replication${after}, hence no intervals`
    : `95 % intervals over ${replications} replications${after}`;
}

/** Over what the means of a figure without intervals are. */
export function meansWords({ provenance }: Result): string {
  const { replications, warmUp } = provenance;
  const over = replications === 1 ? 'Of one replication' : `Means over ${replications} replications`;
  return `${over}${warmUp.weeks > 0 ? ` after a warm-up of ${counted(warmUp.weeks, 'week')}` : ''}.`;
}
