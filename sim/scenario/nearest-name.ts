import { distance } from 'fastest-levenshtein';

/**
 * The name that somebody probably meant: the nearest by edit distance, case and punctuation aside, if no more than two
 * letters or two fifths of it have to change; undefined if none is that near. Of equally near ones the first.
 */
export function nearestName(found: string, names: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(0.4 * found.length)) + 1;
  for (const name of names) {
    const edits = distance(plain(found), plain(name));
    // Two letters changed in a name of two letters is another name.
    if (edits >= least || edits >= Math.max(plain(name).length, plain(found).length)) continue;
    nearest = name;
    least = edits;
  }
  return nearest;
}

/**
 * The name that somebody probably meant by a part of it, such as `profit-per-year` by `profit`: the nearest one, or else
 * the shortest that has every word of it; undefined if there is none.
 */
export function meantName(found: string, names: readonly string[]): string | undefined {
  const words = found
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= SHORTEST_WORD);
  const holding = names.filter((name) => words.every((word) => name.includes(word)));
  const [shortest] = [...holding].sort((a, b) => a.length - b.length);
  return nearestName(found, names) ?? (words.length === 0 ? undefined : shortest);
}

/** Shorter ones are in half of all names. */
const SHORTEST_WORD = 4;
