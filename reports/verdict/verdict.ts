import type { Result } from '../../sim/experiment/result.ts';
import { organisationPart } from '../words/organisation-names.ts';
import { say, type Sentence } from '../words/sentence.ts';
import { certaintySentences } from './certainty.ts';
import { changeVerdict, type ChangeVerdict } from './change-verdict.ts';
import { constraintVerdict, type ConstraintVerdict } from './constraint-verdict.ts';

/** What a result says, in the reader's words: for the head of the report and for the terminal. */
export interface Verdict {
  /** One for each organisation compared with the first; with one organisation only, what limits it. */
  readonly headlines: readonly Sentence[];
  /** One for each organisation. */
  readonly constraints: readonly ConstraintVerdict[];
  /** One for each organisation compared with the first. */
  readonly changes: readonly ChangeVerdict[];
  /** How sure all this is, and of what. */
  readonly certainty: readonly Sentence[];
}

/** Puts a result into words. */
export function verdictInWords(result: Result): Verdict {
  const constraints = result.organisations.map((organisation, i) => constraintVerdict(organisation, i));
  const changes = result.differences.map((_, i) => changeVerdict(result, i + 1));
  return {
    headlines:
      changes.length > 0
        ? changes.map(({ headline }) => headline)
        : constraints.map(({ lead }, i) => say`${organisationPart(result, i)}: ${lead}`),
    constraints,
    changes,
    certainty: certaintySentences(result),
  };
}
