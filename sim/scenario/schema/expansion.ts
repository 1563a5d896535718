import { group, quantity } from './fields.ts';

interface Usual {
  readonly what: string;
  readonly above: string;
  readonly delay: string;
  readonly source: string;
}

function rule({ what, above, delay, source }: Usual) {
  return group({
    heads: quantity('count', 0, {
      about: `People that are ordered for ${what} at a time, with their place to work; 0 is never.`,
      source: 'policy',
      max: '50',
    }),
    above: quantity('duration', above, {
      about: 'Work that waits, in weeks of the capacity in hand, above which more is thought of.',
      source: 'policy; D; low',
    }),
    lasting: quantity('duration', '4 weeks', {
      about: 'How long it has to be above, week after week, before more is ordered.',
      source: 'policy; D; low',
    }),
    delay: quantity('duration', delay, {
      about: 'From the order until they work as well as the others.',
      source,
    }),
    most: quantity('count', 20, {
      about: 'People ordered in the whole run, at most.',
      source: 'policy',
      max: '500',
    }),
  });
}

/** When the firm orders more capacity: a rule for each function, looked at once a week. */
export const expansion = group({
  engineering: rule({
    what: 'engineering',
    above: '4 weeks',
    delay: '6 months',
    source: 'V56, D 6-18 months; low',
  }),
  making: rule({
    what: 'making',
    above: '4 weeks',
    delay: '12 months',
    source: 'V56 12 months for plant, 6-18; medium',
  }),
  finishing: rule({ what: 'finishing', above: '4 weeks', delay: '12 months', source: 'V56; medium' }),
  customerService: rule({
    what: 'customer service',
    above: '0.1 weeks',
    delay: '16 weeks',
    source: 'B hire 6 weeks and ramp 10, 4-8 and 6-14; medium',
  }),
});
