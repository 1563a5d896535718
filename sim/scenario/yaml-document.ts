import { LineCounter, parseDocument, type ErrorCode } from 'yaml';
import { problemAt, shortened, shown, type Problem } from './problems.ts';
import type { MapTree } from './tree.ts';
import { decodeUtf8, type BadByte } from './utf8.ts';
import { YamlReader, type Locate, type YamlDocument } from './yaml-reader.ts';

/** What helps with the mistakes that people make most. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'spaces in front of a key, no tabs',
  BAD_SCALAR_START: 'text that begins with a special sign in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'one key on a line; text with a colon and a space in quotes',
  MULTILINE_IMPLICIT_KEY: 'each key on a line of its own, followed by a colon',
  MULTIPLE_DOCS: 'one scenario in a file',
  BAD_INDENT: 'keys of one map indented alike',
};

/**
 * Reads the bytes of a file: UTF-8, in it YAML 1.2, in it a map. `file` is its name in messages, `accepted` what such a
 * file may be.
 */
export function readYamlFile(
  bytes: Uint8Array,
  file: string,
  accepted = 'a scenario such as "extends: traditional"',
): YamlDocument<MapTree> {
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) return nothing(notUtf8(decoded, bytes, file));
  const lines = new LineCounter();
  const document = readYaml(
    decoded.text,
    (offset) => {
      const { line, col } = lines.linePos(offset);
      return { kind: 'file', file, line, column: col };
    },
    lines,
  );
  const { tree } = document;
  if (tree === undefined) return { ...document, tree };
  if (tree.kind === 'map') return { ...document, tree };
  const isEmpty = tree.kind === 'scalar' && tree.value === null;
  const problem = problemAt(isEmpty ? { kind: 'file', file, line: 1, column: 1 } : tree.origin, {
    wrong: isEmpty ? 'the file is empty' : 'the file is not a map of keys and values',
    found: isEmpty ? undefined : shown(tree),
    accepted,
  });
  return nothing(...document.problems, problem);
}

/** Reads a value written as YAML, such as the right side of `--set path=value`. */
export function readYaml(text: string, locate: Locate, lineCounter = new LineCounter()): YamlDocument {
  const document = parseDocument(text, {
    lineCounter,
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const faults = [...document.errors, ...document.warnings].map((fault) =>
    problemAt(locate(fault.pos[0]), {
      wrong: `is not plain YAML: ${shortened(lowerFirst(fault.message))}`,
      accepted: HINTS[fault.code],
    }),
  );
  if (faults.length > 0) return nothing(...firstOfEachLine(faults));
  return new YamlReader(locate).read(document.contents);
}

function nothing(...problems: readonly Problem[]): YamlDocument<never> {
  return { tree: undefined, problems, unread: [] };
}

function notUtf8({ offset, line, column }: BadByte, bytes: Uint8Array, file: string): Problem {
  const byte = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
  return problemAt(
    { kind: 'file', file, line, column },
    {
      wrong: `the file is not UTF-8 from byte ${offset} on`,
      found: `byte 0x${byte}`,
      accepted: 'text saved as UTF-8',
    },
  );
}

/** One mistake often makes several errors on its line; only the first says what it is. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem, i) => problems.findIndex((other) => other.line === problem.line) === i);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
