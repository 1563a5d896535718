import * as z from 'zod/mini';
import { activities } from './activities.ts';
import { coaching } from './management.ts';
import { relationship } from './relationship.ts';
import { booking } from './booking.ts';
import { briefs } from './briefs.ts';
import { buying } from './buying.ts';
import { text } from './fields.ts';
import { market } from './market.ts';
import { money } from './money.ts';
import { organisation } from './organisation.ts';
import { incentives } from './pay.ts';
import { people } from './people.ts';
import { production } from './production.ts';
import { run } from './run.ts';
import { service } from './service.ts';
import { shortcuts } from './targets.ts';
import { territory } from './territory.ts';
import { thresholds } from './thresholds.ts';
import { transition } from './transition.ts';
import { workflow } from './workflow.ts';

/** A whole scenario: every field once, with its default, bounds, unit and source. */
export const scenarioSchema = z.strictObject({
  name: text('unnamed', {
    about: 'Name of the organisation, as tables and charts show it.',
    source: 'the scenario',
  }),
  description: text('', { about: 'What is simulated, in a sentence or two.', source: 'the scenario' }),
  run,
  market,
  territory,
  workflow,
  buying,
  relationship,
  coaching,
  shortcuts,
  booking,
  activities,
  service,
  production,
  briefs,
  incentives,
  people,
  money,
  organisation,
  transition,
  thresholds,
});

/** A scenario with every value filled in, in base units: minutes, shares, per week, miles, currency units. */
export type Scenario = z.output<typeof scenarioSchema>;
