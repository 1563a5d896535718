import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publish, publishMore, publishStudy } from '../../sim/cli/publish.ts';
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

  it('deletes nothing in a folder that is only linked to', () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    publishStudy(out, 'report', FIRST);
    // Somebody has put the charts elsewhere, and left a link.
    renameSync(join(out, 'charts'), join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(out, 'charts'));
    publishStudy(out, 'report', new Map([['report.html', 'second']]));
    expect(existsSync(join(folder, 'elsewhere/b.svg'))).toBe(true);
    // The folder itself may be a link: what is in it is in it.
    symlinkSync(out, join(folder, 'link'));
    publishStudy(join(folder, 'link'), 'sweep', new Map([['maps/a.svg', '<svg/>']]));
    publishStudy(join(folder, 'link'), 'sweep', new Map([['sweep.csv', '1']]));
    expect(existsSync(join(out, 'maps/a.svg'))).toBe(false);
  });

  it('knows the files that were written again in between, in another look, for its own', () => {
    const folder = emptyFolder();
    publishStudy(folder, 'report', FIRST);
    publishMore(
      folder,
      'report',
      new Map([
        ['charts/b.svg', '<svg>in my colours</svg>'],
        ['report.md', '# first'],
      ]),
    );
    publishStudy(folder, 'report', SECOND);
    expect(existsSync(join(folder, 'charts/b.svg'))).toBe(false);
    expect(existsSync(join(folder, 'report.md'))).toBe(false);
    const slides = emptyFolder();
    publishMore(slides, 'report', FIRST);
    expect(existsSync(join(slides, 'report-files.json'))).toBe(false);
  });
});

describe('files that cannot be put in their place', () => {
  it('are named, and so are those that could', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'charts/a.svg/in-the-way'), { recursive: true });
    expect(() => publish(folder, FIRST)).toThrow(
      /a folder stands in place of a file; written: report\.html; as before: charts\/a\.svg, charts\/b\.svg$/,
    );
    const other = emptyFolder();
    writeFileSync(join(other, 'charts'), 'a file');
    expect(() => publish(other, new Map([['charts/a.svg', '<svg/>']]))).toThrow(/; nothing was written$/);
  });
});
