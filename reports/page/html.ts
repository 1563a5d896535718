import { escaped } from '../words/escaped.ts';

/** Markup that may stand in a page as it is; made by `html`, which escapes everything else. */
export interface Html {
  readonly kind: 'html';
  readonly text: string;
}

type Value = string | number | Html | readonly Html[] | undefined;

/** Markup from a template. Text and numbers inside are escaped, markup is not; undefined is nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const text = texts.map((part, i) => part + textOf(values[i])).join('');
  return { kind: 'html', text };
}

/** Markup that this program wrote, such as a drawing or a style sheet; never anything from outside. */
export function trusted(text: string): Html {
  return { kind: 'html', text };
}

function textOf(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return isList(value) ? value.map(({ text }) => text).join('\n') : value.text;
}

function isList(value: Html | readonly Html[]): value is readonly Html[] {
  return Array.isArray(value);
}
