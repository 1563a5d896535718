/** In what a figure can be written; a picture has no Vega-Lite specification. */
export const FIGURE_FORMATS = ['svg', 'png', 'csv', 'vega'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];
