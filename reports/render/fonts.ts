import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** A shipped font file. */
export interface FontFile {
  readonly path: string;
  readonly weight: 400 | 700;
  readonly bytes: Buffer;
}

/** The shipped weights of Atkinson Hyperlegible. Throws if the files are not where the package has them. */
export function shippedFonts(): readonly FontFile[] {
  const folder = join(packageRoot(), 'reports', 'fonts');
  return ([400, 700] as const).map((weight) => {
    const path = join(folder, `AtkinsonHyperlegible_${weight === 400 ? '400Regular' : '700Bold'}.ttf`);
    return { path, weight, bytes: readFileSync(path) };
  });
}
