import { dirname, join } from 'node:path';
import { FIGURE_FORMATS } from '../../reports/figure-formats.ts';
import type { Theme } from '../../reports/theme/theme.ts';
import { meantName } from '../scenario/nearest-name.ts';
import type { Result } from '../experiment/result.ts';
import { REPORT_FORMATS, type ReportArguments } from './report-arguments.ts';
import { checkWritable, publishMore, type Files } from './publish.ts';
import { readStudy, type StoredStudy } from './read-study.ts';
import { print } from './terminal.ts';
import { UsageError } from './usage-error.ts';

type Format = NonNullable<ReportArguments['format']>[number];

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
  const whole = format?.find((one) => one === 'html' || one === 'md');
  if (ids !== undefined && whole !== undefined) {
    throw new UsageError(
      `give either --chart or --format ${whole}, which has the whole result; accepted with --chart: ` +
        FIGURE_FORMATS.join(', '),
    );
  }
  const formats: readonly Format[] =
    format ?? (ids === undefined ? ['html', ...FIGURE_FORMATS] : FIGURE_FORMATS);
  const files = new Map<string, string | Uint8Array>();
  if (formats.includes('md')) {
    const { summaryMarkdown } = await import('../../reports/markdown/summary.ts');
    files.set('report.md', summaryMarkdown(result));
  }
  const figureFormats = FIGURE_FORMATS.filter((one) => formats.includes(one));
  if (figureFormats.length === 0 && !formats.includes('html')) return files;
  const { figureIds, renderFigures, renderPage } = await import('../../reports/write-report.ts');
  if (formats.includes('html')) files.set('report.html', await renderPage(result, theme));
  if (figureFormats.length === 0) return files;
  const figures = await renderFigures(result, { ids, formats: figureFormats, theme });
  for (const [name, content] of figures) files.set(name, content);
  const missing = ids?.find((id) => !figures.some(([name]) => isOf(name, id)));
  if (missing !== undefined) {
    const known = await figureIds(result);
    // A picture of which only the specification was asked for.
    if (known.includes(missing)) throw new UsageError(noneIn(missing, 'vega'));
    throw new UsageError(noSuchChart(missing, known));
  }
  refuseGaps({ names: [...files.keys()], ids, format });
  return files;
}

function isOf(name: string, id: string): boolean {
  return name.startsWith(`charts/${id}.`);
}

function noSuchChart(id: string, known: readonly string[]): string {
  const meant = meantName(id, known);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  const accepted = known.length === 0 ? 'no --chart, since it has none' : known.join(', ');
  return `--chart ${id}: the result has no such chart; accepted: ${accepted}${hint}`;
}

function noneIn(id: string, format: Format): string {
  const accepted = FIGURE_FORMATS.filter((one) => one !== format);
  return `--chart ${id}: there is none as ${format}; accepted: --format ${accepted.join(', ')}`;
}

/** Throws a UsageError for a chart that does not come in each of the formats that were asked for. */
function refuseGaps(of: {
  readonly names: readonly string[];
  readonly ids: readonly string[] | undefined;
  readonly format: readonly Format[] | undefined;
}): void {
  for (const id of of.ids ?? []) {
    const own = of.names.filter((name) => isOf(name, id));
    const isThere = (format: Format) => own.some((name) => name.endsWith(ENDINGS[format]));
    const missing = of.format?.find((format) => !isThere(format));
    if (missing !== undefined) throw new UsageError(noneIn(id, missing));
  }
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
  const names = [...all.keys()];
  const known = new Set(names.flatMap((name) => /^charts\/([^.]+)\./.exec(name)?.[1] ?? []));
  const unknown = ids?.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UsageError(noSuchChart(unknown, [...known]));
  const isAs = (name: string, one: Format): boolean => name.endsWith(ENDINGS[one]);
  const missing = format?.find((one) => !names.some((name) => isAs(name, one)));
  if (missing !== undefined) {
    const accepted = REPORT_FORMATS.filter((one) => names.some((name) => isAs(name, one)));
    throw new UsageError(
      `--format ${missing}: results of ${study.kind} have none; accepted: ${accepted.join(', ')}`,
    );
  }
  refuseGaps({ names, ids, format });
  const isWanted = (name: string): boolean =>
    (format === undefined || format.some((one) => isAs(name, one))) &&
    (ids === undefined || ids.some((id) => isOf(name, id)));
  return new Map([...all].filter(([name]) => isWanted(name)));
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
