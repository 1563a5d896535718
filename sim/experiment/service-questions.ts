import { CASE_TYPES } from '../scenario/schema/ids.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

/** Share of cases within tolerance, and hours of overtime a head and week, that the questions ask for. */
const ALMOST_ALL = 0.9;
const HARDLY_ANY = 0.25;
/** Utilisation above which there is no protective capacity left: queues grow fast from here on. */
const PROTECTED = 0.85;

/**
 * `yes` and `no` are what the simulation says, `open` is what it does not decide with these replications. `chosen` and
 * `not-chosen` are what the scenario says; `assumed` is what the model takes for granted.
 */
export type ServiceVerdict = 'yes' | 'no' | 'open' | 'chosen' | 'not-chosen' | 'assumed';

/** One of the questions that a customer service team should be able to answer with yes (S2:250-262). */
export interface ServiceAnswer {
  readonly question: string;
  /** What it is about, in a word or two. */
  readonly topic: string;
  readonly answer: ServiceVerdict;
  /** On what the answer rests. */
  readonly because: string;
  /** Metrics that show it. */
  readonly metrics: readonly string[];
}

/** What customer service would have to answer, and whether it is ready to take over what salespeople did. */
export interface ServiceAssessment {
  /** `yes` if nothing simulated is answered with no or left open, and nothing that could be chosen was left out. */
  readonly isReady: 'yes' | 'no' | 'open';
  readonly answers: readonly ServiceAnswer[];
}

/** What is known of a metric: its mean over replications and the 95 % interval of that; null where there is none. */
interface Figure {
  readonly mean: number | null;
  readonly ci95: Interval | null;
}

type Interval = readonly [lower: number, upper: number];
type Metrics = Readonly<Record<string, Figure>>;

/** The six questions, and protective capacity, answered from the figures of one organisation. */
export function assessService(metrics: Metrics, scenario: Scenario): ServiceAssessment {
  const answers = [
    withinTolerance(metrics),
    normalHours(metrics),
    workflows(scenario),
    oneSystem(),
    meetings(scenario),
    quotedPercentage(metrics),
    protectiveCapacity(metrics),
  ];
  const has = (...verdicts: readonly ServiceVerdict[]): boolean =>
    answers.some(({ answer }) => verdicts.includes(answer));
  return { isReady: has('no', 'not-chosen') ? 'no' : has('open') ? 'open' : 'yes', answers };
}

function withinTolerance(metrics: Metrics): ServiceAnswer {
  const types = CASE_TYPES.filter((type) => type !== 'status');
  const ids = types.map((type) => `service-within-tolerance.${type}`);
  const verdicts = ids.map((id) => comparison(metrics[id], (bounds) => above(bounds, ALMOST_ALL)));
  const figures = (isYes: boolean) =>
    types
      .flatMap((type, i) =>
        (verdicts[i] === 'yes') === isYes ? `${type}s ${percent(metrics[ids[i]!])}` : [],
      )
      .join(', ');
  const [short, shown] = [figures(false), figures(true)];
  return {
    question:
      'Are more than 90 % of each kind, orders, issues and quotations, done within what the client tolerates?',
    topic: '90 % of each kind of case within tolerance',
    answer: verdicts.includes('no') ? 'no' : verdicts.includes('open') ? 'open' : 'yes',
    because:
      (short === '' ? '' : `Not shown to be above 90 %: ${short}. `) +
      (shown === '' ? '' : `Above: ${shown}.`),
    metrics: ids,
  };
}

function normalHours(metrics: Metrics): ServiceAnswer {
  const id = 'overtime-hours-per-week';
  const hours = metrics[id]?.mean ?? undefined;
  return {
    question: 'Does the team do that in normal hours?',
    topic: 'normal hours',
    answer: comparison(metrics[id], (bounds) => flip(above(bounds, HARDLY_ANY))),
    because:
      hours === undefined
        ? 'There is nobody in the team.'
        : `Overtime: ${hours.toFixed(2)} hours a head and week.`,
    metrics: [id],
  };
}

function workflows({ organisation }: Scenario): ServiceAnswer {
  const { procedures } = organisation.customerService;
  return {
    question: 'Are there standard workflows for all common work, and checklists for the complex?',
    topic: 'workflows',
    answer: procedures < 1 ? 'chosen' : 'not-chosen',
    because: `Procedures multiply the time of a case by ${procedures} (organisation.customerService.procedures).`,
    metrics: [],
  };
}

function oneSystem(): ServiceAnswer {
  return {
    question: 'Is every order, issue and quotation in one system, none on a slip of paper?',
    topic: 'one system',
    answer: 'assumed',
    because: 'The model loses no case, and everybody sees the same queue.',
    metrics: ['open-cases'],
  };
}

function meetings({ organisation }: Scenario): ServiceAnswer {
  const { perDay } = organisation.customerService.meeting;
  return {
    question: 'Are there daily or twice-daily work-in-progress meetings?',
    topic: 'meetings',
    answer: perDay > 0 ? 'chosen' : 'not-chosen',
    because: `${perDay === 0 ? 'None' : perDay === 1 ? 'One' : 'Two'} a day (organisation.customerService.meeting).`,
    metrics: ['case-age-p95', 'late-cases.queue', 'late-cases.production-answer'],
  };
}

function quotedPercentage(metrics: Metrics): ServiceAnswer {
  const id = 'service-within-tolerance';
  const known = metrics[id]?.ci95;
  return {
    question: 'Can the team leader quote the share of cases done in time without looking it up?',
    topic: 'share known',
    answer: known === undefined || known === null ? 'open' : known[1] - known[0] < 0.05 ? 'yes' : 'open',
    because: `It is ${percent(metrics[id])} of all cases; it is known if its 95 % interval is narrower than 5 points.`,
    metrics: [id],
  };
}

function protectiveCapacity(metrics: Metrics): ServiceAnswer {
  const id = 'utilisation.customer-service';
  return {
    question: 'Has the team protective capacity to take more over?',
    topic: 'protective capacity',
    answer: comparison(metrics[id], (bounds) => flip(above(bounds, PROTECTED))),
    because: `Utilisation: ${percent(metrics[id])}; above 85 % queues grow fast.`,
    metrics: [id],
  };
}

type Comparison = 'yes' | 'no' | 'open';

/** A metric without interval is taken at its mean; one that does not exist decides nothing. */
function comparison(metric: Figure | undefined, compare: (bounds: Interval) => Comparison): Comparison {
  if (metric === undefined || metric.mean === null) return 'open';
  return compare(metric.ci95 ?? [metric.mean, metric.mean]);
}

function above([lower, upper]: Interval, bound: number): Comparison {
  return lower > bound ? 'yes' : upper <= bound ? 'no' : 'open';
}

function flip(answer: Comparison): Comparison {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'open';
}

function percent(metric: Figure | undefined): string {
  const mean = metric?.mean;
  return mean === undefined || mean === null ? 'not known' : `${(100 * mean).toFixed(1)} %`;
}
