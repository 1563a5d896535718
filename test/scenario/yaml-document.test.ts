import { describe, expect, it } from 'vitest';
import { plainOf } from '../../sim/scenario/tree.ts';
import { readYamlFile } from '../../sim/scenario/yaml-document.ts';

function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readYamlFile(bytes, 'firm.yaml');
}

function valueOf(content: string): unknown {
  const { tree, problems } = read(content);
  expect(problems).toEqual([]);
  return plainOf(tree!);
}

/** Problems as `line:column path: what is wrong`. */
function faultsOf(content: string | Uint8Array): string[] {
  return read(content).problems.map(({ line, column, path, wrong }) =>
    `${line}:${column} ${path}: ${wrong}`.replace(' : ', ' '),
  );
}

/** Bytes of Latin text, one a letter. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

describe('a YAML document', () => {
  it('is read as plain data, with comments and anchors', () => {
    expect(valueOf('a: 1 # one\nb: &x { c: 3 weeks, d: [yes, true, ~] }\ne: *x\n')).toEqual({
      a: 1,
      b: { c: '3 weeks', d: ['yes', true, null] },
      e: { c: '3 weeks', d: ['yes', true, null] },
    });
  });

  it('keeps dates, times of day and sexagesimal numbers as text', () => {
    expect(valueOf('a: 2024-02-01\nb: 08:30\nc: 1:30:00\n')).toEqual({
      a: '2024-02-01',
      b: '08:30',
      c: '1:30:00',
    });
  });

  it('keeps a key named __proto__ a key', () => {
    const value = valueOf('__proto__: { heads: 3 }\n') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect((value as { heads?: number }).heads).toBeUndefined();
  });

  it('knows the place of every value: scalars and braces where they stand, blocks at their key', () => {
    const { tree } = read('a:\n  b: 1\n  c: { d: 2 }\nä: &x\n  - 3\ne: *x\n');
    const places: string[] = [];
    const visit = (at: NonNullable<typeof tree> | Parameters<typeof plainOf>[0], path: string): void => {
      if (at.origin.kind === 'file') places.push(`${path} ${at.origin.line}:${at.origin.column}`);
      if (at.kind === 'map') for (const [key, { value }] of at.entries) visit(value, `${path}/${key}`);
      if (at.kind === 'list') at.items.forEach((item, i) => visit(item, `${path}/${i}`));
    };
    visit(tree!, '');
    expect(places).toEqual([
      ' 1:1',
      '/a 1:1',
      '/a/b 2:6',
      '/a/c 3:6',
      '/a/c/d 3:11',
      '/ä 4:1',
      '/ä/0 5:5',
      '/e 6:4',
      '/e/0 5:5',
    ]);
  });

  it('may begin with a byte order mark', () => {
    expect(valueOf('\uFEFFa: 1')).toEqual({ a: 1 });
  });

  it('has to be a map', () => {
    expect(faultsOf('')).toEqual(['1:1 the file is empty']);
    expect(faultsOf('# nothing but a comment\n')).toEqual(['1:1 the file is empty']);
    expect(faultsOf('---\n- a\n- b\n')).toEqual(['1:1 the file is not a map of keys and values']);
    expect(faultsOf('\n  just text\n')).toEqual(['2:3 the file is not a map of keys and values']);
  });

  it('has to be UTF-8, and the first byte that is not is named', () => {
    expect(read(latin1('a: 1\nname: Müller\n'))).toEqual({
      tree: undefined,
      unread: [],
      problems: [
        {
          file: 'firm.yaml',
          line: 2,
          column: 8,
          path: '',
          wrong: 'the file is not UTF-8 from byte 12 on',
          found: 'byte 0xFC',
          accepted: 'text saved as UTF-8',
        },
      ],
    });
    // A letter of two bytes before the fault, one that is cut off at the end, and UTF-16.
    expect(faultsOf(latin1('Ã¼: \xE9'))).toEqual(['1:4 the file is not UTF-8 from byte 4 on']);
    expect(faultsOf(latin1('a: \xE2\x82'))).toEqual(['1:4 the file is not UTF-8 from byte 3 on']);
    expect(faultsOf(latin1('\xEF\xBB\xBFa: \xFF'))).toEqual(['1:4 the file is not UTF-8 from byte 6 on']);
    expect(faultsOf(latin1('\xFF\xFEa\0'))).toEqual(['1:1 the file is not UTF-8 from byte 0 on']);
  });

  it.each([
    ['a: [1, 2\nb: 3\n', 2, 'a list that is not closed'],
    ['a: "text\n', 2, 'a quote that is not closed'],
    ['a: 1\n  b: 2\n', 1, 'a value with a map below it'],
    ['a:\n\tb: 2\n', 2, 'a tab'],
    ['a: b: c\n', 1, 'a colon inside a value'],
    ['a: @b\n', 1, 'a sign that is reserved'],
    ['a: 1\n---\nb: 2\n', 2, 'two documents'],
    ['a: !!binary aGk=\n', 1, 'a tag'],
    ['a: !money 3\n', 1, 'a tag of its own'],
  ])('that is not plain YAML is refused where it is not: %j', (content, line) => {
    const { tree, problems } = read(content);
    expect(tree).toBeUndefined();
    expect(problems[0]?.wrong).toMatch(/^is not plain YAML: [a-z]/);
    expect(problems[0]?.line).toBe(line);
  });

  it('reports a mistake once, not everything that follows from it on the line', () => {
    expect(faultsOf('a: b: c: d\ne: 1\n')).toHaveLength(1);
  });

  it('names keys that are written twice, and goes on', () => {
    const { tree, problems, unread } = read('a: 1\nb:\n  c: 1\n  c: 2\na: 3\n');
    expect(problems.map(({ line, column, path, wrong }) => [line, column, path, wrong])).toEqual([
      [4, 3, 'b.c', 'is written twice, first in line 3'],
      [5, 1, 'a', 'is written twice, first in line 1'],
    ]);
    expect(plainOf(tree!)).toEqual({ a: 1, b: { c: 1 } });
    expect(unread).toEqual([['b', 'c'], ['a']]);
  });

  it('names keys that are no words', () => {
    expect(faultsOf('a:\n  ? [1, 2]\n  : 3\n  : 4\n')).toEqual([
      '2:5 a: has a key that is not a word',
      '4:1 a: has a key that is not a word',
    ]);
  });

  it('may use an anchor often, but not for a bomb', () => {
    const useful = `a: &a { kind: lognormal, mean: 3 h, cv: 50 % }\nb: [${'*a, '.repeat(200)}]\n`;
    expect(faultsOf(useful)).toEqual([]);
    // Nine lines that stand for a billion values.
    const names = 'a b c d e f g h i'.split(' ');
    const bomb = names.map((name, i) =>
      i === 0
        ? 'a: &a [0, 0, 0, 0, 0, 0, 0, 0, 0]'
        : `${name}: &${name} [${`*${names[i - 1]!}, `.repeat(9)}]`,
    );
    const [fault, ...others] = read(bomb.join('\n')).problems;
    expect(fault).toMatchObject({
      line: 5,
      path: 'e.0',
      wrong: 'makes the aliases of this file stand for more than 10 000 values',
      found: '*d',
    });
    expect(others.every(({ wrong }) => wrong === fault!.wrong || wrong.startsWith('names an anchor'))).toBe(
      true,
    );
  });

  it('names aliases of anchors that are not there, or inside themselves', () => {
    expect(faultsOf('a: *nowhere\n')).toEqual(['1:4 a: names an anchor that is not above it']);
    expect(faultsOf('a: &a [*a]\n')).toEqual(['1:8 a.0: names an anchor that is not above it']);
  });

  it('is refused when it is nested without end', () => {
    expect(faultsOf(`a: ${'['.repeat(60)}${']'.repeat(60)}\n`)[0]).toMatch(/^1:44 .* is nested too deeply$/);
    const [deepest] = read(`a: ${'['.repeat(100_000)}`).problems;
    expect(deepest?.wrong).toMatch(/^is not plain YAML/);
  });
});
