import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../sim/scenario/origin.ts';
import { loadScenario } from '../../sim/scenario/load.ts';
import { starterScenario } from '../../sim/scenario/starter.ts';
import { loadWritten } from './written-files.ts';

describe.each(['traditional', 'standard'])('a scenario that starts from %s', (base) => {
  const text = starterScenario({ base, name: 'my firm', schema: 'salesworks.schema.json' });

  it('loads, and changes nothing yet', () => {
    const started = loadWritten({ 'my-firm.yaml': text });
    expect(started.scenario.name).toBe('my firm');
    expect(started.sha256).toBe(loadScenario({ reference: base }).sha256);
  });

  it('has the twenty values that are changed most, each below its comment', () => {
    const { origins } = loadWritten({ 'my-firm.yaml': text });
    const written = [...origins].filter(([, origin]) => /my-firm\.yaml:/.test(formatOrigin(origin)));
    const values = written.filter(([path]) => path !== 'name' && path !== 'description');
    expect(values).toHaveLength(20);
    const lines = text.split('\n');
    for (const [, origin] of values) {
      expect(origin.kind === 'file' && lines[origin.line - 2]).toMatch(/^ *# \w.*\.$/);
    }
  });

  it('names the schema for editors first, and is readable at 100 columns', () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=salesworks\.schema\.json\n/);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(text).toContain('\n\nworkflow:\n');
  });
});
