import type { TopLevelSpec } from 'vega-lite';
import { shippedFonts } from './fonts.ts';
import { TextWidth, type TypeStyle } from './text-width.ts';

/** What Vega exports to let others measure its texts; its typings leave it out. */
interface TextMetrics {
  width: (item: Partial<TypeStyle>, text: string) => number;
}

/** Vega's font size of a text that names none. */
const DEFAULT_SIZE = 11;

/**
 * Turns Vega-Lite specifications into SVG, without a browser and without canvas: same specification, same
 * bytes.
 */
export class SvgRenderer {
  private readonly vega: typeof import('vega');
  private readonly vegaLite: typeof import('vega-lite');

  private constructor(vega: typeof import('vega'), vegaLite: typeof import('vega-lite')) {
    this.vega = vega;
    this.vegaLite = vegaLite;
  }

  /**
   * Loads the libraries, which takes a quarter of a second, and has Vega measure texts in the shipped font.
   */
  static async load(): Promise<SvgRenderer> {
    const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
    const width = new TextWidth(shippedFonts());
    const metrics = (vega as unknown as { textMetrics: TextMetrics }).textMetrics;
    metrics.width = ({ fontSize, fontWeight }, text) =>
      width.of(text, { fontSize: fontSize ?? DEFAULT_SIZE, fontWeight });
    return new SvgRenderer(vega, vegaLite);
  }

  /**
   * The drawing as an SVG document. Ids inside begin with the prefix, so that several drawings can stand on
   * one page. Warnings of Vega and Vega-Lite are told, not thrown.
   */
  async render(
    spec: TopLevelSpec,
    { idPrefix, onWarning = () => undefined }: { idPrefix: string; onWarning?: (text: string) => void },
  ): Promise<string> {
    const logger = listener(onWarning);
    const compiled = this.vegaLite.compile(spec, { logger }).spec;
    const view = new this.vega.View(this.vega.parse(compiled), { renderer: 'none', logger });
    const svg = await view.toSVG();
    view.finalize();
    return withOwnIds(svg, idPrefix);
  }
}

/**
 * Vega numbers its clip paths through the life of the process; here they are numbered anew in every drawing.
 */
function withOwnIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  for (const [, id] of svg.matchAll(/<(?:clipPath|linearGradient|radialGradient|pattern) id="([^"]+)"/g)) {
    names.set(id!, `${prefix}-${names.size + 1}`);
  }
  return svg
    .replace(/ id="([^"]+)"/g, (whole, id: string) => (names.has(id) ? ` id="${names.get(id)!}"` : whole))
    .replace(/url\(#([^)]+)\)/g, (whole, id: string) => (names.has(id) ? `url(#${names.get(id)!})` : whole));
}

/** A logger in Vega's form that passes warnings and errors on. */
function listener(onWarning: (text: string) => void) {
  const tell = (...texts: readonly unknown[]) => {
    onWarning(texts.map(String).join(' '));
    return logger;
  };
  const ignore = () => logger;
  const logger = {
    level: (() => logger) as never,
    error: tell,
    warn: tell,
    info: ignore,
    debug: ignore,
  };
  return logger;
}
