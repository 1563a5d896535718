import * as z from 'zod/mini';
import { readDataFile } from '../../sim/scenario/data-file.ts';
import { problemAt, ScenarioError, type Problem } from '../../sim/scenario/problems.ts';
import { readBy, type Reading } from '../../sim/scenario/schema/quantities.ts';
import { subtree, type MapTree } from '../../sim/scenario/tree.ts';
import { between, contrastOf } from './contrast.ts';
import { STANDARD_THEME, type Theme } from './theme.ts';

const MOST_COLOURS = STANDARD_THEME.organisations.length;
const LONGEST_LINE = 120;
/** Least contrast of text, and of lines and areas, with what they stand on (WCAG 2.2, 1.4.3 and 1.4.11). */
const LEAST_OF_TEXT = 4.5;
const LEAST_OF_MARKS = 3;
/** How far grid and shade are from the ground on the way to the ink, as the standard ones are from white. */
const GRID_SHARE = 0.12;
const SHADE_SHARE = 0.085;
/** Share of its contrast that a standard colour keeps on a tinted ground. */
const NEARLY = 0.9;

const colour = () =>
  readBy((found): Reading<string> => {
    const accepted = 'a colour in quotes, such as "#0072B2"';
    if (found === null) return { wrong: 'has no value: without quotes, # begins a remark', accepted };
    return typeof found === 'string' && /^#[0-9a-f]{6}$/i.test(found)
      ? { value: found.toLowerCase() }
      : { wrong: 'is no colour', accepted };
  });

const line = (accepted: string, isAccepted: (text: string) => boolean) =>
  readBy((found): Reading<string> => {
    const isLine = typeof found === 'string' && found.trim() !== '' && isAccepted(found);
    return isLine ? { value: found.trim() } : { wrong: 'cannot be taken', accepted };
  });

const themeFile = z.strictObject({
  organisations: z.optional(z.array(colour())),
  ink: z.optional(colour()),
  faintInk: z.optional(colour()),
  background: z.optional(colour()),
  grid: z.optional(colour()),
  font: z.optional(
    line('the name of one font, such as Source Sans 3', (text) => /^[\p{L}\p{N} -]{1,60}$/u.test(text)),
  ),
  dash: z.optional(
    readBy((found): Reading<boolean> =>
      typeof found === 'boolean'
        ? { value: found }
        : { wrong: 'is neither true nor false', accepted: 'true or false' },
    ),
  ),
  footer: z.optional(
    line(
      `one line of ${LONGEST_LINE} letters at most`,
      (text) => text.length <= LONGEST_LINE && !/\p{C}/u.test(text),
    ),
  ),
});

/** Reads a theme. Throws a ScenarioError with everything that is wrong with it, contrast that is too low included. */
export function loadTheme(file: string): Theme {
  const { tree, data } = readDataFile(file, {
    schema: themeFile,
    accepted: 'a file of colours and fonts such as "font: Source Sans 3"',
  });
  const { organisations = [], ...rest } = data;
  const known = {
    ...STANDARD_THEME,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  };
  const theme: Theme = {
    ...known,
    ...groundOf(known, rest.grid !== undefined),
    organisations: STANDARD_THEME.organisations.map((standard, i) => organisations[i] ?? standard),
  };
  const wrong = [...tooMany(organisations, tree, file), ...faintOnes(theme, tree, file)];
  if (wrong.length > 0) throw new ScenarioError(wrong);
  return theme;
}

/** Grid and shade, which lie between ground and ink: as they are on white unless the file has another ground or grid. */
function groundOf(theme: Theme, hasGrid: boolean): Pick<Theme, 'grid' | 'shade'> {
  const { background, ink, grid, shade } = theme;
  if (hasGrid) return { grid, shade: grid };
  if (background === STANDARD_THEME.background) return { grid, shade };
  return { grid: between(background, ink, GRID_SHARE), shade: between(background, ink, SHADE_SHARE) };
}

function tooMany(organisations: readonly string[], tree: MapTree, file: string): Problem[] {
  if (organisations.length <= MOST_COLOURS) return [];
  return [
    problem(tree, file, 'organisations', `has ${organisations.length} colours`, `${MOST_COLOURS} at most`),
  ];
}

/** What cannot be read, or told, on its ground. */
function faintOnes(theme: Theme, tree: MapTree, file: string): Problem[] {
  const { background } = theme;
  const tooFaint = (path: string, colourOf: string, least: number): Problem[] => {
    const contrast = contrastOf(colourOf, background);
    if (contrast >= least) return [];
    const wrong = `has a contrast of ${contrast.toFixed(2)} to 1 with the background ${background}`;
    return [problem(tree, file, path, wrong, `${least} to 1 or more`)];
  };
  return [
    ...tooFaint('ink', theme.ink, LEAST_OF_TEXT),
    ...tooFaint('faintInk', theme.faintInk, LEAST_OF_TEXT),
    ...theme.organisations.flatMap((one, i) =>
      one === STANDARD_THEME.organisations[i]
        ? faintStandard(theme, i, tree, file)
        : tooFaint(`organisations.${i}`, one, LEAST_OF_MARKS),
    ),
  ];
}

/** The standard colours were chosen for white: where they are fainter, the file has to name its own. */
function faintStandard({ background }: Theme, i: number, tree: MapTree, file: string): Problem[] {
  const standard = STANDARD_THEME.organisations[i]!;
  const contrast = contrastOf(standard, background);
  const least = Math.min(LEAST_OF_MARKS, contrastOf(standard, STANDARD_THEME.background));
  if (contrast >= NEARLY * least) return [];
  const wrong =
    `is not given, and the standard colour ${standard} has a contrast of ${contrast.toFixed(2)} to 1 with the ` +
    `background ${background}`;
  return [problem(tree, file, `organisations.${i}`, wrong, `a colour with ${LEAST_OF_MARKS} to 1 or more`)];
}

function problem(tree: MapTree, file: string, path: string, wrong: string, accepted: string): Problem {
  const keys = path.split('.');
  const place = subtree(tree, keys) ?? subtree(tree, ['background']) ?? tree;
  return problemAt(place.origin, { path: keys, wrong, accepted }, file);
}
