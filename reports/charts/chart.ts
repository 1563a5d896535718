import type { TopLevelSpec } from 'vega-lite';
import type { Field, PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js';
import type { LayerSpec, UnitSpec } from 'vega-lite/types_unstable/spec/index.js';
import type { Result } from '../../sim/experiment/result.ts';

/** For which width a chart is laid out: a page or slide, or a telephone. */
export type Layout = 'wide' | 'narrow';

/** A line of the data behind a chart; the same keys in every line of a chart. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What belongs to a chart or a picture, but for the drawing itself. */
export interface Figure {
  /** Kebab-case; the name of its files and its anchor. */
  readonly id: string;
  /** The finding in words, computed from the result. */
  readonly title: string;
  /** Unit, what is shown, and what the band or whisker means. */
  readonly subtitle: string;
  /** Version, scenario hashes and seed. */
  readonly source: string;
  /** One sentence with the finding and its numbers, for those who do not see the drawing. */
  readonly textAlternative: string;
  /** Metrics that the figure shows; their definitions are one click away. */
  readonly metrics: readonly string[];
  readonly data: readonly Row[];
}

/** A figure that is drawn by Vega-Lite. */
export interface Chart extends Figure {
  /** The drawing without title, subtitle and source. */
  readonly spec: TopLevelSpec;
}

/** Draws one chart; undefined if the result has nothing to show in it. */
export type ChartOf = (result: Result, layout: Layout) => Chart | undefined;

/** One panel of a chart: a mark or several above one another. */
export type Panel = LayerSpec<Field> | UnitSpec<Field>;

/** A place on an axis: field, scale and axis. */
export type Position = PositionFieldDef<Field>;
