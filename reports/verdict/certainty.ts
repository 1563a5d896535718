import type { Result } from '../../sim/experiment/result.ts';
import { say, strong, type Sentence } from '../words/sentence.ts';

/** How sure a result is, and of what: one sentence for each thing that a reader may misunderstand. */
export function certaintySentences(result: Result): Sentence[] {
  return [
    ...intervalSentences(result),
    ...marketSentence(result),
    ...interruptionSentence(result),
    turnSentence(result),
    say`The intervals tell how well the model's mean is known, not how well the model fits a real firm: its \
assumptions are inputs, listed by ${strong('salesworks explain')}.`,
  ];
}

function intervalSentences({ provenance: { replications }, organisations }: Result): Sentence[] {
  if (replications < 2) {
    return [
      say`There is one replication only, that is one run, hence no interval, and no difference is decided.`,
    ];
  }
  const heads = organisations.flatMap(({ oneMore }) => oneMore.map((more) => more.replications));
  const fewer = heads.length > 0 && Math.max(...heads) < replications;
  return [
    say`Every figure is a mean over ${replications} replications, that is runs of the same firm with other random \
numbers${fewer ? `, those of one more head over ${Math.max(...heads)}` : ''}, with its 95 % interval in brackets: if the whole experiment \
was repeated again and again, 95 of 100 such intervals would contain the model's true mean. \
Each interval stands for itself; of 20 of them, one may be expected to miss.`,
    say`${strong('Not decided')} means that the interval leaves even the direction open, or that no more than five \
replications are there, which all agree; four times as many replications make an interval half as wide. ${strong('No difference that matters')} means that the whole interval is so close \
to zero that it would hardly change a decision.`,
  ];
}

function marketSentence({ provenance, organisations }: Result): Sentence[] {
  if (organisations.length < 2) return [];
  return provenance.tapeHash === null
    ? [
        say`${strong('The organisations met different markets')}: their differences are those of the markets too, \
and are less exact than those of a paired comparison.`,
      ]
    : [
        say`All organisations met the same opportunities at the same instants, so differences are taken replication \
by replication; this is why a difference can be clear although the bands of two organisations overlap.`,
      ];
}

/** Where to look for what would turn the verdict: one result rests on one market and varies nothing. */
function turnSentence({ organisations, provenance }: Result): Sentence {
  const scenarios = organisations.length === 1 ? 'SCENARIO' : 'SCENARIO OTHER';
  const everyday = provenance.command.includes('--with')
    ? say``
    : say`; whether it holds with absence, turnover and late payers, say ${strong('--with everyday')}`;
  return say`${strong('What would turn this')} one result cannot tell: it rests on one market and one set of assumptions. \
How it changes with demand is told by ${strong('salesworks sweep SCENARIO --vary market.opportunities.inflow=0.5..2/4')}, \
on which assumption it hangs, and at which value it turns, by ${strong(`salesworks sensitivity ${scenarios}`)}${everyday}.`;
}

function interruptionSentence({ provenance: { interrupted, replications } }: Result): Sentence[] {
  if (!interrupted) return [];
  return [
    say`${strong('The run was interrupted')}: what is shown rests on the ${replications} replications finished by \
then, fewer than were asked for.`,
  ];
}
