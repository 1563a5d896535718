import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Rooms from the ground up: a file may import from its own room and from rooms below, never from one above. */
const FLOORS: readonly (readonly string[])[] = [
  ['sim/random', 'sim/engine', 'sim/time'],
  ['sim/scenario'],
  ['sim/model'],
  ['sim/recorder'],
  ['sim/metrics'],
  ['sim/statistics'],
  ['sim/experiment'],
  ['sim/claims'],
  ['reports'],
  ['sim/cli'],
];
const LONGEST = 300;

function typescriptFilesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && statSync(join(root, name)).isFile());
}

const files = [...typescriptFilesIn('sim'), ...typescriptFilesIn('reports')];
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

function roomOf(file: string): string {
  return FLOORS.flat().find((room) => file.startsWith(`${room}/`)) ?? file;
}

function floorOf(room: string): number {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  // The library's face, sim/index.ts, stands above all.
  return floor < 0 ? FLOORS.length : floor;
}

function importsOf(file: string): string[] {
  const matches = texts.get(file)!.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...matches].map((match) =>
    relative(root, resolve(root, dirname(file), match[1]!)).replaceAll('\\', '/'),
  );
}

/** Code without comments and strings, so that words in prose do not count. */
function codeOf(file: string): string {
  return texts
    .get(file)!
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe('the house', () => {
  it('has imports that go one way only', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => {
          const [from, to] = [roomOf(file), roomOf(target)];
          return from !== to && floorOf(to) >= floorOf(from);
        })
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circles', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (path.includes(file) || done.has(file)) return;
      for (const target of importsOf(file)) if (texts.has(target)) visit(target, [...path, file]);
      done.add(file);
    };
    files.forEach((file) => visit(file, []));
    expect(circles).toEqual([]);
  });

  it('has reports that know results, metrics and scenarios, not what simulates', () => {
    const known = [
      'sim/experiment',
      'sim/claims',
      'sim/metrics',
      'sim/statistics',
      'sim/scenario',
      'sim/time',
      'reports',
    ];
    const wrong = files
      .filter((file) => file.startsWith('reports/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => texts.has(target) && !known.includes(roomOf(target)))
          .map((target) => `${file} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('imports only files that exist', () => {
    const missing = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.endsWith('.ts') && !texts.has(target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it(`has no file over ${LONGEST} lines`, () => {
    const long = files.filter((file) => texts.get(file)!.split('\n').length - 1 > LONGEST);
    expect(long).toEqual([]);
  });

  it('draws random numbers from named streams and knows no calendar but the clock of the simulation', () => {
    const offenders = files.filter((file) => /\bMath\.random\b|\bDate\b/.test(codeOf(file)));
    expect(offenders).toEqual([]);
  });

  it('reads the organisation where it may have changed, not where it was written', () => {
    const offenders = files.filter(
      (file) => file.startsWith('sim/model/') && /\bscenario\.organisation\b/.test(codeOf(file)),
    );
    expect(offenders).toEqual(['sim/model/sales-system.ts']);
  });

  it('speaks to the process and the console only from experiment and cli', () => {
    const offenders = files.filter((file) => /\bprocess\.|\bconsole\.|\bperformance\./.test(codeOf(file)));
    expect(offenders.filter((file) => !isOutward(file))).toEqual([]);
  });
});

/** Rooms that deal with the world outside: workers, files, the terminal and the time left. */
function isOutward(file: string): boolean {
  return roomOf(file) === 'sim/experiment' || roomOf(file) === 'sim/cli';
}
