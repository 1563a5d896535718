import type { Result } from '../../sim/experiment/result.ts';
import type {
  ServiceAnswer,
  ServiceAssessment,
  ServiceVerdict,
} from '../../sim/experiment/service-questions.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { metricLink } from './definitions.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';
import { tableHtml } from './table.ts';

const ANSWERS: Readonly<Record<ServiceVerdict, string>> = {
  yes: 'Yes',
  no: 'No',
  open: 'Not decided',
  chosen: 'Yes, chosen',
  'not-chosen': 'No, not chosen',
  assumed: 'Assumed',
};

const READY: Readonly<Record<ServiceAssessment['isReady'], string>> = {
  yes: 'Ready: a string of yeses.',
  no: 'Not ready.',
  open: 'Not decided with these replications.',
};

/** The questions that customer service should answer with yes, answered from the simulated firm; nothing without it. */
export function serviceSection(result: Result): Html | undefined {
  const names = organisationNames(result);
  const assessed = result.organisations.flatMap(({ service }, i) =>
    service === undefined ? [] : [{ service, name: organisationHtml(names[i]!, i) }],
  );
  const first = assessed[0];
  if (first === undefined) return undefined;
  return html`<section id="service">
    <h2>Is customer service ready?</h2>
    <p>
      The questions are those of Roff-Marsh (2011), protective capacity added. “Chosen” is what the scenario
      says; “assumed” is what the model takes for granted; the rest is simulated, and decided only where the
      whole 95 % interval is.
    </p>
    ${tableHtml({
      isProse: true,
      caption: html`Questions to the customer service team, answered from the figures.`,
      columns: [html`Question`, ...assessed.map(({ name }) => name)],
      sections: [
        {
          rows: [
            ...first.service.answers.map(({ question, metrics }, nth) => [
              html`${question}${linksTo(result, metrics)}`,
              ...assessed.map(({ service }) => cellOf(service.answers[nth]!)),
            ]),
            [html`<b>Ready?</b>`, ...assessed.map(({ service }) => html`<b>${READY[service.isReady]}</b>`)],
          ],
        },
      ],
    })}
  </section>`;
}

function cellOf({ answer, because }: ServiceAnswer): Html {
  return html`<b>${ANSWERS[answer]}.</b> <span class="small">${because}</span>`;
}

function linksTo(result: Result, metrics: readonly string[]): Html | undefined {
  if (metrics.length === 0) return undefined;
  return html`<br /><span class="small">${metrics.map((id) => html`${metricLink(result, id)} `)}</span>`;
}
