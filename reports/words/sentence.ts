/**
 * A piece of a sentence: plain text, the name of a metric (to be linked to its definition), or an
 * organisation.
 */
export type Part =
  | string
  | { readonly kind: 'metric'; readonly text: string; readonly id: string }
  | { readonly kind: 'organisation'; readonly text: string; readonly index: number }
  | { readonly kind: 'strong'; readonly text: string };

/** Words for the reader, in pieces, so that a page can link and a terminal can print them. */
export type Sentence = readonly Part[];

/** A sentence from a template; sentences and pieces may stand inside. */
export function say(texts: TemplateStringsArray, ...parts: readonly (Part | Sentence | number)[]): Sentence {
  const all = texts.flatMap((text, i): Part[] => {
    const part = parts[i];
    if (part === undefined) return [text];
    return [text, ...(typeof part === 'number' ? [String(part)] : isSentence(part) ? part : [part])];
  });
  return all.filter((part) => part !== '');
}

/** A metric named in a sentence. */
export function metric(id: string, text: string): Part {
  return { kind: 'metric', text, id };
}

/** The finding of a sentence. */
export function strong(text: string): Part {
  return { kind: 'strong', text };
}

/** A sentence as it is read. */
export function plainText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** Sentences or phrases in a row: `a`, `a and b`, `a, b and c`; nothing for none. */
export function listed(items: readonly Sentence[], word = 'and'): Sentence {
  return items.flatMap((item, i): Part[] => {
    const before = i === 0 ? [] : [i === items.length - 1 ? ` ${word} ` : ', '];
    return [...before, ...item];
  });
}

function isSentence(part: Part | Sentence): part is Sentence {
  return Array.isArray(part);
}
