import { group, quantity } from './fields.ts';

/** What an organisation costs beside its people, all of it counted as operating expense. */
export const costs = group({
  offices: quantity('money', '$0', {
    about: 'Yearly cost of the offices that the organisation keeps, such as branches it could close.',
    source: 'the organisation',
  }),
  other: quantity('money', '$0', {
    about: 'Other yearly costs of the organisation: software, advertising between campaigns.',
    source: 'the organisation',
  }),
});
