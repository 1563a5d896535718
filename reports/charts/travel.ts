import type { TopLevelSpec } from 'vega-lite';
import type { Result } from '../../sim/experiment/result.ts';
import { amount } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { MOST_POINTS } from './pairs.ts';
import { sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, organisationScales } from './theme.ts';
import { tourLawOf } from './tour-law.ts';

const OPEN = 'open-opportunities-per-salesperson';
const TRAVEL = 'travel-minutes-per-meeting';
/** Points of a line of the law. */
const LINE_POINTS = 40;

/** One replication of one organisation. */
interface Point {
  readonly organisation: number;
  readonly replication: number;
  readonly open: number;
  readonly minutes: number;
}

/**
 * Travel for a meeting against the opportunities from which days are filled, beside what the shortest tour would take;
 * undefined without values of single replications.
 */
export function travelAndOpportunities(result: Result, layout: Layout): Chart | undefined {
  const points = pointsOf(result);
  if (points.length === 0) return undefined;
  const lines = linesOf(result, points);
  return {
    id: 'travel',
    title: titleOf(result),
    subtitle: subtitleOf(result, lines.length > 0),
    source: sourceOf(result),
    textAlternative: `${titleOf(result)}. ${inWords(result, points)}.`,
    metrics: [OPEN, TRAVEL].filter((id) => result.metrics[id] !== undefined),
    spec: specOf(result, points, lines, layout),
    data: points.map(({ organisation, replication, open, minutes }): Row => ({
      organisation: organisationNames(result)[organisation]!,
      replication,
      openOpportunitiesPerSalesperson: open,
      travelMinutesPerMeeting: minutes,
      tourMinutes: rounded(lawOf(result, organisation)?.(open) ?? null),
    })),
  };
}

function lawOf({ provenance }: Result, organisation: number) {
  const facts = provenance.scenarios[organisation];
  return facts === undefined ? undefined : tourLawOf(facts);
}

function pointsOf({ organisations }: Result): Point[] {
  return organisations.flatMap(({ outcomes }, organisation) =>
    (outcomes?.[OPEN] ?? []).flatMap((open, i): Point[] => {
      const minutes = outcomes?.[TRAVEL]?.[i] ?? null;
      return open === null || minutes === null || open <= 0
        ? []
        : [{ organisation, replication: i + 1, open, minutes }];
    }),
  );
}

/** The law of every organisation over all the opportunities that any has, so that lines can be compared. */
function linesOf(result: Result, points: readonly Point[]) {
  const most = 1.1 * Math.max(...points.map(({ open }) => open));
  const least = 0.8 * Math.min(...points.map(({ open }) => open));
  return organisationNames(result).flatMap((organisation, i) => {
    const law = lawOf(result, i);
    if (law === undefined) return [];
    return Array.from({ length: LINE_POINTS }, (_, j) => {
      const open = least * (most / least) ** (j / (LINE_POINTS - 1));
      return { organisation, open: rounded(open), minutes: rounded(law(open)) };
    });
  });
}

function subtitleOf({ organisations }: Result, hasLaw: boolean): string {
  const alone =
    organisations.length > 1
      ? ''
      : ' One organisation has hardly a spread of opportunities; sweep their number to see more.';
  const law =
    'Lines: the shortest tour through all that are open in the territory of one salesperson, 0.7124 √(area / number) from one ' +
    'to the next, on the roads and at the speeds of the scenario. It leaves out the way from home and back, ' +
    'the limits of a day and of a detour, that days are agreed one by one as they suit the customer, and no-shows: points lie above it. ';
  return (
    `Each point is one replication, so that no 95 % interval is drawn: the means of each organisation have theirs in the tables. ` +
    `${hasLaw ? law : 'No tour to compare with: places lie in cities, or the result does not say where. '}Both averages after the warm-up.${alone}`
  );
}

function specOf(
  result: Result,
  points: readonly Point[],
  lines: readonly object[],
  layout: Layout,
): TopLevelSpec {
  const names = organisationNames(result);
  const { color, shape, strokeDash } = organisationScales(names);
  const isWide = layout === 'wide';
  const legend =
    names.length < 2
      ? null
      : ({
          title: null,
          orient: 'top',
          columns: isWide ? 3 : 1,
          symbolSize: 110,
          symbolStrokeWidth: 1,
        } as const);
  const x: Position = {
    field: 'open',
    type: 'quantitative',
    title: 'open opportunities per salesperson',
    scale: { zero: true },
    axis: { tickCount: isWide ? 10 : 5, format: ',~f' },
  };
  const y: Position = {
    field: 'minutes',
    type: 'quantitative',
    title: 'travel minutes for each meeting or visit',
    scale: { zero: true },
    axis: { tickCount: 6, format: ',~f', grid: true },
  };
  const each = Math.floor(MOST_POINTS / names.length);
  const drawn = points
    .filter(({ replication }) => replication <= each)
    .map(({ organisation, open, minutes }) => ({
      organisation: names[organisation]!,
      open: rounded(open),
      minutes: rounded(minutes),
    }));
  const line: Panel = {
    data: { values: lines as Record<string, unknown>[] },
    mark: { type: 'line', strokeWidth: 1.5 },
    encoding: {
      x,
      y,
      color: { field: 'organisation', scale: color, legend },
      strokeDash: { field: 'organisation', scale: strokeDash, legend },
    },
  };
  return {
    config: CONFIG,
    width: isWide ? 860 : 290,
    height: isWide ? 340 : 280,
    layer: [
      ...(lines.length === 0 ? [] : [line]),
      {
        data: { values: drawn },
        mark: { type: 'point', filled: true, size: 44, opacity: 0.65 },
        encoding: {
          x,
          y,
          color: { field: 'organisation', scale: color, legend },
          shape: { field: 'organisation', scale: shape, legend },
        },
      },
    ],
  };
}

/** Both means of every organisation. */
function titleOf(result: Result): string {
  const names = organisationNames(result);
  const findings = result.organisations.flatMap(({ metrics }, i) => {
    const [open, travel] = [metrics[OPEN], metrics[TRAVEL]];
    if (open === undefined || travel === undefined || open.mean === null || travel.mean === null) return [];
    return [
      `${amount(travel)} for a meeting or visit and ${amount(open)} open opportunities a salesperson in ${names[i]!}`,
    ];
  });
  return `Travel: ${findings.join('; ')}`;
}

/** Travel over the way between neighbours on the shortest tour, mean over replications. */
function inWords(result: Result, points: readonly Point[]): string {
  return organisationNames(result)
    .map((name, i) => {
      const law = lawOf(result, i);
      const own = points.filter(({ organisation }) => organisation === i);
      if (law === undefined || own.length === 0) return `${name}: ${own.length} replications`;
      const ratio = own.reduce((sum, { open, minutes }) => sum + minutes / law(open), 0) / own.length;
      return `${name}: ${own.length} replications, ${ratio.toFixed(1)} times the way from one to the next on the shortest tour`;
    })
    .join('; ');
}
