const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\r\n]*/y;

/** What may come next in a document. */
type Next = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'end of value';

/**
 * Where a text stops being JSON (RFC 8259), from 0 in UTF-16 code units; its length if it ends too soon. `JSON.parse`
 * names the place of some faults and not of others. Of a text that is JSON it is the length.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let next: Next = 'value';
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    const token = matchAt(TOKEN, text, at);
    if (token === undefined) return at;
    const after = nextAfter(token, next, open);
    if (after === undefined) return at;
    next = after;
    at += token.length;
  }
  return text.length;
}

/** What may follow a token; undefined if the token may not stand there. `open` are the brackets that are not closed. */
function nextAfter(token: string, next: Next, open: string[]): Next | undefined {
  const inside = open.at(-1);
  switch (token) {
    case '{':
    case '[':
      if (!next.startsWith('value')) return undefined;
      open.push(token);
      return token === '{' ? 'key or }' : 'value or ]';
    case '}':
    case ']': {
      const isPaired = inside === (token === '}' ? '{' : '[');
      if (!isPaired || !(next === 'end of value' || next.endsWith(token))) return undefined;
      open.pop();
      return 'end of value';
    }
    case ',':
      if (next !== 'end of value' || inside === undefined) return undefined;
      return inside === '{' ? 'key' : 'value';
    case ':':
      return next === ':' ? 'value' : undefined;
    default:
      if (next.startsWith('key')) return token.startsWith('"') ? ':' : undefined;
      return next.startsWith('value') ? 'end of value' : undefined;
  }
}

function afterSpace(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at) ?? '').length;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
