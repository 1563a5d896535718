import type { TopLevelSpec } from 'vega-lite';
import type { ClaimsResult } from '../../sim/claims/claims-result.ts';
import { VERDICT_WORDS } from '../claims/figures.ts';
import { counted } from '../words/counted.ts';
import { shortened } from '../words/shortened.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { claimGroups, type ClaimGroup, type ClaimRow } from './claim-rows.ts';
import { CONFIG, FAINT_INK, GRID, INK } from './theme.ts';

/** Colour and shape of a verdict: neither alone tells them apart. */
const LOOKS = {
  domain: [VERDICT_WORDS.supported, VERDICT_WORDS.conditional, VERDICT_WORDS['not-supported']],
  shapes: ['circle', 'diamond', 'triangle-down'],
  hues: ['#009E73', '#E69F00', '#CC79A7'],
};

/** Distances from a bound that the axis names, as shares of the bound. */
const NAMED_DISTANCES = { wide: [0.25, 1, 4], narrow: [1, 4] } as const;

/** Sizes in pixels: the names of claims, the scale beside them, and a row. */
const SIZES = {
  wide: { label: 560, width: 400, row: 20 },
  narrow: { label: 44, width: 310, row: 20 },
} as const;
/** Letters for which the names have room. */
const LETTERS = { wide: 94, narrow: 48 } as const;

/**
 * Every claim with a number as a mark with its interval, on one scale: how far inside or outside of what is claimed.
 * Undefined if the result does not say, as results of earlier versions do not.
 */
export function claimMargins(result: ClaimsResult, layout: Layout): Chart | undefined {
  const groups = claimGroups(result);
  const rows = groups.flatMap(({ rows: own }) => own);
  if (rows.length === 0) return undefined;
  return {
    id: 'claims',
    title: titleOf(rows),
    subtitle: subtitleOf(result, rows),
    source: sourceOf(result),
    textAlternative: `${titleOf(rows)}. ${inWords(rows)}.`,
    metrics: [],
    spec: specOf(groups, layout),
    data: rows.map(dataRow),
  };
}

function titleOf(rows: readonly ClaimRow[]): string {
  const counts = LOOKS.domain.map((verdict) => `${ofVerdict(rows, verdict).length} ${verdict}`);
  return `Of ${counted(rows.length, 'claim')} with a number: ${counts.join(', ')}`;
}

function ofVerdict(rows: readonly ClaimRow[], verdict: string): ClaimRow[] {
  return rows.filter((row) => row.verdict === verdict);
}

function subtitleOf({ claims, contradictions }: ClaimsResult, rows: readonly ClaimRow[]): string {
  const left = claims.length + contradictions.length - rows.length;
  return (
    'Right of the line: as the documents say; left of it: not so. Mark: the estimate; bar: the 95 % interval; no bar: known ' +
    'without simulating, or nothing to take an interval of. The scale is the distance from the nearest bound of what is ' +
    'claimed, in per cent of that bound, to which a hundredth of the figures is added since a bound may be 0. On the line: ' +
    'the claim names one number, and it is met. A claim may lie right of the line and yet be conditional, because its most ' +
    'fragile assumption turns it, or be judged by a further condition, which is not drawn.' +
    (left === 0 ? '' : ` Without a number, and left out: ${left}.`)
  );
}

function sourceOf({ provenance }: ClaimsResult): string {
  const { version, commit, seed, runs, quick, interrupted } = provenance;
  const build = commit === null ? version : `${version} (${commit.slice(0, 7)})`;
  const notes = `${quick ? '; fewer and shorter runs than the files ask for' : ''}${interrupted ? '; stopped early' : ''}`;
  return `Source: salesworks ${build}; seed ${seed}; ${counted(runs, 'run')}${notes}.`;
}

function inWords(rows: readonly ClaimRow[]): string {
  return LOOKS.domain
    .map((verdict) => {
      const ids = ofVerdict(rows, verdict).map(({ claim }) => claim.id);
      return `${verdict}: ${ids.length === 0 ? 'none' : ids.join(', ')}`;
    })
    .join('; ');
}

function dataRow({ claim, verdict, at, from, to }: ClaimRow): Row {
  const { id, groupTitle, source, claim: text, unit, estimate, ci95, tests } = claim;
  return {
    id,
    section: groupTitle,
    source,
    claim: text,
    verdict,
    claimed: tests[0]?.holds ?? null,
    unit,
    estimate,
    lower: ci95?.[0] ?? null,
    upper: ci95?.[1] ?? null,
    margin: at,
    leastMargin: from,
    greatestMargin: to,
  };
}

/** What stands in one line: a claim, or the title of a section. */
interface Line {
  readonly line: number;
  readonly heading: string;
  readonly name: string;
  readonly verdict: string | null;
  readonly at: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

function linesOf(groups: readonly ClaimGroup[], layout: Layout): Line[] {
  const most = LETTERS[layout];
  const lines = groups.flatMap(({ title, rows }): Omit<Line, 'line'>[] => [
    { heading: shortened(title, most), name: '', verdict: null, at: null, from: null, to: null },
    ...rows.map(({ claim: { id, claim }, verdict, at, from, to }) => {
      const name = layout === 'wide' ? shortened(`${id}  ${claim}`, most) : id;
      return { heading: '', name, verdict, at, from, to };
    }),
  ]);
  return lines.map((line, i) => ({ line: i, ...line }));
}

function specOf(groups: readonly ClaimGroup[], layout: Layout): TopLevelSpec {
  const lines = linesOf(groups, layout);
  const { label, width, row } = SIZES[layout];
  const y: Position = {
    field: 'line',
    type: 'quantitative',
    scale: { domain: [-0.5, lines.length - 0.5], reverse: true, nice: false },
    axis: null,
  };
  const inside = NAMED_DISTANCES[layout].map((distance) => distance / (1 + distance));
  const named = [...inside.map((margin) => -margin), 0, ...inside].sort((a, b) => a - b);
  const x: Position = {
    type: 'quantitative',
    title: 'distance from the bound, in per cent of it',
    scale: { domain: [-1, 1], nice: false },
    axis: { values: named, labelExpr: DISTANCE_LABEL },
  };
  return {
    config: CONFIG,
    width,
    height: lines.length * row,
    layer: [
      ...sideNames(width),
      ...named.map((at) => upright(lines, at, y)),
      {
        data: { values: lines.filter(isClaim) as unknown as Record<string, unknown>[] },
        layer: [...namesOf(y, label), ...marksOf(y, x, layout)],
      },
      {
        data: { values: lines.filter((line) => !isClaim(line)) as unknown as Record<string, unknown>[] },
        mark: { type: 'text', align: 'left', fontWeight: 'bold', fontSize: 13, dy: 2 },
        encoding: { y, x: { value: -label }, text: { field: 'heading' } },
      },
    ],
  };
}

/** A margin as the distance that it stands for. */
const DISTANCE_LABEL =
  "datum.value === 0 ? 'bound' : format(100 * abs(datum.value) / (1 - abs(datum.value)), ',.0f') + '\u00a0%'";

function isClaim({ at }: Line): boolean {
  return at !== null;
}

/** A line at one place of the scale beside the claims of every section; the titles between them stay free. */
function upright(lines: readonly Line[], at: number, y: Position): Panel {
  const stretches = lines.flatMap((line, i) => {
    if (isClaim(line)) return [];
    const next = lines.findIndex((other, j) => j > i && !isClaim(other));
    return [{ line: i + 0.5, end: (next < 0 ? lines.length : next) - 0.5 }];
  });
  return {
    data: { values: stretches },
    mark: { type: 'rule', color: at === 0 ? INK : GRID },
    encoding: { x: { datum: at }, y, y2: { field: 'end' } },
  };
}

/** What the two sides of the line mean, above the drawing. */
function sideNames(width: number): Panel[] {
  const sides = [
    { text: 'not as the documents say', align: 'right', x: width / 2 - 8 },
    { text: 'as they say', align: 'left', x: width / 2 + 8 },
  ] as const;
  return sides.map(({ text, align, x }): Panel => ({
    data: { values: [{}] },
    mark: { type: 'text', text, align, baseline: 'bottom', color: FAINT_INK },
    encoding: { x: { value: x }, y: { value: -4 } },
  }));
}

/** The name of every claim, and a thin line from it to its mark. */
function namesOf(y: Position, label: number): Panel[] {
  return [
    {
      mark: { type: 'rule', color: GRID },
      encoding: { y, x: { datum: -1 }, x2: { datum: 1 } },
    },
    {
      mark: { type: 'text', align: 'left', limit: label - 8 },
      encoding: { y, x: { value: -label }, text: { field: 'name' } },
    },
  ];
}

function marksOf(y: Position, x: Position, layout: Layout): Panel[] {
  const { domain, shapes, hues } = LOOKS;
  const legend = {
    title: null,
    orient: 'top',
    offset: 26,
    symbolSize: 110,
    symbolStrokeWidth: 1,
    columns: layout === 'wide' ? 3 : 2,
  } as const;
  return [
    {
      mark: { type: 'rule', color: INK, strokeWidth: 2 },
      encoding: { y, x: { ...x, field: 'from' }, x2: { field: 'to' } },
    },
    {
      mark: { type: 'point', filled: true, size: 80, opacity: 1, stroke: INK, strokeWidth: 1 },
      encoding: {
        y,
        x: { ...x, field: 'at' },
        shape: { field: 'verdict', scale: { domain, range: shapes }, legend },
        color: { field: 'verdict', scale: { domain, range: hues }, legend },
      },
    },
  ];
}
