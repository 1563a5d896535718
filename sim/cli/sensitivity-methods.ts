import type {
  MorrisEffect,
  SensitivityResult,
  SobolOfMetric,
} from '../experiment/sensitivity/sensitivity-result.ts';
import type { Estimate } from '../experiment/transition/transition-result.ts';
import { intervalOf, roughly, shortened } from './sensitivity-words.ts';
import { table, wrapped } from './terminal.ts';

/** What a screening or Sobol indices say of one metric, as paragraphs of 80 columns. */
export function methodParts(result: SensitivityResult, id: string): string[] {
  const titleOf = (path: string) => shortened(result.factors.find((factor) => factor.path === path)!.title);
  const { unit } = result.metrics[id]!;
  const morris = result.morris?.effects[id];
  if (morris !== undefined) return ['', morrisTable(morris, titleOf, unit), ''];
  const sobol = result.sobol?.indices[id];
  return sobol === undefined ? ['Stopped before enough was finished.'] : sobolParts(sobol, titleOf, unit);
}

function morrisTable(
  effects: readonly MorrisEffect[],
  titleOf: (path: string) => string,
  unit: string,
): string {
  return table(
    [
      { title: 'assumption', align: 'left' },
      { title: 'size', align: 'right' },
      { title: 'spread', align: 'right' },
      { title: 'mean change, 95 %', align: 'left' },
    ],
    effects.map(({ path, meanAbsolute, deviation, mean }) => [
      titleOf(path),
      roughly(meanAbsolute, unit),
      deviation === null ? '-' : roughly(deviation, unit),
      intervalOf(mean.ci95, unit),
    ]),
  );
}

function sobolParts(
  { deviation, noiseShare, factors }: SobolOfMetric,
  titleOf: (path: string) => string,
  unit: string,
) {
  const noise =
    `Standard deviation over the design ${roughly(deviation, unit)}; ${percent(noiseShare)} of its variance is noise of ` +
    'the replications, which no assumption explains.';
  const rows = factors.map(({ path, first, total }) => [titleOf(path), ...cellsOf(total), ...cellsOf(first)]);
  return [
    wrapped(noise),
    '',
    table(
      [
        { title: 'assumption', align: 'left' },
        { title: 'in all', align: 'right' },
        { title: '95 %', align: 'left' },
        { title: 'alone', align: 'right' },
        { title: '95 %', align: 'left' },
      ],
      rows,
    ),
    '',
  ];
}

function cellsOf({ mean, ci95 }: Estimate): string[] {
  if (mean === null) return ['-', ''];
  return [percent(mean), ci95 === null ? '' : ci95.map((bound) => (100 * bound).toFixed(0)).join(' to ')];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
