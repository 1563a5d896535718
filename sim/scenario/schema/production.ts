import { group, order, quantity, varying } from './fields.ts';
import { CENTRES } from './ids.ts';

interface ProductEntry {
  readonly share: string;
  readonly engineering: string;
  readonly making: string;
  readonly lead: string;
  readonly source: string;
}

function product({ share, engineering, making, lead, source }: ProductEntry) {
  return group({
    share: quantity('share', share, {
      about: 'Share of repeat orders; projects come from opportunities won.',
      source,
      max: '100 %',
    }),
    engineering: varying('work', hours(engineering), { about: 'Hours of engineering.', source }),
    making: varying('work', hours(making), { about: 'Hours of making.', source }),
    finishing: varying('work', '0 h', {
      about: 'Hours of finishing: assembly, painting, testing, packing. Needs people in the role finishing.',
      source: 'none by default: contained in making',
    }),
    route: order(CENTRES, {
      about: 'Order in which a job goes through the centres; one without work for it is passed.',
      source: 'the works',
    }),
    lead: quantity('duration', lead, {
      about: 'Shortest lead time that is promised; more when the backlog is longer.',
      source,
    }),
  });
}

function hours(mean: string): unknown {
  return mean === '0 h' ? mean : { kind: 'lognormal', mean, cv: '50 %' };
}

function workCentre(activity: string) {
  return group({
    inHand: quantity('share', '81.6 %', {
      about: `Capacity in hand for ${activity} at the start, as a share of capacity on paper.`,
      source: 'baseline firm: 1.02 times a load of 80 %; medium',
      min: '1 %',
      max: '100 %',
    }),
    growth: quantity('share', '2.5 %', {
      about: 'Growth of the capacity in hand per month in which work waits, up to the paper.',
      source: 'S2 slack is on paper only; D 1-4 %; medium',
      max: '100 %',
    }),
  });
}

/** What the works make, and how much of its capacity can really be used. */
export const production = group({
  lot: quantity('work', '25 h', {
    about: 'A larger job is done in lots of at most this, on which several people can work at once.',
    source: 'D: a week of one person less interruptions; low',
    min: '1 h',
  }),
  engineering: workCentre('engineering'),
  making: workCentre('making'),
  finishing: workCentre('finishing'),
  products: group({
    stock: product({
      share: '50 %',
      engineering: '0 h',
      making: '0.4 h',
      lead: '2 days',
      source: 'D: delivered from stock, which is made again afterwards; low',
    }),
    'to-order': product({
      share: '45 %',
      engineering: '0 h',
      making: '1 h',
      lead: '2 weeks',
      source: 'D; low',
    }),
    engineered: product({
      share: '5 %',
      engineering: '3 h',
      making: '3 h',
      lead: '4 weeks',
      source: 'D; low',
    }),
    project: product({
      share: '0 %',
      engineering: '50 h',
      making: '125 h',
      lead: '8 weeks',
      source: 'V54 8 weeks, 4-26; D hours: new projects 30 % of the load; low',
    }),
  }),
});
