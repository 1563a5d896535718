/** A colour of drawings that is another one on a dark page. */
interface Neutral {
  readonly name: string;
  /** As drawings have it, if it is not the light one. */
  readonly drawn?: string;
  readonly light: string;
  readonly dark: string;
  /** Where it changes: text upon a filled area, for instance, stays as it is. */
  readonly of: (tag: string, attribute: string, attributes: string) => boolean;
}

const always = () => true;
const isArea = (tag: string, attribute: string) => attribute === 'fill' && tag !== 'text';
/** Strokes, and rectangles of one pixel, by which pictures draw their lines. */
const isLine = (_: string, attribute: string, attributes: string) =>
  attribute === 'stroke' || / (?:width|height)="1"/.test(attributes);
const isText = (tag: string) => tag === 'text';

/**
 * What changes on a dark page. Hues stay: all have a contrast of 3 to 1 with both grounds, and the inks of texts upon
 * them were chosen for them. Hues of texts are lighter, and darker on a light page, since texts need 4.5 to 1.
 */
const NEUTRALS: readonly Neutral[] = [
  { name: 'sheet', light: '#ffffff', dark: '#161b22', of: (tag) => !isText(tag) },
  { name: 'mark-ink', light: '#1f2328', dark: '#e6edf3', of: always },
  { name: 'mark-faint', light: '#59636e', dark: '#a3adb8', of: always },
  { name: 'mark-grid', light: '#e4e7eb', dark: '#30363d', of: isLine },
  { name: 'mark-shade', light: '#eceef1', dark: '#21262d', of: isArea },
  { name: 'mark-grey', light: '#4d4d4d', dark: '#6b7280', of: isArea },
  { name: 'text-0', light: '#0072b2', dark: '#4aa8e0', of: isText },
  { name: 'text-1', drawn: '#d55e00', light: '#b84f00', dark: '#f08a3c', of: isText },
  { name: 'text-2', drawn: '#009e73', light: '#00795a', dark: '#2fc795', of: isText },
];

/** Declarations of the variables that drawings of `adaptable` use, on a light or a dark page. */
export function drawingVariables(scheme: 'light' | 'dark'): string {
  return NEUTRALS.map(({ name, [scheme]: colour }) => `--${name}:${colour}`).join(';');
}

/** A drawing for a page that may be light or dark: its colours that change are variables of the page's style sheet. */
export function adaptable(svg: string): string {
  return svg.replace(/<(\w+)([^<>]*)>/g, (_, tag: string, attributes: string) => {
    const own = attributes.replace(
      / (fill|stroke)="(#[0-9a-fA-F]{6})"/g,
      (whole, attribute: string, colour: string) => {
        const drawn = colour.toLowerCase();
        const neutral = NEUTRALS.find(
          (one) => (one.drawn ?? one.light) === drawn && one.of(tag, attribute, attributes),
        );
        return neutral === undefined ? whole : ` ${attribute}="var(--${neutral.name})"`;
      },
    );
    return `<${tag}${own}>`;
  });
}

/** A drawing with lines rounded to a tenth of a pixel, which nobody sees; a fifth of its bytes. */
export function rounded(svg: string): string {
  return svg.replace(
    / (d|transform|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g,
    (_, name: string, value: string) => {
      const short = value.replace(/-?\d*\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));
      return ` ${name}="${short}"`;
    },
  );
}
