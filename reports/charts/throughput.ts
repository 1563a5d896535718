import type { Result } from '../../sim/experiment/result.ts';
import { changesShown } from '../verdict/change-verdict.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { plainText, say } from '../words/sentence.ts';
import type { Chart, Layout } from './chart.ts';
import { weeklyChart } from './weekly-chart.ts';

const IDS = ['bd-meetings-per-week', 'orders-won-per-week', 'throughput-per-year'] as const;

/** Meetings, projects and throughput week by week, the organisations in the same panels. */
export function throughputOverTime(result: Result, layout: Layout): Chart | undefined {
  const { currency } = result.organisations[0]!.facts;
  return weeklyChart(result, layout, {
    id: 'throughput-over-time',
    title: titleOf(result),
    about: `Meetings and projects a week; throughput in ${currency} a year.`,
    textAlternative: `${titleOf(result)}. ${levels(result)}.`,
    panels: [
      { id: IDS[0], title: 'Business-development meetings held a week' },
      { id: IDS[1], title: 'Projects won a week' },
      { id: IDS[2], title: `Throughput, ${currency} a year` },
    ],
  });
}

/** The changes of every organisation against the first, or the levels of the only one. */
function titleOf(result: Result): string {
  const names = organisationNames(result);
  if (names.length === 1) return `${names[0]!}: ${levelsOf(result, 0)}`;
  const findings = result.differences.map((_, i) => {
    const changes = changesShown(result, i + 1, IDS);
    return changes.length === 0
      ? `${names[i + 1]!} is not shown to differ from ${names[0]!} in meetings, projects or throughput`
      : plainText(say`${names[i + 1]!} ${changes}`);
  });
  return findings.join('; ');
}

function levels(result: Result): string {
  return organisationNames(result)
    .map((name, i) => `${name}: ${levelsOf(result, i)}`)
    .join('; ');
}

function levelsOf({ organisations }: Result, index: number): string {
  const { metrics } = organisations[index]!;
  const [meetings, projects, throughput] = IDS.map((id) => {
    const figure = metrics[id];
    return figure === undefined ? '–' : amount(figure);
  });
  return `${meetings!} meetings, ${projects!} projects won, ${throughput!} throughput`;
}
