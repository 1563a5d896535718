/**
 * Text in which nothing means anything to Markdown or HTML, on one line. What stands for a link, a person or an issue on
 * the sites that show Markdown is broken by a space of no width.
 */
export function escapedMarkdown(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+!|~^$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@|:\/\/|www\.|#(?=\d)/gi, (sign) => `${sign}\u200b`);
}

/** A name as code: nothing inside is read as Markdown, HTML or the name of a person. */
export function codeOf(text: string): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('`', "'")
    .replaceAll('|', '\u00a6')
    .trim();
  return `\`${line === '' ? 'unnamed' : line}\``;
}
