import { quantileOf } from '../../sim/random/quantile.ts';
import { Stream } from '../../sim/random/stream.ts';

/** Independent normal numbers with mean 1 and standard deviation 1. */
export function normalSource(purpose: string): () => number {
  const stream = new Stream({ seed: 20261121, replication: 0, purpose });
  const normal = quantileOf({ kind: 'normal', mean: 1, cv: 1, min: -Infinity, max: Infinity });
  return () => normal(stream.uniform());
}

/** A first-order autoregressive series in steady state: mean 0, variance 1, correlation phi^lag. */
export function autoregressiveSeries(of: { next: () => number; phi: number; length: number }): number[] {
  const { next, phi, length } = of;
  const innovation = Math.sqrt(1 - phi * phi);
  let value = next() - 1;
  return Array.from({ length }, () => (value = phi * value + innovation * (next() - 1)));
}
