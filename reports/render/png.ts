import { shippedFonts } from './fonts.ts';

/** Pixels of the picture for one of the drawing: sharp on slides and on paper. */
const SCALE = 2;

/** An SVG drawing as a PNG picture, set in the shipped font and nothing else. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      fontFiles: shippedFonts().map(({ path }) => path),
      loadSystemFonts: false,
      defaultFontFamily: 'Atkinson Hyperlegible',
    },
  });
  return picture.render().asPng();
}
