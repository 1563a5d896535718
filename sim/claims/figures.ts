import type { FigureText, MeasureText, SimpleCondition } from './format/measures.ts';

/** A figure with everything said: what is read, of which arm, in which weeks. */
export interface Figure {
  readonly source: 'metric' | 'fact' | 'path';
  /** Id of the metric or the fact, or the path. */
  readonly id: string;
  readonly arm: string;
  /** Ids of metrics or facts of the same arm that are added. */
  readonly plus: readonly string[];
  /** Counted from 1, both ends included; the measured weeks if left out. */
  readonly weeks: { readonly from: number; readonly to: number } | undefined;
  /** Id of a metric or a fact of the same arm by which it is divided. */
  readonly per: string | undefined;
}

/** A figure as it is written in a measure, and the one from which it takes what it does not say. */
export interface WrittenFigure {
  /** Keys from the measure to the figure. */
  readonly path: readonly string[];
  readonly figure: FigureText;
  readonly like?: FigureText | undefined;
}

/** Every figure of a measure that a claim has written. */
export function figuresIn(measure: MeasureText): WrittenFigure[] {
  switch (measure.kind) {
    case 'value':
    case 'best':
    case 'trend':
    case 'ranking':
    case 'shapley':
      return [{ path: ['of'], figure: measure.of }];
    case 'difference':
      return pair(measure.of, 'less', measure.less);
    case 'ratio':
      return pair(measure.of, 'to', measure.to);
    case 'elasticity': {
      const { of, to = {} } = measure.by;
      const by = [
        { path: ['by', 'of'], figure: of, like: armOnly(measure.of) },
        { path: ['by', 'to'], figure: to, like: { ...of, arm: measure.to.arm } },
      ];
      return [...pair(measure.of, 'to', measure.to), ...by];
    }
    case 'effects':
      return (['effect', 'against'] as const).flatMap((key) => {
        const { of, less } = measure[key];
        const first = key === 'effect' ? undefined : measure.effect.of;
        return [
          { path: [key, 'of'], figure: of, like: first },
          { path: [key, 'less'], figure: less, like: first === undefined ? of : { ...first, ...of } },
        ];
      });
    case 'share':
    case 'population':
      return measure.anyOf.flatMap((condition, i) =>
        [condition, ...(condition.and ?? [])].flatMap((each, j) => {
          const above = ['anyOf', String(i), ...(j === 0 ? [] : ['and', String(j - 1)])];
          return figuresOfCondition(each).map((written) => ({
            ...written,
            path: [...above, ...written.path],
          }));
        }),
      );
    case 'crossing':
      return [];
  }
}

/** The figures of a condition, keys counted from it. */
export function figuresOfCondition({ of, less }: SimpleCondition): WrittenFigure[] {
  return less === undefined ? [{ path: ['of'], figure: of }] : pair(of, 'less', less);
}

/** A figure with what it does not say taken from another one; undefined if it is not clear which source is meant. */
export function completed(figure: FigureText, like: FigureText = {}, onlyArm?: string): Figure | undefined {
  const own = sourcesOf(figure);
  const sources = own.length === 0 ? sourcesOf(like) : own;
  const arm = figure.arm ?? like.arm ?? onlyArm;
  if (sources.length !== 1 || arm === undefined) return undefined;
  const [source, id] = sources[0]!;
  // The weeks of a metric say nothing about another source.
  const weeks = figure.weeks ?? (own.length === 0 ? like.weeks : undefined);
  const per = figure.per ?? (own.length === 0 ? like.per : undefined);
  const plus = figure.plus ?? (own.length === 0 ? like.plus : undefined) ?? [];
  return { source, id, plus, arm, weeks, per };
}

function sourcesOf({ metric, fact, path }: FigureText): (readonly [Figure['source'], string])[] {
  const all = [['metric', metric] as const, ['fact', fact] as const, ['path', path] as const];
  return all.flatMap(([source, id]) => (id === undefined ? [] : [[source, id] as const]));
}

function pair(first: FigureText, key: string, second: FigureText): WrittenFigure[] {
  return [
    { path: ['of'], figure: first },
    { path: [key], figure: second, like: first },
  ];
}

function armOnly({ arm }: FigureText): FigureText {
  return { arm };
}
