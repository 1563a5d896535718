import type {
  DecidedDifference,
  DecisionResult,
  Result,
  ThresholdResult,
} from '../../sim/experiment/result.ts';
import { verdictWord } from '../charts/verdict-marks.ts';
import { counted } from '../words/counted.ts';
import { amount, interval, isExact } from '../words/notation.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { metricLink } from './definitions.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';
import { tableHtml } from './table.ts';

/** What became of the differences that were to be decided and of what must not be; nothing if nothing was asked. */
export function askedSection(result: Result): Html | undefined {
  const { decision, thresholds = [] } = result;
  if (decision === undefined && thresholds.length === 0) return undefined;
  return html`<section id="asked">
    <h2>What was asked</h2>
    ${thresholds.length === 0 ? undefined : thresholdTable(result, thresholds)}
    ${decision === undefined ? undefined : decisionTable(result, decision)}
  </section>`;
}

const PASSED: Readonly<Record<ThresholdResult['verdict'], string>> = {
  passed: 'passed: shown not to be so',
  failed: 'failed: shown to be so',
  undecided: 'not decided',
};

function thresholdTable(result: Result, thresholds: readonly ThresholdResult[]): Html {
  return tableHtml({
    isProse: true,
    caption: html`What must not be. Each verdict has a chance of error of 2.5 % at most; not decided counts as
    not passed.`,
    columns: [html`Must not be`, html`Organisation`, html`Found`, html`Verdict`],
    sections: [
      {
        rows: thresholds.map((threshold) => [
          html`<code>${threshold.condition}</code>`,
          nameOf(result, threshold.organisation),
          html`${found(threshold)}`,
          html`<b>${PASSED[threshold.verdict]}</b>`,
        ]),
      },
    ],
  });
}

function found({ estimate, ci95, unit }: ThresholdResult): string {
  const figure = { mean: estimate, ci95, unit };
  if (estimate === null) return 'no figure';
  const range = isExact(figure) ? undefined : interval(figure);
  return range === undefined ? amount(figure) : `${amount(figure)} (${range})`;
}

function decisionTable(result: Result, { confidence, looks, differences }: DecisionResult): Html {
  const open = differences.filter(({ verdict }) => verdict === 'undecided').length;
  return tableHtml({
    isProse: true,
    caption: html`Differences that were to be decided, together with ${Math.round(100 * confidence)} %
    confidence, whenever the work ended:
    ${open === 0 ? 'all are' : `${differences.length - open} of ${differences.length} are`}. Each interval
    allows for ${counted(differences.length, 'difference')} and looks after ${looks.join(', ')} replications
    (Bonferroni), and is wider than those of the other tables.`,
    columns: [html`Figure`, html`Organisation`, html`Replications`, html`Difference`, html`Verdict`],
    sections: [
      {
        rows: differences.map((difference) => [
          metricLink(result, difference.metric),
          html`${nameOf(result, difference.b)} less ${nameOf(result, difference.a)}`,
          html`${difference.replications === 0 ? '–' : difference.replications}`,
          html`${spread(difference)}`,
          html`<span class="verdict ${difference.verdict}">${verdictWord(difference.verdict)}</span>`,
        ]),
        metrics: differences.map(({ metric }) => metric),
      },
    ],
  });
}

function spread({ mean, interval: ci95, unit }: DecidedDifference): string {
  const figure = { mean, ci95, unit };
  const range = mean === null ? undefined : interval(figure, { isDifference: true });
  const change = amount(figure, { isDifference: true });
  return range === undefined ? change : `${change} (${range})`;
}

/** The name as the page shows it everywhere. */
function nameOf(result: Result, name: string): Html {
  const index = result.organisations.findIndex((organisation) => organisation.name === name);
  return index < 0 ? html`${name}` : organisationHtml(organisationNames(result)[index]!, index);
}
