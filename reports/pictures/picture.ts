import type { Result } from '../../sim/experiment/result.ts';
import type { Figure, Layout } from '../charts/chart.ts';

/** A figure that is drawn by this program itself: an SVG document without title, subtitle and source. */
export interface Picture extends Figure {
  readonly drawing: Drawing;
}

/** Marks of SVG and the size of the sheet on which they stand, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Elements, without the document around them. */
  readonly marks: string;
}

/** Draws one picture; undefined if the result has nothing to show in it. */
export type PictureOf = (result: Result, layout: Layout) => Promise<Picture | undefined>;
