import { jackknife } from '../../statistics/jackknife.ts';
import { completed, figuresIn, type Figure } from '../figures.ts';
import type { MeasureText } from '../format/measures.ts';
import { exactFigure, isExact, readFigure, type Sample } from '../sample.ts';
import { measuredOf, type Measured } from './measured.ts';
import { unitOf } from './units.ts';

type SmoothText = Extract<
  MeasureText,
  { readonly kind: 'value' | 'difference' | 'ratio' | 'elasticity' | 'effects' }
>;

const SMOOTH: readonly MeasureText['kind'][] = [
  'value',
  'difference',
  'ratio',
  'elasticity',
  'effects',
  'trend',
  'shapley',
];

/** Whether a measure changes little when its figures change little; a trend and Shapley's value do so too. */
export function isSmooth({ kind }: MeasureText): boolean {
  return SMOOTH.includes(kind);
}

/** A smooth function of means of figures, paired by replication: value, difference, ratio, elasticity, effects. */
export function measureSmooth(measure: SmoothText, sample: Sample): Measured {
  const figures = wholeFigures(measure, sample);
  const formula = formulaOf(measure);
  const unit = unitOfSmooth(measure, figures, sample);
  if (figures.every(isExact)) {
    const estimate = formula(figures.map((figure) => exactFigure(figure, sample.get(figure.arm)!.scenario)));
    return measuredOf({ n: 0, mean: estimate, lower: estimate, upper: estimate }, { unit, isExact: true });
  }
  const { rows, leftOut } = rowsOf(figures, sample);
  const means = figures.map((figure, i) => ({
    label: `${figure.id}${figure.per === undefined ? '' : ` / ${figure.per}`}, ${figure.arm}`,
    value: rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length,
  }));
  return measuredOf(jackknife(rows, formula), { unit, leftOut, details: figures.length > 1 ? means : [] });
}

/** The figures of a measure in the order in which they are written. */
export function wholeFigures(measure: MeasureText, sample: Sample): Figure[] {
  const onlyArm = sample.size === 1 ? [...sample.keys()][0] : undefined;
  return figuresIn(measure).map(({ figure, like }) => completed(figure, like, onlyArm)!);
}

/** One row for each replication in which all figures exist. */
export function rowsOf(
  figures: readonly Figure[],
  sample: Sample,
): { readonly rows: readonly (readonly number[])[]; readonly leftOut: number } {
  const columns = figures.map((figure) => readFigure(figure, sample));
  const replications = Math.min(...columns.map(({ length }) => length));
  const all = Array.from({ length: replications }, (_, i) => columns.map((column) => column[i]!));
  const rows = all.filter((row) => row.every(Number.isFinite));
  return { rows, leftOut: all.length - rows.length };
}

/** The number from the figures, in their order. */
function formulaOf(measure: SmoothText): (figures: readonly number[]) => number {
  switch (measure.kind) {
    case 'value':
      return ([of]) => of!;
    case 'difference':
      return ([of, less]) => of! - less!;
    case 'ratio':
      return ([of, to]) => of! / to!;
    case 'elasticity':
      return ([of, to, byOf, byTo]) => Math.log(of! / to!) / Math.log(byOf! / byTo!);
    case 'effects':
      return measure.as === 'difference'
        ? ([a, b, c, d]) => a! - b! - (c! - d!)
        : ([a, b, c, d]) => (a! - b!) / (c! - d!);
  }
}

function unitOfSmooth(measure: SmoothText, figures: readonly Figure[], sample: Sample): string {
  const isPure = measure.kind === 'ratio' || measure.kind === 'elasticity';
  if (isPure || (measure.kind === 'effects' && measure.as === 'ratio')) return 'ratio';
  const [first] = figures;
  return unitOf(first!, sample.get(first!.arm)!.scenario);
}
