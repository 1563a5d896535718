import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, salesworks } from './salesworks.ts';

const SHORT = ['--set', 'run.weeks=4', '--set', 'run.warmUp=1'];

describe('trace', () => {
  it('writes three files and where they come from, the same every time', async () => {
    const folder = emptyFolder();
    const [told, json] = await Promise.all([
      salesworks(['trace', 'standard', ...SHORT, '--out', 'log'], folder),
      salesworks(['trace', 'standard', ...SHORT, '--out', 'log', '--json']),
    ]);
    expect([told.code, json.code, told.stderr, json.stderr]).toEqual([0, 0, '', '']);
    expect(readdirSync(join(folder, 'log')).sort()).toEqual([
      'events.csv',
      'events.ocel.json',
      'timeline.json',
      'trace-files.json',
      'trace.json',
    ]);
    const result = JSON.parse(json.stdout) as {
      schema: string;
      provenance: { seed: number };
      counts: unknown;
      files: { name: string; bytes: number }[];
    };
    expect(result.schema).toBe('salesworks/trace/1');
    for (const { name, bytes } of result.files.filter((file) => file.name.startsWith('events'))) {
      expect(readFileSync(join(folder, 'log', name)).length).toBe(bytes);
    }
    const beside = JSON.parse(readFileSync(join(folder, 'log/trace.json'), 'utf8')) as typeof result;
    expect(beside.counts).toEqual(result.counts);
    for (const name of ['events.ocel.json', 'timeline.json'])
      expect(() => void JSON.parse(readFileSync(join(folder, 'log', name), 'utf8'))).not.toThrow();
    expect(told.stdout).toContain('weeks 1 to 4 of replication 1');
  });

  it('writes one format, a later window in place of the first, and nothing for a program that names no folder', async () => {
    const folder = emptyFolder();
    await salesworks(['trace', 'standard', ...SHORT, '--weeks', '1'], folder);
    expect(existsSync(join(folder, 'out/trace/timeline.json'))).toBe(true);
    const [one, none] = await Promise.all([
      salesworks(
        ['trace', 'standard', ...SHORT, '--from', '3', '--weeks', '1', '--format', 'csv', '--quiet'],
        folder,
      ),
      salesworks(['trace', 'standard', ...SHORT, '--json'], folder),
    ]);
    expect([one.code, one.stdout, none.code]).toEqual([0, '', 0]);
    expect(readdirSync(join(folder, 'out/trace')).sort()).toEqual([
      'events.csv',
      'trace-files.json',
      'trace.json',
    ]);
    expect(readFileSync(join(folder, 'out/trace/events.csv'), 'utf8')).toContain('2024-01-15T');
    expect((JSON.parse(none.stdout) as { files: unknown[] }).files).toEqual([]);
  });

  it('refuses a window after the run, and what it does not know', async () => {
    const folder = emptyFolder();
    const [late, unknown] = await Promise.all([
      salesworks(['trace', 'standard', ...SHORT, '--from', '3', '--weeks', '9'], folder),
      salesworks(['trace', 'standard', '--format', 'xml'], folder),
    ]);
    expect([late.code, unknown.code, late.stdout, unknown.stdout]).toEqual([2, 2, '', '']);
    expect(late.stderr).toContain('the window ends with week 11, but the run with week 4');
    expect(unknown.stderr).toContain('"csv", "ocel", "chrome", "all"');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
