import type { Result } from '../../sim/experiment/result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle, roleWords } from '../words/role-words.ts';
import type { Chart, Layout } from './chart.ts';
import { largestOf } from './largest.ts';
import { rolesWith, weeklyChart } from './weekly-chart.ts';

const FAMILY = 'utilisation.';
/** Operational definition of saturation: this busy over four weeks (`saturation-week` in the catalogue). */
const SATURATED_AT = 0.95;

/** How busy every function is, week by week, and the level from which on it counts as saturated. */
export function utilisationOverTime(result: Result, layout: Layout): Chart | undefined {
  return weeklyChart(result, layout, {
    id: 'utilisation-over-time',
    title: titleOf(result),
    about:
      'Busy share of paid time; from 95 % over four weeks on, the dotted line, a function counts as saturated. Single ' +
      'replications vary more than their mean and may saturate although it does not: see the table.',
    textAlternative: `${titleOf(result)}. Utilisation after the warm-up: ${all(result)}.`,
    panels: rolesWith(result, FAMILY).map((role) => ({
      id: `${FAMILY}${role}`,
      title: roleTitle(role),
      domain: [0, 1],
      level: SATURATED_AT,
    })),
  });
}

/** Who saturates in the mean over replications, and when. */
function titleOf(result: Result): string {
  const names = organisationNames(result);
  const findings = result.organisations.map(({ saturation }, i) => {
    const reached = Object.entries(saturation)
      .flatMap(([role, { weekOfMean }]) => (weekOfMean === null ? [] : [{ role, weekOfMean }]))
      .sort((a, b) => a.weekOfMean - b.weekOfMean)
      .map(({ role, weekOfMean }) => `${roleWords(role).group} in week ${weekOfMean}`);
    return `in ${names[i]!} ${reached.length === 0 ? 'nobody' : reached.join(', ')}`;
  });
  const { replications } = result.provenance;
  return `Saturated${replications < 2 ? '' : `, in the mean over ${replications} replications`}: ${findings.join('; ')}`;
}

function all(result: Result): string {
  const names = organisationNames(result);
  return result.organisations
    .map((organisation, i) => {
      const shares = largestOf(organisation, FAMILY).map(
        ({ member, figure }) => `${roleWords(member).group} ${amount(figure)}`,
      );
      return `${names[i]!}: ${shares.join(', ')}`;
    })
    .join('; ');
}
