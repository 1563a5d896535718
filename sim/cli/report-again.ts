import { dirname, join } from 'node:path';
import type { FigureFormat } from '../../reports/render-figures.ts';
import type { Theme } from '../../reports/theme/theme.ts';
import { meantName } from '../scenario/nearest-name.ts';
import type { Result } from '../experiment/result.ts';
import type { ReportArguments } from './report-arguments.ts';
import { checkWritable, publishMore, type Files } from './publish.ts';
import { readStudy, type StoredStudy } from './read-study.ts';
import { print } from './terminal.ts';
import { UsageError } from './usage-error.ts';

type Format = NonNullable<ReportArguments['format']>[number];

const FIGURES: readonly Format[] = ['svg', 'png', 'csv', 'vega'];

/** Shows a stored result again, in files. Returns the exit code. */
export async function reportAgain(parsed: ReportArguments): Promise<number> {
  const study = readStudy(parsed.result);
  const folder = parsed.out ?? dirname(study.file);
  checkWritable(folder);
  const theme =
    parsed.theme === undefined
      ? undefined
      : (await import('../../reports/theme/load-theme.ts')).loadTheme(parsed.theme);
  const files =
    study.kind === 'result'
      ? await filesOfResult(study.result, parsed, theme)
      : await filesOfOther(study, parsed, theme);
  publishMore(folder, study.kind === 'result' ? 'report' : study.kind, files);
  const written = [...files.keys()].map((name) => join(folder, name));
  if (parsed.json === true)
    print(JSON.stringify({ schema: 'salesworks/report/1', from: study.file, written }));
  else if (parsed.quiet !== true) print(inWords(folder, written));
  return 0;
}

function inWords(folder: string, written: readonly string[]): string {
  return written.length <= MOST_NAMED
    ? `Written: ${written.join(', ')}`
    : `Written to ${folder}: ${written.length} files`;
}

const MOST_NAMED = 4;

async function filesOfResult(
  result: Result,
  { chart: ids, format }: ReportArguments,
  theme: Theme | undefined,
): Promise<Files> {
  const formats = format ?? (ids === undefined ? (['html', ...FIGURES] as const) : FIGURES);
  const files = new Map<string, string | Uint8Array>();
  if (formats.includes('md')) {
    const { summaryMarkdown } = await import('../../reports/markdown/summary.ts');
    files.set('report.md', summaryMarkdown(result));
  }
  const figureFormats = FIGURES.filter((one) => formats.includes(one)) as FigureFormat[];
  if (figureFormats.length === 0 && !formats.includes('html')) return files;
  const { figureIds, renderFigures, renderPage } = await import('../../reports/write-report.ts');
  if (formats.includes('html')) {
    if (ids !== undefined)
      throw new UsageError('give either --chart or --format html: the page has all charts');
    files.set('report.html', await renderPage(result, theme));
  }
  if (figureFormats.length === 0) return files;
  const figures = await renderFigures(result, { ids, formats: figureFormats, theme });
  for (const [name, content] of figures) files.set(name, content);
  const missing = ids?.find((id) => !figures.some(([name]) => name.startsWith(`charts/${id}.`)));
  if (missing === undefined) return files;
  const known = await figureIds(result);
  if (known.includes(missing)) {
    throw new UsageError(
      `--chart ${missing}: is a picture, which has no Vega-Lite specification; give svg, png or csv`,
    );
  }
  const meant = meantName(missing, known);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  throw new UsageError(
    `--chart ${missing}: the result has no such chart; accepted: ${known.join(', ')}${hint}`,
  );
}

/** Ends of the names of files by format; all that a study has where none is asked for. */
const ENDINGS: Readonly<Record<Format, string>> = {
  html: '.html',
  md: '.md',
  svg: '.svg',
  png: '.png',
  csv: '.csv',
  vega: '.vl.json',
};

async function filesOfOther(
  study: Exclude<StoredStudy, { kind: 'result' }>,
  { chart: ids, format }: ReportArguments,
  theme: Theme | undefined,
): Promise<Files> {
  if (theme !== undefined)
    throw new UsageError(`--theme: only results of run, compare and transition take one`);
  const all = await renderOther(study);
  const isWanted = (name: string): boolean =>
    (format === undefined || format.some((one) => name.endsWith(ENDINGS[one]))) &&
    (ids === undefined || ids.some((id) => name.startsWith(`charts/${id}.`)));
  const files = new Map([...all].filter(([name]) => isWanted(name)));
  if (files.size > 0) return files;
  throw new UsageError(`${study.file}  has no such file; it can be shown as ${[...all.keys()].join(', ')}`);
}

async function renderOther(study: Exclude<StoredStudy, { kind: 'result' }>): Promise<Files> {
  switch (study.kind) {
    case 'sweep':
      return (await import('../../reports/write-sweep.ts')).renderSweep(study.result);
    case 'sensitivity':
      return (await import('../../reports/write-sensitivity.ts')).renderSensitivity(study.result);
    case 'constraint':
      return (await import('../../reports/write-constraint.ts')).renderConstraint(study.result);
    case 'staffing':
      return (await import('../../reports/write-staffing.ts')).renderStaffing(study.result);
    case 'claims':
      return (await import('../../reports/claims/write-claims.ts')).renderClaims(study.result);
  }
}
