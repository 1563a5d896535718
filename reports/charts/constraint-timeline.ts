import type { TopLevelSpec } from 'vega-lite';
import type { OrganisationResult, Result } from '../../sim/experiment/result.ts';
import { longestOf } from '../verdict/constraint-findings.ts';
import { percent } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleTitle, roleWords } from '../words/role-words.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { constraintShares } from './constraint-shares.ts';
import { groupHue, inkUpon } from './group-hues.ts';
import { largestOf } from './largest.ts';
import { panelTitle } from './panel-title.ts';
import { intervalWords, sourceOf } from './provenance-words.ts';
import { SMOOTHED_WEEKS, isSmoothed, rounded, smoothed } from './smoothing.ts';
import { CONFIG } from './theme.ts';
import { PERCENT_LABEL, VEIL, warmUpLayers, weekAxis } from './weekly-panels.ts';

const FAMILY = 'constraint-share.';
/** A band that is thinner than this has no room for its name. */
const NAMED_FROM = 0.08;

/** Which group is the momentary constraint, week by week, and for how much of the time in all. */
export function constraintTimeline(result: Result, layout: Layout): Chart | undefined {
  const data = result.organisations.flatMap((organisation, i) =>
    rowsOf(organisation, organisationNames(result)[i]!),
  );
  if (data.length === 0) return undefined;
  const smoothing = isSmoothed(result.organisations[0]!.facts.weeks) ? `, ${SMOOTHED_WEEKS}-week means` : '';
  return {
    id: 'constraint-timeline',
    title: titleOf(result),
    subtitle:
      `Share of office hours in which a group has been without spare capacity for longer than any other; the market ` +
      `where nobody is short of capacity. Left: week by week${smoothing}. Right: ${intervalWords(result)}.`,
    source: sourceOf(result),
    textAlternative: `${titleOf(result)}. ${all(result)}.`,
    metrics: Object.keys(result.metrics).filter((id) => data.some(({ metric }) => metric === id)),
    spec: specOf(result, data, layout),
    data,
  };
}

/** One line for each group and week, stacked in the order of the catalogue. */
function rowsOf({ series, metrics }: OrganisationResult, organisation: string): Row[] {
  const groups = Object.entries(series)
    .filter(([id, { mean }]) => id.startsWith(FAMILY) && mean.some((value) => value !== null))
    .map(([id, { week, mean }]) => ({ id, week, mean, drawn: smoothed(mean) }));
  const known = groups.filter(({ id }) => (metrics[id]?.mean ?? 0) > 0);
  return (known[0]?.week ?? []).flatMap((week, i) => {
    let from = 0;
    return known.map(({ id, mean, drawn }): Row => {
      const share = drawn[i] ?? null;
      const [bottom, top] = share === null ? [null, null] : [from, (from += share)];
      return {
        metric: id,
        organisation,
        group: roleTitle(id.slice(FAMILY.length)),
        week: week + 1,
        share: mean[i] ?? null,
        bottom: rounded(bottom),
        top: rounded(top),
      };
    });
  });
}

function specOf(result: Result, data: readonly Row[], layout: Layout): TopLevelSpec {
  const rows = organisationNames(result).flatMap((name, i) => {
    const own = data.filter(({ organisation }) => organisation === name);
    if (own.length === 0) return [];
    const area = areaPanel(result, own, name, layout);
    const shares = constraintShares(result, result.organisations[i]!, layout);
    return [
      layout === 'wide' ? { hconcat: [area, shares], spacing: 40 } : { vconcat: [area, shares], spacing: 16 },
    ];
  });
  return {
    config: CONFIG,
    data: { values: data.map(drawn) },
    vconcat: rows,
    spacing: layout === 'wide' ? 26 : 36,
    resolve: { scale: { color: 'independent' } },
  };
}

/** Of a row what the drawing needs. */
function drawn({ metric, organisation, week, bottom, top }: Row): Row {
  return { metric, organisation, week, bottom, top } as Row;
}

function areaPanel(result: Result, rows: readonly Row[], organisation: string, layout: Layout): Panel {
  const axis = weekAxis(result);
  const ids = [...new Set(rows.map(({ metric }) => String(metric)))];
  const color = {
    field: 'metric',
    scale: { domain: ids, range: ids.map((id) => groupHue(id.slice(FAMILY.length))) },
    legend: null,
  } as const;
  const x: Position = { field: 'week', type: 'quantitative', ...axis.encoding };
  const y: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain: [0, 1] },
    axis: { tickCount: 5, labelExpr: PERCENT_LABEL, grid: false },
  };
  return {
    width: layout === 'wide' ? 560 : 292,
    height: 190,
    transform: [{ filter: { field: 'organisation', equal: organisation } }],
    layer: [
      panelTitle(organisation),
      {
        mark: { type: 'area', stroke: '#ffffff', strokeWidth: 1, clip: true },
        encoding: { x, y: { field: 'bottom', ...y }, y2: { field: 'top' }, color },
      },
      ...warmUpLayers(result, x, VEIL),
      ...bandNames(rows, result.provenance.warmUp.weeks, layout === 'wide' ? 10 : 5).map(
        ({ row, week, middle }): Panel => ({
          data: { values: [{ week, middle }] },
          mark: { type: 'text', text: String(row.group), fontWeight: 'bold', color: inkUpon(hueOf(row)) },
          encoding: { x, y: { field: 'middle', ...y } },
        }),
      ),
    ],
  };
}

interface BandName {
  readonly row: Row;
  readonly week: number;
  readonly middle: number;
}

/** Where the names of groups have most room within their bands, after the warm-up; thin bands go without. */
function bandNames(rows: readonly Row[], warmUp: number, parts: number): BandName[] {
  const weeks = Math.max(...rows.map(({ week }) => Number(week)));
  const reach = Math.round(weeks / parts);
  return [...new Set(rows.map(({ metric }) => metric))].flatMap((metric): BandName[] => {
    const band = rows.filter((row) => row.metric === metric && row.top !== null);
    const places = band
      .filter(({ week }) => Number(week) > warmUp + reach && Number(week) <= weeks - reach)
      .map((row): BandName & { readonly room: number } => {
        const near = band.filter(({ week }) => Math.abs(Number(week) - Number(row.week)) <= reach);
        const bottom = Math.max(...near.map((other) => Number(other.bottom)));
        const top = Math.min(...near.map((other) => Number(other.top)));
        return { row, week: Number(row.week), middle: (bottom + top) / 2, room: top - bottom };
      });
    const [best] = places.sort((a, b) => b.room - a.room);
    return best !== undefined && best.room >= NAMED_FROM ? [best] : [];
  });
}

function hueOf({ metric }: Row): string {
  return groupHue(String(metric).slice(FAMILY.length));
}

/** Who is without spare capacity most often; where intervals overlap, all who may be. */
function titleOf(result: Result): string {
  const names = organisationNames(result);
  const findings = result.organisations.flatMap((organisation, i) => {
    const longest = longestOf(
      largestOf(organisation, FAMILY).map(({ member, figure }) => ({ member, ...figure })),
    );
    if (longest.length === 0) return [];
    const shares = longest.map(
      ({ member, mean }) => `${roleWords(member).group} (${percent(mean)} of the time)`,
    );
    return [`in ${names[i]!} ${shares.join(' or ')}`];
  });
  return `Most often without spare capacity: ${findings.join('; ')}`;
}

function all(result: Result): string {
  const names = organisationNames(result);
  return result.organisations
    .map((organisation, i) => {
      const shares = largestOf(organisation, FAMILY).map(
        ({ member, figure }) => `${roleWords(member).group} ${percent(figure.mean)}`,
      );
      return `${names[i]!}: ${shares.join(', ')}`;
    })
    .join('; ');
}
