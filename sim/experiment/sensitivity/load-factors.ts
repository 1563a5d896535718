import { join } from 'node:path';
import * as z from 'zod/mini';
import { readDataFile } from '../../scenario/data-file.ts';
import { nearestName } from '../../scenario/nearest-name.ts';
import { isWholeAt } from '../../scenario/override.ts';
import { packageScenarios } from '../../scenario/package-scenarios.ts';
import { problemAt, ScenarioError, type Problem } from '../../scenario/problems.ts';
import { bareText } from '../../scenario/schema/quantities.ts';
import { rawQuantity } from '../../scenario/schema/words.ts';
import { subtree } from '../../scenario/tree.ts';
import { readRange, type Factor } from './factor.ts';

const listFile = z.strictObject({
  assumptions: z.array(
    z.strictObject({
      path: bareText(),
      title: bareText(),
      from: rawQuantity,
      to: rawQuantity,
      source: bareText(),
    }),
  ),
});

/** The list of assumptions that is shipped. */
export function shippedFactorList(): string {
  return join(packageScenarios(), 'sensitivity', 'assumptions.yaml');
}

/** Reads a list of assumptions with their ranges. Throws a ScenarioError with everything that is wrong with it. */
export function loadFactorList(file: string): Factor[] {
  const { tree, data } = readDataFile(file, { schema: listFile, accepted: 'a list of assumptions' });
  const wrong: Problem[] = [];
  const blame = (path: readonly string[], words: Omit<Problem, 'file' | 'path'>) =>
    wrong.push(problemAt(subtree(tree, path)?.origin ?? tree.origin, { path, ...words }, file));
  const { assumptions } = data;
  const factors = assumptions.flatMap(({ path, title, from, to, source }, i): Factor[] => {
    const at = ['assumptions', String(i)];
    if (assumptions.findIndex((other) => other.path === path) < i) {
      blame([...at, 'path'], { wrong: 'is there twice', found: path });
    }
    const isWhole = isWholeAt(path);
    const range = readRange(from, to, isWhole);
    if ('wrong' in range) {
      blame([...at, 'to'], range);
      return [];
    }
    const { origin } = subtree(tree, [...at, 'from'])!;
    return [{ path, title, source, ...range, isWhole, origin }];
  });
  if (assumptions.length === 0) blame(['assumptions'], { wrong: 'is empty', accepted: 'one or more' });
  if (wrong.length > 0) throw new ScenarioError(wrong);
  return factors;
}

/**
 * Factors that somebody has named: `path=lo..hi`, or `path` alone, whose range is that of the list. Throws a
 * ScenarioError with everything that is wrong with them.
 */
export function namedFactors(texts: readonly string[], list: readonly Factor[]): Factor[] {
  const wrong: Problem[] = [];
  const factors = texts.flatMap((text): Factor[] => {
    const [path, range] = splitAtEquals(text);
    const listed = list.find((factor) => factor.path === path);
    const blame = (words: Omit<Problem, 'file' | 'path'>): Factor[] => {
      wrong.push({ file: `--vary ${text}`, path, ...words });
      return [];
    };
    if (texts.some((other) => other !== text && splitAtEquals(other)[0] === path)) {
      return blame({ wrong: 'is there twice' });
    }
    if (range === undefined) {
      const names = list.map((factor) => factor.path);
      const didYouMean = nearestName(path, names);
      const accepted = 'path=lo..hi, or a path of the list of assumptions';
      return listed === undefined ? blame({ wrong: 'has no range', accepted, didYouMean }) : [listed];
    }
    const ends = /^(.+?)\.\.(.+)$/.exec(range);
    if (ends === null) return blame({ wrong: `has no range in ${range}`, accepted: 'path=lo..hi' });
    const isWhole = isWholeAt(path);
    const read = readRange(ends[1]!.trim(), ends[2]!.trim(), isWhole);
    if ('wrong' in read) return blame(read);
    const origin = { kind: 'override', text, option: '--vary' } as const;
    return [
      { path, title: listed?.title ?? titleOf(path), source: 'given with --vary', ...read, isWhole, origin },
    ];
  });
  if (wrong.length > 0) throw new ScenarioError(wrong);
  return factors;
}

/** A path that the list does not know, in words: its last two keys, `project leader: heads`. */
function titleOf(path: string): string {
  const words = (key: string) =>
    key.replaceAll('-', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const title = path
    .split('.')
    .filter((key) => key !== 'mean')
    .slice(-2)
    .map(words)
    .join(': ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function splitAtEquals(text: string): readonly [path: string, range: string | undefined] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text.trim(), undefined] : [text.slice(0, equals).trim(), text.slice(equals + 1)];
}
