import { formatMoney } from '../scenario/units.ts';
import { completed, figuresIn, type Figure } from './figures.ts';
import type { ConditionText, MeasureText, SimpleCondition } from './format/measures.ts';

/** A number in the unit of a measure, short. */
export function numberInWords(value: number, unit: string): string {
  if (!Number.isFinite(value)) return value > 0 ? 'never' : 'the beginning';
  if (unit === 'share') return `${digits(100 * value)} %`;
  const money = /^(\S+) per year$/.exec(unit);
  if (money !== null) return formatMoney(value, money[1]);
  return digits(value);
}

function digits(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** Relative error that sums leave. */
const ROUNDING = 1e-9;

/** An interval in the unit of a measure; `no spread` where all replications agree. */
export function intervalInWords([lower, upper]: readonly [number, number], unit: string): string {
  const [from, to] = [numberInWords(lower, unit), numberInWords(upper, unit)];
  if (upper - lower <= ROUNDING * Math.max(Math.abs(lower), Math.abs(upper))) return 'no spread';
  return from === to ? from : `${from} to ${to}`;
}

/** What a measure is, in words: `ratio of bd-meetings-per-week: after to before`. */
export function measureInWords(measure: MeasureText): string {
  const figures = figuresIn(measure).map(({ figure, like }) => completed(figure, like, ''));
  const [a, b, c, d] = figures;
  switch (measure.kind) {
    case 'value':
      return figureInWords(a);
    case 'difference':
      return `${figureInWords(a)} less ${figureInWords(b)}`;
    case 'ratio':
      return `${figureInWords(a)} over ${figureInWords(b)}`;
    case 'elasticity':
      return `elasticity of ${figureInWords(a)} (from ${b?.arm ?? ''}) to ${c?.id ?? ''}`;
    case 'effects':
      return (
        `${measure.as} of two effects: ${figureInWords(a)} less ${figureInWords(b)}, against ` +
        `${figureInWords(c)} less ${figureInWords(d)}`
      );
    case 'share':
      return `share of replications with ${conditionsInWords(measure.anyOf)}`;
    case 'population':
      return `share of ${measure.firms} firms with ${conditionsInWords(measure.anyOf)}`;
    case 'crossing': {
      const { metric, arm, above, below, over = 4 } = measure;
      const side = above === undefined ? `below ${below!}` : `above ${above}`;
      return `median week in which ${metric} of ${arm} is ${side} over ${over} weeks`;
    }
    case 'best':
      return `${measure.arms.join(', ')} with the ${measure.find} ${measure.of.metric ?? measure.of.fact ?? ''}`;
    case 'trend':
      return `change of ${measure.of.metric ?? ''} from the first to the last of ${measure.arms.join(', ')}`;
    case 'ranking':
      return `share of ${measure.named.join(', ')} in the worst part by ${measure.of.metric ?? ''}`;
    case 'shapley':
      return measure.ask === 'share'
        ? `share of ${measure.switch} in the gain in ${measure.of.metric ?? ''}`
        : `lead of ${measure.switch} over the next one in the gain in ${measure.of.metric ?? ''}`;
  }
}

function figureInWords(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  const { id, plus, arm, weeks, per } = figure;
  const parts = [
    plus.length > 1 ? [`plus ${plus.length} more`] : plus.map((other) => `plus ${other}`),
    per === undefined ? [] : [`per ${per}`],
    weeks === undefined ? [] : [`weeks ${weeks.from} to ${weeks.to}`],
    arm === '' ? [] : [`of ${arm}`],
  ].flat();
  return [id, ...parts].join(' ');
}

function conditionsInWords(conditions: readonly ConditionText[]): string {
  return conditions
    .map((condition) => [condition, ...(condition.and ?? [])].map(conditionInWords).join(' and '))
    .join(', or ');
}

function conditionInWords({ of, less, above, below, exists, before }: SimpleCondition): string {
  return [
    figureInWords(completed(of, {}, '')),
    less === undefined ? [] : [`less ${figureInWords(completed(less, of, ''))}`],
    above === undefined ? [] : [`above ${above}`],
    below === undefined ? [] : [`below ${below}`],
    exists === undefined ? [] : [exists ? 'coming' : 'not coming'],
    before === undefined ? [] : [`before ${before}`],
  ]
    .flat()
    .join(' ');
}
