/**
 * Small exact computations that the theory tests compare with: nothing here draws a random number or knows the model.
 */

/** Moments of a service time: E[S], E[S^2], E[S^3]. */
export type ThreeMoments = readonly [number, number, number];

/** Raw moments of the distributions that the cases use. */
export const MOMENTS = {
  constant: (value: number): ThreeMoments => [value, value ** 2, value ** 3],
  exponential: (mean: number): ThreeMoments => [mean, 2 * mean ** 2, 6 * mean ** 3],
  uniform: (min: number, max: number): ThreeMoments =>
    [1, 2, 3].map(
      (power) => (max ** (power + 1) - min ** (power + 1)) / ((power + 1) * (max - min)),
    ) as unknown as ThreeMoments,
  erlang: (mean: number, stages: number): ThreeMoments => {
    const phase = mean / stages;
    const second = phase ** 2 * stages * (stages + 1);
    return [mean, second, second * phase * (stages + 2)];
  },
  lognormal: (mean: number, cv: number): ThreeMoments => {
    const factor = 1 + cv ** 2;
    return [mean, mean ** 2 * factor, mean ** 3 * factor ** 3];
  },
};

/** State probabilities of a birth-death process on 0 to `last`, rates per minute. */
export function birthDeath(of: {
  readonly last: number;
  readonly birth: (n: number) => number;
  readonly death: (n: number) => number;
}): number[] {
  const weights = [1];
  for (let n = 1; n <= of.last; n++) weights.push((weights[n - 1]! * of.birth(n - 1)) / of.death(n));
  return normalised(weights);
}

/** Weights as probabilities. */
export function normalised(weights: readonly number[]): number[] {
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Mean of a distribution on 0, 1, 2, ..., or of a function of its values. */
export function meanOf(probabilities: readonly number[], of: (n: number) => number = (n) => n): number {
  return sum(probabilities.map((p, n) => p * of(n)));
}

/** A Markov chain in continuous time: from each state, where to and at what rate per minute. */
export type Transitions = readonly (readonly { readonly to: number; readonly rate: number }[])[];

/**
 * Probabilities after `minutes`, by uniformisation (Jensen 1953; Grassmann 1977, Computers and Operations Research 4);
 * what is cut off the series is below 1e-14.
 */
export function after(minutes: number, transitions: Transitions, start: readonly number[]): number[] {
  const rates = transitions.map((list) => sum(list.map(({ rate }) => rate)));
  const pace = Math.max(...rates);
  // Few jumps at a time, so that exp(-pace * step) does not vanish.
  const steps = Math.max(1, Math.ceil((pace * minutes) / 100));
  let now = [...start];
  for (let step = 0; step < steps; step++) now = afterFewJumps((pace * minutes) / steps);
  return now;

  function afterFewJumps(jumps: number): number[] {
    let jumped = now;
    let weight = Math.exp(-jumps);
    let left = 1 - weight;
    const result = jumped.map((p) => p * weight);
    for (let n = 1; left > 1e-15 || n < jumps; n++) {
      jumped = jumpedOnce(jumped);
      weight *= jumps / n;
      left -= weight;
      jumped.forEach((p, i) => (result[i]! += p * weight));
      if (n > 10 * jumps + 200) break;
    }
    return result;
  }

  function jumpedOnce(from: readonly number[]): number[] {
    const result = from.map((p, i) => p * (1 - rates[i]! / pace));
    transitions.forEach((list, i) => {
      for (const { to, rate } of list) result[to]! += from[i]! * (rate / pace);
    });
    return result;
  }
}

/** Stationary probabilities of an irreducible chain (Grassmann, Taksar and Heyman 1985, Operations Research 33). */
export function stationary(transitions: Transitions): number[] {
  const n = transitions.length;
  const rates = transitions.map((list) => {
    const row = new Float64Array(n);
    for (const { to, rate } of list) row[to]! += rate;
    return row;
  });
  for (let k = n - 1; k > 0; k--) {
    const out = sum([...rates[k]!.subarray(0, k)]);
    for (let i = 0; i < k; i++) {
      const share = (rates[i]![k]! /= out);
      if (share > 0) for (let j = 0; j < k; j++) rates[i]![j]! += share * rates[k]![j]!;
    }
  }
  const weights = [1];
  for (let k = 1; k < n; k++) weights.push(sum(weights.map((weight, i) => weight * rates[i]![k]!)));
  return normalised(weights);
}

/** Integral by Simpson's rule on an even number of intervals. */
export function integral(of: (x: number) => number, from: number, to: number, intervals = 2000): number {
  const step = (to - from) / intervals;
  let total = of(from) + of(to);
  for (let i = 1; i < intervals; i++) total += of(from + i * step) * (i % 2 === 1 ? 4 : 2);
  return (total * step) / 3;
}

/** The root of a function that changes its sign between two points, by bisection. */
export function root(of: (x: number) => number, low: number, high: number): number {
  const isPositiveBelow = of(low) > 0;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (of(middle) > 0 === isPositiveBelow) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Pollaczek and Khinchine (Kleinrock 1975, Queueing Systems 1, section 5.6-5.7): M/G/1 in order of arrival. */
export function pollaczekKhinchine(lambda: number, [mean, second, third]: ThreeMoments) {
  const rho = lambda * mean;
  const Wq = (lambda * second) / (2 * (1 - rho));
  const VarWq = Wq ** 2 + (lambda * third) / (3 * (1 - rho));
  return { rho, Wq, W: Wq + mean, Lq: lambda * Wq, L: lambda * (Wq + mean), P0: 1 - rho, VarWq };
}

/** GI/M/1 (Kleinrock 1975, section 6.4), from the Laplace transform of the times between arrivals. */
export function giM1(of: {
  readonly transform: (s: number) => number;
  readonly lambda: number;
  readonly mu: number;
}) {
  const { transform, lambda, mu } = of;
  const sigma = root((x) => x - transform(mu * (1 - x)), 1e-9, 1 - 1e-6);
  const Wq = sigma / (mu * (1 - sigma));
  return { sigma, P_wait: sigma, Wq, W: Wq + 1 / mu, Lq: lambda * Wq, L: lambda * (Wq + 1 / mu) };
}

/** Chance to wait in M/M/c (Erlang C) with `load` = lambda / mu. */
export function erlangC(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  const rho = load / servers;
  return blocked / (1 - rho + rho * blocked);
}

/** Chance to be refused in M/G/c/c (Erlang B). */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** A class of customers, the most urgent first. */
export interface PriorityClass {
  readonly lambda: number;
  readonly moments: ThreeMoments;
}

/** Waits of each class in M/G/1 where nobody is interrupted (Cobham 1954, Operations Research 2). */
export function cobham(classes: readonly PriorityClass[]): number[] {
  const residual = sum(classes.map(({ lambda, moments }) => lambda * moments[1])) / 2;
  return classes.map((_, k) => residual / ((1 - loadUpTo(classes, k - 1)) * (1 - loadUpTo(classes, k))));
}

/** Stays of each class in M/G/1 where every more urgent class interrupts and work is resumed (Kleinrock 1976, 2, 3.4). */
export function preemptiveResume(classes: readonly PriorityClass[]): number[] {
  return classes.map(({ moments }, k) => {
    const above = 1 - loadUpTo(classes, k - 1);
    const residual = sum(classes.slice(0, k + 1).map((each) => each.lambda * each.moments[1])) / 2;
    return moments[0] / above + residual / (above * (1 - loadUpTo(classes, k)));
  });
}

function loadUpTo(classes: readonly PriorityClass[], last: number): number {
  return sum(classes.slice(0, last + 1).map(({ lambda, moments }) => lambda * moments[0]));
}

/**
 * Mean value analysis of a closed network (Reiser and Lavenberg 1980, Journal of the ACM 27): single exponential
 * servers, and one delay, visited in proportion to `visits`.
 */
export function meanValues(of: {
  readonly customers: number;
  readonly visits: readonly number[];
  readonly service: readonly number[];
  readonly delay?: number;
}): { readonly throughput: number; readonly cycleTime: number; readonly lengths: readonly number[] } {
  const { customers, visits, service, delay = 0 } = of;
  let lengths = visits.map(() => 0);
  let throughput = 0;
  let cycleTime = 0;
  for (let n = 1; n <= customers; n++) {
    const stays = visits.map((visit, i) => visit * service[i]! * (1 + lengths[i]!));
    cycleTime = sum(stays);
    throughput = n / (delay + cycleTime);
    lengths = stays.map((stay) => throughput * stay);
  }
  return { throughput, cycleTime, lengths };
}

/** Rates through the nodes of an open network, from what comes from outside and the routing. */
export function trafficRates(external: readonly number[], routing: readonly (readonly number[])[]): number[] {
  let rates = [...external];
  for (let step = 0; step < 10_000; step++) {
    rates = external.map((rate, to) => rate + sum(rates.map((from, i) => from * routing[i]![to]!)));
  }
  return rates;
}
