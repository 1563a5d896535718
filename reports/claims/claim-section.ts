import type { ClaimResult, TestResult } from '../../sim/claims/claims-result.ts';
import { html, type Html } from '../page/html.ts';
import { detailInWords, figureInWords, VERDICT_WORDS } from './figures.ts';

/** One claim: where it comes from, what was simulated, the rule, the numbers and the verdict. */
export function claimSection(claim: ClaimResult): Html {
  return html`<details id="${claim.id}">
    <summary>${claim.id}: ${claim.claim} – ${VERDICT_WORDS[claim.verdict]}</summary>
    <dl class="facts plain">
      ${entry('Source', html`${claim.source} (${claim.kind})`)}
      ${entry('Verdict', html`<strong>${VERDICT_WORDS[claim.verdict]}.</strong> ${claim.reason}`)}
      ${claim.finding === null ? undefined : entry('Finding', html`${claim.finding}`)}
      ${claim.simulated === null ? undefined : simulated(claim)}
    </dl>
  </details>`;
}

function simulated(claim: ClaimResult): Html {
  const { run, ablation } = claim;
  return html`${entry('Simulated', html`${claim.simulated ?? ''}`)}
  ${claim.tests.map((test) => entry('Measure and rule', testHtml(test)))}
  ${
    run === null || claim.tests.every(({ exact }) => exact)
      ? undefined
      : entry(
          'Runs',
          html`${run.replications} replications of ${run.weeks} weeks, the first ${run.warmUp} not measured`,
        )
  }
  ${entry('Arms', armsHtml(claim))} ${fragileHtml(claim)}
  ${ablation === null ? undefined : entry('Where the gain comes from', detailsHtml(ablation, 'share'))}`;
}

function testHtml(test: TestResult): Html {
  const left = test.leftOut > 0 ? `; ${test.leftOut} replications have no such figure` : '';
  return html`<p>
      ${test.measure}: ${figureInWords(test.estimate, test.ci95, test.unit)} ${test.unit}${left}. Holds if
      ${test.holds}.
    </p>
    ${test.details.length === 0 ? undefined : detailsHtml(test.details, unitOfDetails(test))}`;
}

/** Beside a ratio stand the figures that it is made of, which have units of their own. */
function unitOfDetails({ unit, measure }: TestResult): string {
  return unit === 'share' && measure.startsWith('share of') && !measure.includes(' in the gain ') ? '' : unit;
}

function detailsHtml(details: TestResult['details'], unit: string): Html {
  return html`<ul>
    ${details.map((detail) => html`<li>${detail.label}: ${detailInWords(detail, unit)}</li>`)}
  </ul>`;
}

function armsHtml({ arms }: ClaimResult): Html {
  return html`<ul>
    ${arms.map(
      ({ name, scenario, changes }) =>
        html`<li>
          <strong>${name}</strong>: ${scenario}${changes.length === 0 ? ', unchanged' : ' with '}
          <code>${changes.join('; ')}</code>
        </li>`,
    )}
  </ul>`;
}

function fragileHtml({ fragile, breakEven }: ClaimResult): Html | undefined {
  if (fragile === null) return undefined;
  const { path, from, to, why, probes } = fragile;
  const own = fragile.default === null ? '' : ` (${fragile.default} here)`;
  const tried = probes.map(({ at, margin }) => `${at} ${margin > 0 ? 'inside' : 'outside'}`).join(', ');
  return entry(
    'Most fragile assumption',
    html`<code>${path}</code>, ${from} to ${to}${own}: ${why} Break-even: ${breakEven ?? '–'}. Tried:
      ${tried}.`,
  );
}

function entry(term: string, definition: Html): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${definition}</dd>
  </div>`;
}
