import type { TopLevelSpec } from 'vega-lite';
import type {
  FactorFacts,
  SensitivityResult,
  Swing,
} from '../../sim/experiment/sensitivity/sensitivity-result.ts';
import { amount, interval } from '../words/notation.ts';
import type { Chart, Panel, Position, Row } from './chart.ts';
import { rounded } from './smoothing.ts';
import { CONFIG, FAINT_INK, INK, hueOf } from './theme.ts';

/** What is smaller than the largest ones is in the table. */
const MOST_ROWS = 15;
const ROW_HEIGHT = 30;
const WIDTH = 360;
const ENDS = ['at the low end', 'at the high end'] as const;

/** A factor with what it does to one answer. */
interface Bar {
  readonly facts: FactorFacts;
  readonly swing: Swing;
}

/** One tornado for each metric that has figures; none if the study was none of one assumption at a time. */
export function tornadoCharts(result: SensitivityResult): Chart[] {
  return Object.keys(result.metrics).flatMap((id) => tornadoOf(result, id) ?? []);
}

function tornadoOf(result: SensitivityResult, id: string): Chart | undefined {
  const { metrics, base, organisations } = result;
  const answer = base?.[id]?.mean;
  const all = barsOf(result, id);
  if (answer === null || answer === undefined || all.length === 0) return undefined;
  const { title, unit } = metrics[id]!;
  const bars = all.slice(0, MOST_ROWS);
  const isPair = organisations.length > 1;
  const subject = isPair
    ? `${title}: ${organisations[1]!} less ${organisations[0]!}`
    : `${title}: ${organisations[0]!}`;
  const finding = findingOf(all, unit);
  return {
    id: `tornado-${id.replaceAll('.', '-')}`,
    title: `${subject}. ${finding}`,
    subtitle: subtitleOf(result, all.length, isPair),
    source: sourceOf(result),
    textAlternative: `${subject}. ${finding}. ${bars.map((bar) => inWords(bar, unit)).join('; ')}.`,
    metrics: [id],
    spec: specOf(bars, { answer, unit, isPair }),
    data: all.map((bar) => dataRow(bar, answer)),
  };
}

/** Those that are shown to matter first, each part by size. */
function barsOf({ tornado = [], factors }: SensitivityResult, id: string): Bar[] {
  const sizeOf = ({ swing: { swing } }: Bar) => Math.abs(swing.mean ?? 0);
  return tornado
    .flatMap(({ path, swings }): Bar[] => {
      const swing = swings[id];
      const facts = factors.find((factor) => factor.path === path);
      const isDrawn = swing?.low.mean !== null && swing?.high.mean !== null && swing?.effect !== 'none';
      return swing === undefined || facts === undefined || !isDrawn ? [] : [{ facts, swing }];
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function findingOf(bars: readonly Bar[], unit: string): string {
  const shown = bars.filter(({ swing }) => swing.effect === 'shown');
  const [first] = shown;
  if (first === undefined) return `None of ${bars.length} assumptions is shown to matter`;
  const largest = amount({ ...first.swing.swing, unit }, { isDifference: true });
  const turning = bars.filter(({ swing }) => swing.breakEven.isShown).map(({ facts }) => facts.title);
  const turns = turning.length === 0 ? '' : `; the sign turns with ${turning.join(', ')}`;
  return `Largest change: ${first.facts.title}, ${largest} over its range${turns}`;
}

function subtitleOf({ provenance }: SensitivityResult, count: number, isPair: boolean): string {
  const more = count > MOST_ROWS ? ` The ${MOST_ROWS} largest of ${count}.` : '';
  const zero = isPair ? ' Dashed: no difference; with ? the sign is not shown on both sides.' : '';
  return (
    'One assumption at a time at either end of its range, everything else as it is (line), in the same market. Pale: ' +
    `the 95 % interval of the change over the range holds 0; ${provenance.replications} paired replications.${zero}${more}`
  );
}

function sourceOf({ provenance, organisations }: SensitivityResult): string {
  const { version, commit, seed, scenarios, interrupted } = provenance;
  const hashes = scenarios.map(({ sha256 }, i) => `${organisations[i]!} ${sha256.slice(0, 8)}`).join(', ');
  const build = commit === null ? version : `${version} (${commit.slice(0, 7)})`;
  return `Source: salesworks ${build}; seed ${seed}; scenarios ${hashes}${interrupted ? '; stopped early' : ''}.`;
}

function specOf(
  bars: readonly Bar[],
  { answer, unit, isPair }: { answer: number; unit: string; isPair: boolean },
): TopLevelSpec {
  const y: Position = {
    field: 'title',
    type: 'nominal',
    title: null,
    sort: null,
    axis: { labelColor: INK, labelLimit: 330, minExtent: 290, grid: true },
  };
  const x: Position = {
    type: 'quantitative',
    title: unit,
    scale: { zero: isPair, nice: true },
    axis: { tickCount: 5 },
  };
  return {
    config: CONFIG,
    width: WIDTH,
    height: bars.length * ROW_HEIGHT,
    data: { values: bars.map((bar) => valuesOf(bar, answer, unit)) },
    layer: [
      ...ENDS.map((end, i) =>
        barLayer({ end, field: i === 0 ? 'low' : 'high', dy: i === 0 ? -5.5 : 5.5, x, y }),
      ),
      ...(isPair
        ? [
            {
              mark: { type: 'rule', color: FAINT_INK, strokeDash: [4, 4] },
              encoding: { x: { datum: 0, ...x } },
            } as Panel,
          ]
        : []),
      { mark: { type: 'rule', color: INK, strokeWidth: 1.5 }, encoding: { x: { datum: answer, ...x } } },
      ...textLayers(y, isPair),
    ],
  };
}

function barLayer(of: { end: string; field: string; dy: number; x: Position; y: Position }): Panel {
  const { end, field, dy, x, y } = of;
  return {
    transform: [{ calculate: `'${end}'`, as: 'end' }],
    mark: { type: 'bar', height: 10, yOffset: dy },
    encoding: {
      y,
      x: { ...x, field },
      x2: { field: 'base' },
      color: {
        field: 'end',
        type: 'nominal',
        scale: { domain: [...ENDS], range: [hueOf(0), hueOf(1)] },
        legend: { title: null, orient: 'top' },
      },
      opacity: { condition: { test: "datum.effect === 'shown'", value: 1 }, value: 0.3 },
    },
  };
}

function textLayers(y: Position, isPair: boolean): Panel[] {
  const columns = [
    { field: 'change', at: WIDTH + 14, head: 'change, 95 %' },
    ...(isPair ? [{ field: 'turns', at: WIDTH + 190, head: 'sign turns at' }] : []),
  ];
  return columns.flatMap(({ field, at, head }): Panel[] => [
    {
      data: { values: [{}] },
      mark: { type: 'text', text: head, align: 'left', baseline: 'bottom', fontWeight: 'bold' },
      encoding: { x: { value: at }, y: { value: -6 } },
    },
    {
      mark: { type: 'text', align: 'left', limit: 170 },
      encoding: { y, x: { value: at }, text: { field } },
    },
  ]);
}

function valuesOf({ facts, swing }: Bar, base: number, unit: string) {
  const { at, isShown } = swing.breakEven;
  return {
    title: `${facts.title}, ${facts.from} to ${facts.to}`,
    base: rounded(base),
    low: rounded(swing.low.mean),
    high: rounded(swing.high.mean),
    effect: swing.effect,
    change:
      interval({ ...swing.swing, unit }, { isDifference: true }) ??
      amount({ ...swing.swing, unit }, { isDifference: true }),
    turns: at.length === 0 ? '–' : `${at.join(', ')}${isShown ? '' : ' ?'}`,
  };
}

function inWords({ facts, swing }: Bar, unit: string): string {
  const { change } = valuesOf({ facts, swing }, 0, unit);
  return `${facts.title} from ${facts.from} to ${facts.to}: ${change}`;
}

function dataRow({ facts, swing }: Bar, base: number): Row {
  return {
    path: facts.path,
    title: facts.title,
    from: facts.from,
    to: facts.to,
    base,
    low: swing.low.mean,
    high: swing.high.mean,
    swing: swing.swing.mean,
    lower: swing.swing.ci95?.[0] ?? null,
    upper: swing.swing.ci95?.[1] ?? null,
    effect: swing.effect,
    breakEven: swing.breakEven.at.join(', '),
  };
}
