import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishStudy } from '../../sim/cli/publish.ts';
import { emptyFolder } from './salesworks.ts';

const FIRST = new Map([
  ['report.html', 'first'],
  ['charts/a.svg', '<svg/>'],
  ['charts/b.svg', '<svg/>'],
]);
const SECOND = new Map([
  ['report.html', 'second'],
  ['charts/a.svg', '<svg></svg>'],
]);

describe('a study that is published where an earlier one was', () => {
  it('leaves none of its files there that it does not write anew', () => {
    const folder = emptyFolder();
    publishStudy(folder, 'report', FIRST);
    publishStudy(folder, 'report', SECOND);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('second');
    expect(existsSync(join(folder, 'charts/a.svg'))).toBe(true);
    expect(existsSync(join(folder, 'charts/b.svg'))).toBe(false);
  });

  it('leaves alone what somebody else wrote or changed, and what belongs to another study', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'charts'));
    writeFileSync(join(folder, 'charts/mine.svg'), '<svg/>');
    publishStudy(folder, 'sweep', new Map([['charts/map.svg', '<svg/>']]));
    publishStudy(folder, 'report', FIRST);
    writeFileSync(join(folder, 'charts/b.svg'), '<svg>with my note</svg>');
    publishStudy(folder, 'report', SECOND);
    for (const name of ['mine', 'map', 'b']) {
      expect(existsSync(join(folder, `charts/${name}.svg`))).toBe(true);
    }
  });

  it('touches nothing outside of its folder, whatever the list says', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'out'));
    publishStudy(join(folder, 'out'), 'report', FIRST);
    writeFileSync(join(folder, 'other.svg'), '<svg/>');
    const list = join(folder, 'out/report-files.json');
    writeFileSync(list, readFileSync(list, 'utf8').replace('charts/b.svg', '../other.svg'));
    publishStudy(join(folder, 'out'), 'report', SECOND);
    expect(existsSync(join(folder, 'other.svg'))).toBe(true);
    writeFileSync(list, 'no list');
    publishStudy(join(folder, 'out'), 'report', SECOND);
    expect(existsSync(join(folder, 'out/charts/a.svg'))).toBe(true);
  });
});
