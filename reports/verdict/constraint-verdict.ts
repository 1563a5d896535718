import type { OrganisationResult, SaturationResult } from '../../sim/experiment/result.ts';
import { amount, interval, type Estimate } from '../words/notation.ts';
import { capitalised, roleWords } from '../words/role-words.ts';
import { listed, metric, plainText, say, strong, type Sentence } from '../words/sentence.ts';
import {
  constraintFindings,
  type ConstraintFindings,
  type GroupFigure,
  type HeadGain,
} from './constraint-findings.ts';

/** What limits one organisation, in words. */
export interface ConstraintVerdict {
  /** Place of the organisation in the result. */
  readonly organisation: number;
  readonly lead: Sentence;
  /** The evidence, most telling first. */
  readonly sentences: readonly Sentence[];
}

/** Groups with a smaller share of the time are not worth a word. */
const WORTH_A_WORD = 0.05;
const BUSIEST_NAMED = 3;
const NO_BREAK_SPACE = '\u00a0';

/**
 * What limits an organisation: what one more head of each role would change, and who has no spare capacity.
 */
export function constraintVerdict(result: OrganisationResult, organisation: number): ConstraintVerdict {
  const findings = constraintFindings(result);
  return {
    organisation,
    lead: leadOf(findings),
    sentences: [
      gainSentence(findings, result.facts.currency),
      furtherGainsSentence(findings),
      otherGainsSentence(result, findings),
      shareSentence(findings),
      disagreementSentence(findings),
      busiestSentence(findings),
      saturationSentence(result),
    ].filter((sentence) => sentence.length > 0),
  };
}

function leadOf({ best, gains, longest }: ConstraintFindings): Sentence {
  const [first, ...others] = longest;
  if (best !== undefined) {
    const { one } = roleWords(best.role);
    if (first?.group === best.role && others.length === 0) {
      return say`${subject(best.role)} the constraint: one more ${one} raises throughput, and no other group is as \
often without spare capacity.`;
    }
    const contrast = others.length === 0 ? ', although ' : '; ';
    return say`One more ${strong(one)} raises throughput${first === undefined ? '' : contrast}${withoutRoom(longest)}.`;
  }
  if (gains.length > 0) {
    const other = first === undefined ? '' : `; ${withoutRoom(longest)}`;
    return say`${strong('No single head')}, of whatever role, is shown to raise throughput${other}.`;
  }
  if (first === undefined) return say`No constraint can be named: there is nobody whose time is simulated.`;
  if (others.length > 0) return say`${capitalised(withoutRoom(longest))}.`;
  const where = first.ci95 === null ? ' in the only replication' : '';
  return say`${subject(first.group)} the constraint most often${where}. What one more head changes was not tried.`;
}

/** For whom there is no spare capacity most often, as half a sentence; nothing for nobody. */
function withoutRoom([first, ...others]: readonly GroupFigure[]): string {
  if (first === undefined) return '';
  if (others.length > 0) {
    const groups = plainText(
      listed(
        [first, ...others].map(({ group }) => say`${roleWords(group).group}`),
        'or',
      ),
    );
    return `which limits most often is not decided: ${groups}`;
  }
  const where = first.ci95 === null ? ' in the only replication' : '';
  if (first.group === 'market') return `most often nobody is short of capacity${where}`;
  const words = roleWords(first.group);
  return `${words.group} ${words.isPlural ? 'are' : 'is'} most often without spare capacity${where}`;
}

function gainSentence({ best, gains }: ConstraintFindings, currency: string): Sentence {
  const gain = best ?? gains[0];
  if (gain === undefined) return [];
  const { one } = roleWords(gain.role);
  const cost = amount({ mean: gain.cost, ci95: null, unit: `${currency} per year` });
  return best === undefined
    ? say`The largest estimate: one more ${one} changes ${changeOf(gain)}, ${judged(gain)}, and costs ${cost}.`
    : say`One more ${one} changes ${changeOf(gain)} and costs ${cost}: ${worthOf(gain)}.`;
}

/** Other roles of which one more head raises throughput. */
function furtherGainsSentence({ best, gains }: ConstraintFindings): Sentence {
  const further = gains.filter((gain) => gain !== best && raises(gain));
  const heads = further.map((gain) => say`${changeOf(gain)} with one more ${roleWords(gain.role).one}`);
  return heads.length === 0 ? [] : say`Shown to rise too: ${listed(heads)}.`;
}

function raises({ throughput }: HeadGain): boolean {
  return throughput.verdict === 'higher';
}

/** Gains of one more head in what is not money. */
const OTHER_GAINS = [
  { id: 'orders-won-per-week', words: 'projects won' },
  { id: 'service-within-tolerance', words: 'service within tolerance' },
  { id: 'on-time-delivery', words: 'deliveries on time' },
] as const;

function otherGainsSentence({ oneMore }: OrganisationResult, { gains: known }: ConstraintFindings): Sentence {
  const raising = known.filter(raises).map(({ role }) => role);
  const gains = oneMore.flatMap(({ role, metrics }) =>
    OTHER_GAINS.flatMap(({ id, words }): Sentence[] => {
      const difference = metrics[id];
      if (difference?.verdict !== 'higher' || raising.includes(role)) return [];
      const change = amount(difference, { isDifference: true });
      return [
        say`${metric(id, words)} by ${change} with one more ${roleWords(role).one}${within(difference, true)}`,
      ];
    }),
  );
  return gains.length === 0 ? [] : say`Shown to rise, although throughput is not: ${listed(gains)}.`;
}

/** What a head changes, such as `throughput by +$166k a year (95 % interval ...)`. */
function changeOf({ throughput }: HeadGain): Sentence {
  const change = amount(throughput, { isDifference: true });
  return say`${metric('throughput-per-year', 'throughput')} by ${change}${within(throughput, true)}`;
}

function judged({ throughput }: HeadGain): string {
  switch (throughput.verdict) {
    case 'higher':
      return 'a gain';
    case 'lower':
      return 'a loss';
    case 'negligible':
      return 'too little to matter';
    case 'undecided':
      return 'not decided';
  }
}

/** Whether a head earns what it costs. */
function worthOf({ profit }: HeadGain): string {
  switch (profit?.verdict) {
    case 'higher':
      return 'it pays for itself';
    case 'lower':
      return 'it does not pay for itself';
    case 'negligible':
      return 'it earns about what it costs';
    case 'undecided':
    case undefined:
      return 'whether it pays for itself is not decided';
  }
}

function shareSentence({ shares }: ConstraintFindings): Sentence {
  const [longest, ...others] = shares.filter(({ mean }) => mean >= WORTH_A_WORD);
  if (longest === undefined) return [];
  const name = metric(`constraint-share.${longest.group}`, 'momentary constraint');
  const rest = listed(others.map((other) => say`${roleWords(other.group).group} for ${rough(other)}`));
  const lead = say`${subject(longest.group)} the ${name} for ${rough(longest)} of office hours`;
  return say`${lead}${within({ ...longest, unit: 'share' })}${rest.length === 0 ? '' : ', '}${rest}.`;
}

/** Says so if who has no spare capacity most often is not shown to hold throughput back. */
function disagreementSentence({ best, gains, longest }: ConstraintFindings): Sentence {
  const [first, ...others] = longest;
  const gain = gains.find(({ role }) => role === first?.group);
  if (gain === undefined || others.length > 0 || best?.role === gain.role || raises(gain)) return [];
  const { one, group } = roleWords(gain.role);
  const change = say`one more ${one} changes ${changeOf(gain)}`;
  return gain.throughput.verdict === 'undecided'
    ? say`Whether ${group} ${verb(gain.role, 'hold')} throughput back is not decided: ${change}.`
    : say`Yet that is not what holds throughput back: ${change}, ${judged(gain)}.`;
}

function verb(role: string, plural: string): string {
  return roleWords(role).isPlural ? plural : `${plural}s`;
}

function busiestSentence({ busiest }: ConstraintFindings): Sentence {
  const [first, ...others] = busiest.slice(0, BUSIEST_NAMED);
  if (first === undefined) return [];
  const name = metric(`utilisation.${first.group}`, 'Busiest');
  const estimate = { ...first, unit: 'share' };
  const lead = say`${name}: ${roleWords(first.group).group}, ${amount(estimate)} of paid time${within(estimate)}`;
  const rest = listed(others.map((other) => say`${roleWords(other.group).group} ${rough(other)}`));
  return say`${lead}${rest.length === 0 ? '' : ', then '}${rest}.`;
}

function saturationSentence({ saturation, facts }: OrganisationResult): Sentence {
  const known = facts.roles.flatMap(({ role, heads, hasWork }): [string, SaturationResult][] => {
    const found = saturation[role];
    return found === undefined || heads === 0 || !hasWork ? [] : [[role, found]];
  });
  const first = known[0]?.[0];
  if (first === undefined) return [];
  const name = say`${metric(`saturation-week.${first}`, 'Saturated')} (95${NO_BREAK_SPACE}% busy over four weeks)`;
  const reached = known.filter(([, { count }]) => count > 0);
  const never = known.filter(([, { count }]) => count === 0).map(([role]) => say`${roleWords(role).group}`);
  if (reached.length === 0) return say`${name}: nobody, in no replication.`;
  const weeks = reached.map(([role, found], i) => {
    return say`${i === 0 ? '' : '; '}${roleWords(role).group} ${saturationInWords(found)}`;
  });
  return say`${name}: ${weeks.flat()}${never.length === 0 ? '' : '; never '}${listed(never, 'or')}.`;
}

/** When a function saturates, such as `in all 24 replications, median week 24 (quartiles 20 and 28)`. */
export function saturationInWords({ count, replications, week }: SaturationResult): string {
  if (week === null) return 'never';
  const often = count === replications ? `all ${replications}` : `${count} of ${replications}`;
  const [lower, median, upper] = [week.lower, week.median, week.upper].map(Math.round);
  const quartiles = lower === upper ? '' : ` (quartiles ${lower!} and ${upper!})`;
  return `in ${often} replications, median week ${median!}${quartiles}`;
}

/** A group and its verb, such as `Salespeople are`, the group being the finding. */
function subject(group: string): Sentence {
  const words = roleWords(group);
  return say`${strong(capitalised(words.group))} ${words.isPlural ? 'are' : 'is'}`;
}

function rough({ mean }: GroupFigure): string {
  return `${Math.round(100 * mean)}${NO_BREAK_SPACE}%`;
}

function within(estimate: Estimate, isDifference = false): string {
  const found = interval(estimate, { isDifference });
  return found === undefined ? '' : ` (${found})`;
}
