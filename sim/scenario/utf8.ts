/** Where a text stops being UTF-8: the byte offset from 0, line and column from 1. */
export interface BadByte {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Bytes as text, a byte order mark dropped; or the first place where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string } | BadByte {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = longestText(bytes);
    const lines = text.split('\n');
    const offset = new TextEncoder().encode(text).length + (hasByteOrderMark(bytes) ? 3 : 0);
    return { offset, line: lines.length, column: lines.at(-1)!.length + 1 };
  }
}

/** The text before the first byte that is not UTF-8. The decoder does not tell where that is: bisection does. */
function longestText(bytes: Uint8Array): string {
  let whole = 0;
  let broken = bytes.length + 1;
  while (broken - whole > 1) {
    const length = (whole + broken) >> 1;
    if (beginningOf(bytes, length) === undefined) broken = length;
    else whole = length;
  }
  return beginningOf(bytes, whole)!;
}

/** The text of the first bytes, a letter that is cut off at the end dropped; undefined if they are not UTF-8. */
function beginningOf(bytes: Uint8Array, length: number): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
