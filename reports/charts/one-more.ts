import type { TopLevelSpec } from 'vega-lite';
import type { OneMoreResult, Result } from '../../sim/experiment/result.ts';
import { constraintFindings } from '../verdict/constraint-findings.ts';
import { amount, interval, isMoney } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { capitalised, roleWords } from '../words/role-words.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { panelTitle } from './panel-title.ts';
import { sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, FAINT_INK, INK } from './theme.ts';
import { meaningOf, verdictLayers } from './verdict-marks.ts';

const ROW_HEIGHT = 26;
const COLUMNS = [
  { id: 'bd-meetings-per-week', title: 'Meetings held a week' },
  { id: 'orders-won-per-week', title: 'Projects won a week' },
  { id: 'throughput-per-year', title: 'Throughput a year' },
] as const;

/**
 * What one more head of each role changes, and for throughput what the head costs; undefined if it was not
 * tried.
 */
export function oneMoreHead(result: Result, layout: Layout): Chart | undefined {
  const columns = COLUMNS.filter(({ id }) =>
    result.organisations.some(({ oneMore }) =>
      oneMore.some(({ metrics }) => metrics[id]?.mean !== undefined && metrics[id].mean !== null),
    ),
  );
  if (columns.length === 0) return undefined;
  const replications = Math.max(
    ...result.organisations.flatMap(({ oneMore }) => oneMore.map((more) => more.replications)),
  );
  return {
    id: 'one-more-head',
    title: titleOf(result),
    subtitle:
      'Change by one more head of a role, everything else equal, in the same market. Whiskers: ' +
      `${replications < 2 ? 'none, one replication' : `95 % intervals over ${replications} replications`}. Upright ` +
      'stroke under throughput: yearly cost of the head; it pays for itself where the whole whisker lies to the right ' +
      'of it. Negligible: the whole interval is too close to zero to matter.',
    source: sourceOf(result),
    textAlternative: `${titleOf(result)}. ${inWords(result)}.`,
    metrics: columns.map(({ id }) => id),
    spec: specOf(result, columns, layout),
    data: result.organisations.flatMap(({ oneMore }, i) =>
      oneMore.flatMap((more) => dataRows(organisationNames(result)[i]!, more)),
    ),
  };
}

function dataRows(organisation: string, { role, replications, cost, metrics }: OneMoreResult): Row[] {
  return Object.entries(metrics).map(([id, { mean, ci95, unit, verdict }]) => ({
    organisation,
    role,
    replications,
    costPerYear: cost,
    metric: id,
    unit,
    difference: mean,
    lower: ci95?.[0] ?? null,
    upper: ci95?.[1] ?? null,
    verdict,
  }));
}

type Column = (typeof COLUMNS)[number];

function specOf(result: Result, columns: readonly Column[], layout: Layout): TopLevelSpec {
  const names = organisationNames(result);
  const panels = result.organisations.flatMap(({ oneMore }, i) => {
    if (oneMore.length === 0) return [];
    const own = columns.map((column, place) =>
      headPanel(oneMore, column, {
        domain: domainOf(result, column.id),
        layout,
        hasNames: layout === 'narrow' || place === 0,
        heading: place === 0 ? `${names[i]!}\n${headingOf(column, result)}` : headingOf(column, result),
      }),
    );
    return [layout === 'wide' ? { hconcat: own, spacing: 20 } : { vconcat: own, spacing: 14 }];
  });
  return { config: CONFIG, vconcat: panels, spacing: 26 };
}

function headingOf({ id, title }: Column, { organisations }: Result): string {
  return id === 'throughput-per-year' ? `Throughput, ${organisations[0]!.facts.currency} a year` : title;
}

interface Frame {
  readonly domain: [number, number];
  readonly layout: Layout;
  readonly hasNames: boolean;
  readonly heading: string;
}

function headPanel(oneMore: readonly OneMoreResult[], { id }: Column, frame: Frame): Panel {
  const { domain, layout, hasNames, heading } = frame;
  const unit = oneMore[0]?.metrics[id]?.unit ?? '';
  const [width, names, labelFontSize] = layout === 'wide' ? [190, 176, 12] : [118, 164, 11];
  const y: Position = {
    field: 'role',
    type: 'nominal',
    title: null,
    sort: null,
    axis: hasNames
      ? { labelColor: INK, labelFontSize, labelLimit: names, minExtent: names, grid: true }
      : { labels: false, grid: true },
  };
  const x: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain },
    axis: { tickCount: layout === 'wide' ? 4 : 2, grid: true, labelExpr: isMoney(unit) ? THOUSANDS : SIGNED },
  };
  return {
    width,
    height: ROW_HEIGHT * oneMore.length,
    data: { values: oneMore.map((more) => valuesOf(more, id)) },
    layer: [
      panelTitle(heading),
      { mark: { type: 'rule', color: FAINT_INK }, encoding: { x: { ...x, datum: 0 } } },
      ...(isMoney(unit) ? [costLayer(y, x)] : []),
      ...verdictLayers(y, x, { columns: layout === 'wide' ? 5 : 2 }),
      {
        mark: { type: 'text', align: 'left', dx: 8, fontSize: 11 },
        encoding: { y, x: { value: width }, text: { field: 'words' } },
      },
    ],
  };
}

const SIGNED = "format(datum.value, datum.value === 0 ? '~f' : '+~f')";
const THOUSANDS = "datum.value === 0 ? '0' : format(datum.value / 1000, '+,~f') + 'k'";

function costLayer(y: Position, x: Position): Panel {
  return {
    mark: { type: 'tick', color: INK, thickness: 3, size: 18, opacity: 1, clip: true },
    encoding: { y, x: { ...x, field: 'cost' } },
  };
}

function valuesOf({ role, cost, metrics }: OneMoreResult, id: string) {
  const difference = metrics[id];
  return {
    role: capitalised(roleWords(role).one),
    cost,
    at: rounded(difference?.mean ?? null),
    from: rounded(difference?.ci95?.[0] ?? null),
    to: rounded(difference?.ci95?.[1] ?? null),
    meaning: meaningOf(id, difference?.verdict ?? 'undecided'),
    words:
      difference === undefined
        ? ''
        : amount(difference, { isDifference: true }).replace(/ a (year|week)$/, ''),
  };
}

/** The same scale for all organisations, with a little room at both ends. */
function domainOf({ organisations }: Result, id: string): [number, number] {
  const values = organisations.flatMap(({ oneMore }) =>
    oneMore.flatMap(({ cost, metrics }) => {
      const difference = metrics[id];
      const ends = [difference?.mean ?? 0, ...(difference?.ci95 ?? [])];
      return isMoney(difference?.unit ?? '') ? [...ends, cost] : ends;
    }),
  );
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = low === high ? 1 : (high - low) * 0.06;
  return [low - room, high + room];
}

function titleOf(result: Result): string {
  const names = organisationNames(result);
  const findings = result.organisations.flatMap((organisation, i) => {
    if (organisation.oneMore.length === 0) return [];
    const { best } = constraintFindings(organisation);
    if (best === undefined) return [`no single head is shown to raise the throughput of ${names[i]!}`];
    const gain = amount(best.throughput);
    return [`one more ${roleWords(best.role).one} raises the throughput of ${names[i]!} by ${gain}`];
  });
  return capitalised(findings.join('; '));
}

function inWords(result: Result): string {
  const names = organisationNames(result);
  return result.organisations
    .flatMap((organisation, i) => {
      const gains = constraintFindings(organisation).gains.map(({ role, throughput }) => {
        const range = interval(throughput, { isDifference: true });
        const change = amount(throughput, { isDifference: true });
        return `${roleWords(role).one} ${change}${range === undefined ? '' : ` (${range})`}`;
      });
      return gains.length === 0 ? [] : [`Throughput in ${names[i]!}: ${gains.join(', ')}`];
    })
    .join('; ');
}
