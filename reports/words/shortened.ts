/** A text that is too long cut behind a word, with an ellipsis; `most` letters at the most, the ellipsis included. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  const words = (end > 0 ? cut.slice(0, end) : cut.slice(0, most - 1)).replace(/[\s,;:.–-]+$/, '');
  return `${words}…`;
}
