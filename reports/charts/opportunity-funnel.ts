import type { TopLevelSpec } from 'vega-lite';
import type { MetricResult, OrganisationResult, Result } from '../../sim/experiment/result.ts';
import { amount, isExact, percent } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { capitalised } from '../words/role-words.ts';
import type { Chart, Layout, Panel, Position, Row } from './chart.ts';
import { FUNNEL_STEPS, LOSS_REASONS, type LossReason } from './funnel-words.ts';
import { panelTitle } from './panel-title.ts';
import { intervalWords, sourceOf } from './provenance-words.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, INK, hueOf } from './theme.ts';

const ROW_HEIGHT = 30;
const WON = 'won';

/** A bar, or a part of one: opportunities of a hundred at one step, on their way or lost. */
interface Part {
  readonly organisation: number;
  readonly step: number;
  /** A reason of loss; undefined for those that go on. */
  readonly reason: LossReason | undefined;
  readonly figure: MetricResult & { readonly mean: number };
  readonly from: number;
  readonly to: number;
}

/** How far opportunities come, where the others end and why; undefined without the figures. */
export function opportunityFunnel(result: Result, layout: Layout): Chart | undefined {
  const parts = result.organisations.flatMap((organisation, i) => partsOf(organisation, i));
  if (parts.length === 0) return undefined;
  return {
    id: 'opportunity-funnel',
    title: titleOf(result, parts),
    subtitle:
      'Of a hundred opportunities decided in the measured weeks, in the colour of the organisation those that come so far and ' +
      'further, beside them those that end there and why. What is still open is in no bar: it is neither won nor lost. ' +
      `${capitalised(intervalWords(result))}${halfWidthWords(parts)}.`,
    source: sourceOf(result),
    textAlternative: `${titleOf(result, parts)}. ${result.organisations.map((_, i) => inWords(result, parts, i)).join('; ')}.`,
    metrics: [...new Set(parts.flatMap((part) => idOf(part) ?? [])), ...perWeekIds(result)],
    spec: specOf(result, parts, layout),
    data: [...parts.map((part) => dataRow(result, part)), ...perWeekRows(result)],
  };
}

function partsOf(organisation: OrganisationResult, index: number): Part[] {
  const { metrics } = organisation;
  const won = known(metrics[`opportunities-coming-to.${WON}`]);
  if (won === undefined) return [];
  return FUNNEL_STEPS.flatMap(({ member, lostAt }, step): Part[] => {
    const all =
      member === undefined
        ? { ...won, mean: 1, ci95: null }
        : known(metrics[`opportunities-coming-to.${member}`]);
    if (all === undefined) return [];
    const losses = LOSS_REASONS.flatMap((reason) => {
      const figure =
        lostAt === undefined ? undefined : known(metrics[`opportunities-lost.${lostAt}.${reason.id}`]);
      return figure === undefined || figure.mean === 0 ? [] : [{ reason, figure }];
    });
    // Those that go on are what is left, which is exactly what comes to the next step.
    const goingOn = all.mean - losses.reduce((sum, { figure }) => sum + figure.mean, 0);
    let from = goingOn;
    return [
      { organisation: index, step, reason: undefined, figure: all, from: 0, to: goingOn },
      ...losses.map(({ reason, figure }): Part => ({
        ...{ organisation: index, step, reason, figure },
        ...{ from, to: (from += figure.mean) },
      })),
    ];
  });
}

function known(figure: MetricResult | undefined): (MetricResult & { readonly mean: number }) | undefined {
  return figure === undefined || figure.mean === null ? undefined : { ...figure, mean: figure.mean };
}

/** The metric of a part; undefined for the first bar, which is all by definition. */
function idOf({ step, reason }: Part): string | undefined {
  const { member, lostAt } = FUNNEL_STEPS[step]!;
  if (reason !== undefined) return `opportunities-lost.${lostAt!}.${reason.id}`;
  return member === undefined ? undefined : `opportunities-coming-to.${member}`;
}

function perWeekIds({ metrics }: Result): string[] {
  return [
    'opportunities-arrived-per-week',
    ...[WON, ...LOSS_REASONS.map(({ id }) => id)].map((id) => `opportunities-decided.${id}`),
  ].filter((id) => metrics[id] !== undefined);
}

function dataRow(result: Result, part: Part): Row {
  const { organisation, step, reason, figure } = part;
  return {
    organisation: organisationNames(result)[organisation]!,
    metric: idOf(part) ?? 'opportunities decided',
    step: FUNNEL_STEPS[step]!.title,
    lost: reason?.title ?? '',
    unit: 'share',
    mean: figure.mean,
    lower: figure.ci95?.[0] ?? null,
    upper: figure.ci95?.[1] ?? null,
  };
}

/** The same in absolute numbers, a week. */
function perWeekRows(result: Result): Row[] {
  return result.organisations.flatMap(({ metrics }, i) =>
    perWeekIds(result).map((id): Row => ({
      organisation: organisationNames(result)[i]!,
      metric: id,
      step: id.endsWith('arrived-per-week') ? 'arrived' : '',
      lost: LOSS_REASONS.find((reason) => id.endsWith(`.${reason.id}`))?.title ?? '',
      unit: metrics[id]?.unit ?? '',
      mean: metrics[id]?.mean ?? null,
      lower: metrics[id]?.ci95?.[0] ?? null,
      upper: metrics[id]?.ci95?.[1] ?? null,
    })),
  );
}

function specOf(result: Result, parts: readonly Part[], layout: Layout): TopLevelSpec {
  const shown = result.organisations.flatMap((_, i) =>
    parts.some(({ organisation }) => organisation === i) ? [i] : [],
  );
  // Every legend has all of them, so that it is one.
  const reasons = LOSS_REASONS.filter(({ id }) => parts.some(({ reason }) => reason?.id === id));
  return {
    config: CONFIG,
    columns: layout === 'wide' ? 2 : 1,
    concat: shown.map((index) =>
      funnelPanel(
        result,
        parts.filter(({ organisation }) => organisation === index),
        reasons,
        layout,
      ),
    ),
    spacing: { row: 30, column: 30 },
  };
}

const NAME_WIDTH = 96;
const COUNT_WIDTH = 66;

function funnelPanel(
  result: Result,
  parts: readonly Part[],
  reasons: readonly LossReason[],
  layout: Layout,
): Panel {
  const { organisation } = parts[0]!;
  const width = layout === 'wide' ? 300 : 176;
  const y: Position = {
    field: 'step',
    type: 'nominal',
    title: null,
    sort: FUNNEL_STEPS.map(({ title }) => title),
    axis: { labelColor: INK, labelLimit: NAME_WIDTH, minExtent: NAME_WIDTH, labelFontSize: 12 },
  };
  const x: Position = {
    type: 'quantitative',
    title: null,
    scale: { domain: [0, 1], nice: false },
    axis: {
      values: [0, 0.25, 0.5, 0.75, 1],
      labelExpr: 'format(100 * datum.value, ",~f")',
      grid: true,
      domain: false,
    },
  };
  const values = parts.map(({ step, reason, from, to }) => ({
    step: FUNNEL_STEPS[step]!.title,
    lost: reason?.title ?? null,
    from: rounded(from),
    to: rounded(to),
  }));
  const counts = parts.filter(({ reason }) => reason === undefined);
  return {
    width,
    height: FUNNEL_STEPS.length * ROW_HEIGHT,
    data: { values },
    layer: [
      panelTitle(`${organisationNames(result)[organisation]!}\n${perWeekWords(result, organisation)}`),
      {
        transform: [{ filter: 'datum.lost === null' }],
        mark: { ...BAR, color: hueOf(organisation) },
        encoding: { y, x: { ...x, field: 'from' }, x2: { field: 'to' } },
      },
      {
        transform: [{ filter: 'datum.lost !== null' }],
        mark: BAR,
        encoding: { y, x: { ...x, field: 'from' }, x2: { field: 'to' }, color: lossColour(reasons, layout) },
      },
      {
        data: {
          values: counts.map(({ step, figure }) => ({
            step: FUNNEL_STEPS[step]!.title,
            count: countOf(figure),
          })),
        },
        mark: { type: 'text', align: 'right', limit: COUNT_WIDTH },
        encoding: { y, x: { value: width + COUNT_WIDTH }, text: { field: 'count' } },
      },
    ],
  };
}

const BAR = { type: 'bar', height: ROW_HEIGHT - 9, stroke: '#ffffff', strokeWidth: 0.5 } as const;

function lossColour(reasons: readonly LossReason[], layout: Layout) {
  return {
    field: 'lost',
    type: 'nominal',
    scale: { domain: reasons.map(({ title }) => title), range: reasons.map(({ hue }) => hue) },
    legend: {
      title: null,
      orient: 'bottom',
      columns: layout === 'wide' ? 7 : 2,
      symbolType: 'square',
      symbolSize: 140,
      labelFontSize: 12,
    },
  } as const;
}

/** `41 ±2` of a hundred. */
function countOf({ mean, ci95 }: MetricResult & { readonly mean: number }): string {
  const decimals = mean < 0.0995 ? 1 : 0;
  const count = (100 * mean).toFixed(decimals);
  if (ci95 === null || isExact({ ci95 })) return count;
  const halfWidth = 50 * (ci95[1] - ci95[0]);
  return `${count} ±${halfWidth.toFixed(halfWidth < 0.95 ? 1 : 0)}`;
}

function perWeekWords({ organisations }: Result, index: number): string {
  const { metrics } = organisations[index]!;
  const [arrived, won] = ['opportunities-arrived-per-week', 'orders-won-per-week'].map((id) => metrics[id]);
  return [
    arrived === undefined ? [] : [`${amount(arrived)} arrive`],
    won === undefined ? [] : [`${amount(won)} are won`],
  ]
    .flat()
    .join(', ');
}

function halfWidthWords(parts: readonly Part[]): string {
  const widths = parts.map(({ figure: { ci95 } }) => (ci95 === null ? 0 : 50 * (ci95[1] - ci95[0])));
  const widest = Math.max(...widths);
  return widest === 0 ? '' : `, ±${widest.toFixed(1)} or narrower`;
}

/** The largest loss of every organisation, and what is won. */
function titleOf(result: Result, parts: readonly Part[]): string {
  const names = organisationNames(result);
  const findings = names.flatMap((name, i) => {
    const own = parts.filter(({ organisation }) => organisation === i);
    const won = own.at(-1);
    if (won === undefined) return [];
    const [most] = reasonsOf(own);
    const lost = most === undefined ? '' : `, and ${percent(most.share)} are ${lossWords(most.title)}`;
    return [`${name} wins ${percent(won.figure.mean)} of the opportunities decided${lost}`];
  });
  return findings.join('; ');
}

/** All steps together, by reason, the most frequent first. */
function reasonsOf(own: readonly Part[]): { readonly title: string; readonly share: number }[] {
  return LOSS_REASONS.map(({ id, title }) => ({
    title,
    share: own.filter(({ reason }) => reason?.id === id).reduce((sum, { figure }) => sum + figure.mean, 0),
  }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

function lossWords(title: string): string {
  if (title === 'to a competitor') return 'lost to a competitor';
  return title === 'no decision' ? 'left without a decision' : title;
}

function inWords(result: Result, parts: readonly Part[], index: number): string {
  const own = parts.filter(({ organisation }) => organisation === index);
  const steps = own
    .filter(({ reason }) => reason === undefined)
    .map(({ step, figure }) => `${FUNNEL_STEPS[step]!.title} ${countOf(figure)}`);
  const reasons = reasonsOf(own).map(({ title, share }) => `${lossWords(title)} ${percent(share)}`);
  return `${organisationNames(result)[index]!}, of a hundred: ${steps.join(', ')}; ${reasons.join(', ')}`;
}
