import { choice } from './fields.ts';

/** How salespeople, and project leaders among themselves, share the territory. */
export const territories = choice(['equal-area', 'equal-customers'], 'equal-area', {
  about:
    'What the territories of salespeople, and those of project leaders, have the same of: area, or customers. The ' +
    'base is the largest city of a territory, or its middle.',
  source: 'policy',
});
