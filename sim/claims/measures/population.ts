import { sampleCorrelation } from 'simple-statistics';
import { Stream } from '../../random/stream.ts';
import type { Setting } from '../../scenario/override.ts';
import { isWholeAt, settingOf } from '../../scenario/override.ts';
import type { MeasureText, PriorText } from '../format/measures.ts';
import type { Sample } from '../sample.ts';
import { putTogether, takenApart } from '../../scenario/written-number.ts';
import { isTrue, shareOf } from './conditions.ts';
import type { Measured } from './measured.ts';

type PopulationText = Extract<MeasureText, { readonly kind: 'population' }>;

/** A firm drawn from the priors. */
export interface Firm {
  /** Where each prior's value lies between its ends: uniform in (0, 1), in the order of the priors. */
  readonly levels: readonly number[];
  readonly settings: readonly Setting[];
}

/** Firms 0, 1, 2, ...: the same ones for the same seed, however many are drawn. */
export function drawFirms(priors: readonly PriorText[], firms: number, seed: number): Firm[] {
  return Array.from({ length: firms }, (_, firm) => {
    const stream = new Stream({ seed, replication: firm, purpose: 'claims.population' });
    const levels = priors.map(() => stream.uniform());
    return { levels, settings: priors.map((prior, i) => settingOf(prior.path, valueAt(prior, levels[i]!))) };
  });
}

function valueAt({ path, from, to, spread }: PriorText, level: number): string {
  const [low, high] = [takenApart(from)!, takenApart(to)!];
  const [a, b] = [low.number, high.number];
  const value = spread === 'uniform' ? a + level * (b - a) : a * (b / a) ** level;
  return putTogether(low, isWholeAt(path) ? Math.round(value) : value);
}

/**
 * Share of firms in which any of the conditions is true (score interval), and what drives it: the correlation of each
 * prior's level with being such a firm. Shape of the samples: [firm], one replication each.
 */
export function measurePopulation(
  { priors, anyOf }: PopulationText,
  firms: readonly Firm[],
  samples: readonly Sample[],
): Measured {
  const truths = samples.map((sample) => anyOf.some((condition) => isTrue(condition, sample, 0)));
  const isMixed = truths.includes(true) && truths.includes(false);
  const drivers = priors.map(({ path, from, to }, i) => ({
    label: `correlation with ${path} (${from} to ${to})`,
    value: isMixed
      ? sampleCorrelation(
          firms.map(({ levels }) => levels[i]!),
          truths.map(Number),
        )
      : 0,
  }));
  drivers.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return { ...shareOf(truths), details: drivers };
}
