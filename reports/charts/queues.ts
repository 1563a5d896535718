import type { Result } from '../../sim/experiment/result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle, roleWords } from '../words/role-words.ts';
import type { Chart, Layout } from './chart.ts';
import { largestOf } from './largest.ts';
import { rolesWith, weeklyChart } from './weekly-chart.ts';

const FAMILY = 'queue-length.';

/** What waits for every function, week by week. */
export function queuesOverTime(result: Result, layout: Layout): Chart | undefined {
  return weeklyChart(result, layout, {
    id: 'queues-over-time',
    title: titleOf(result),
    about: 'Tasks that wait, on average through the week; every panel has a scale of its own.',
    textAlternative: `${titleOf(result)}. All queues: ${all(result)}.`,
    panels: rolesWith(result, FAMILY).map((role) => ({ id: `${FAMILY}${role}`, title: roleTitle(role) })),
  });
}

function titleOf(result: Result): string {
  const names = organisationNames(result);
  const longest = result.organisations.flatMap((organisation, i) => {
    const [first] = largestOf(organisation, FAMILY);
    return first === undefined
      ? []
      : [`for ${roleWords(first.member).group} in ${names[i]!} (${amount(first.figure)} tasks)`];
  });
  return `Most work waits ${longest.join(', ')}`;
}

function all(result: Result): string {
  const names = organisationNames(result);
  return result.organisations
    .map((organisation, i) => {
      const queues = largestOf(organisation, FAMILY).map(
        ({ member, figure }) => `${roleWords(member).group} ${amount(figure)}`,
      );
      return `${names[i]!}: ${queues.join(', ')}`;
    })
    .join('; ');
}
