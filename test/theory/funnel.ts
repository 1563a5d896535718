import type { Distribution } from '../../sim/random/distribution.ts';
import { watching } from './expect-theory.ts';
import { loosely, type AnalyticCase } from './families.ts';
import { constant, exponential } from './network.ts';
import file from './queueing-cases.json' with { type: 'json' };

/** So many people at each stage that nobody ever waits. */
const PEOPLE = 100;

/**
 * The sales funnel of the file: four stages, each with a law of its own, and behind them a place where a win stays for
 * a week. As many as are there were won in the last seven days, which of a Poisson process is Poisson.
 */
export function funnel(days: number): AnalyticCase {
  const { inputs, expected } = file.cases['A48-funnel'];
  const [first, second, third, fourth] = inputs.stage_mean_days as [number, number, number, number];
  const laws: Distribution[] = [
    exponential(first),
    { kind: 'lognormal', mean: second, cv: 1 },
    constant(third),
    { kind: 'uniform', min: 0, max: 2 * fourth },
  ];
  const winsPerWeek = 7 * expected.wins_per_day;
  const network = {
    stations: [
      ...laws.map((service) => ({ servers: PEOPLE, service })),
      { servers: 0, service: constant(7) },
    ],
    sources: [{ gap: exponential(1 / inputs.leads_per_day) }],
    routing: inputs.pass_probability.map((pass, from) =>
      [0, 1, 2, 3, 4].map((to) => (to === from + 1 ? pass : 0)),
    ),
  };
  return {
    expected: {
      ...expected,
      stages: expected.stages.map(({ arrival_rate, WIP_mean_and_variance }) => ({
        arrival_rate,
        WIP_mean: WIP_mean_and_variance,
        WIP_variance: WIP_mean_and_variance,
        waits: 0,
      })),
      wins_are: {
        mean_in_a_week: winsPerWeek,
        variance_in_a_week: winsPerWeek,
        chance_of_three: (Math.exp(-winsPerWeek) * winsPerWeek ** 3) / 6,
      },
    },
    loose: {
      ...loosely(0.1, ...laws.map((_, i) => `stages.${i}.WIP_variance`)),
      ...loosely(0.06, 'wins_are.variance_in_a_week', 'wins_are.chance_of_three'),
      ...loosely(0.012, 'wins_per_day', 'lead_to_win_probability', 'wins_are.mean_in_a_week'),
    },
    observe: watching({
      network,
      warmUp: 100,
      minutes: days,
      figures: (system) => {
        const stages = system.stations.slice(0, laws.length);
        const won = system.stations.at(-1)!;
        const wins = won.flows[0]!.offered;
        return {
          stages: stages.map(({ present, flows }) => ({
            arrival_rate: flows[0]!.offered / days,
            WIP_mean: present.mean,
            WIP_variance: present.spread,
            waits: flows[0]!.waits.mean,
          })),
          wins_per_day: wins / days,
          wins_are: {
            mean_in_a_week: won.present.mean,
            variance_in_a_week: won.present.spread,
            chance_of_three: won.present.shareAt(3),
          },
          lead_to_win_probability: wins / stages[0]!.flows[0]!.offered,
          total_WIP: stages.reduce((sum, { present }) => sum + present.mean, 0),
        };
      },
    }),
  };
}
