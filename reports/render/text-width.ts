import { FontMetrics } from './font-metrics.ts';
import type { FontFile } from './fonts.ts';

/** Size and weight in which a text is set; the weight as in CSS. */
export interface TypeStyle {
  readonly fontSize: number;
  readonly fontWeight?: string | number | undefined;
}

/** Measures texts in the shipped font, so that layout is the same on every machine. */
export class TextWidth {
  private readonly regular: FontMetrics;
  private readonly bold: FontMetrics;

  constructor(fonts: readonly FontFile[]) {
    this.regular = new FontMetrics(fonts.find(({ weight }) => weight === 400)!.bytes);
    this.bold = new FontMetrics(fonts.find(({ weight }) => weight === 700)!.bytes);
  }

  /** Width of one line, in the unit of the font size. */
  of(text: string, { fontSize, fontWeight }: TypeStyle): number {
    const isBold = fontWeight === 'bold' || Number(fontWeight) >= 600;
    return (isBold ? this.bold : this.regular).widthOf(text, fontSize);
  }

  /** A text in lines that are not wider than asked for, unless a single word is. */
  lines(text: string, width: number, style: TypeStyle): string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
      if (lines.length > 0 && this.of(longer, style) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }
}
