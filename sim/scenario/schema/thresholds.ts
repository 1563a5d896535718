import * as z from 'zod/mini';
import { list, text } from './fields.ts';

const threshold = z.strictObject({
  failOn: text('', {
    about:
      'A condition as --fail-on takes it, such as "service-within-tolerance < 90 %". What is simulated does not hang on it.',
    source: 'the scenario',
  }),
});

/** What must not be: `run` and `compare` end with exit code 1 unless it is shown not to be so. */
export const thresholds = list(threshold, [], {
  about: 'Conditions on which run and compare fail, whatever their command line says.',
  source: 'the scenario',
});
