import { counted } from '../words/counted.ts';
import type { Result } from '../../sim/experiment/result.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleWords } from '../words/role-words.ts';
import { html, type Html } from './html.ts';
import { organisationHtml } from './sentences.ts';

/** Where the result comes from, so that it can be made again. */
export function provenanceSection(result: Result): Html {
  const { version, commit, command, seed, replications, warmUp, tapeHash, scenarios } = result.provenance;
  const names = organisationNames(result);
  const entries: [string, Html][] = [
    ['Command', html`<code>${command}</code>`],
    ['Version', html`salesworks ${version}, commit ${commit ?? 'not known'}`],
    ['Seed', html`${seed}`],
    ['Replications', html`${replications}`],
    ['Weeks', html`${[...new Set(result.organisations.map(({ facts }) => facts.weeks))].join(', ')}`],
    [
      'Warm-up',
      html`${leftOutWords(warmUp.weeks)} (${warmUp.by}). The firm begins with: ${warmUp.initialState}.`,
    ],
    [
      'Market',
      html`${tapeHash === null ? 'different for each organisation' : tapeHash}
      ${tapeHash === null ? '' : '(hash of all opportunities; the same for every organisation)'}`,
    ],
    ...scenarios.map(({ sha256 }, i): [string, Html] => [
      'Scenario',
      html`${organisationHtml(names[i] ?? 'scenario', i)} <code class="hash">${sha256}</code>`,
    ]),
  ];
  return html`<section id="provenance">
    <h2>Provenance</h2>
    <dl class="facts">
      ${entries.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="small">
      <b>Where a number comes from.</b> All numbers are in <code>result.json</code>, which is written beside
      this page. The definition of a figure shows its id, and so does the attribute
      <code>data-metric</code> of its row: mean, interval and unit stand under
      <code>organisations[…].metrics["id"]</code>, differences under
      <code>differences[…].metrics["id"]</code>, weeks under <code>organisations[…].series["id"]</code>. What
      a chart shows is in its <code>.csv</code>.
    </p>
  </section>`;
}

/** What a reader has to know before trusting the figures; nothing if there is nothing. */
export function notesSection(result: Result): Html {
  const notes = [
    ...idleRoles(result),
    ...marketNote(result),
    ...interruptionNote(result),
    ...fewerFigures(result),
  ];
  if (notes.length === 0) return html``;
  return html`<section id="notes">
    <h2>Notes</h2>
    <ul>
      ${notes.map((note) => html`<li>${note}</li>`)}
    </ul>
  </section>`;
}

function idleRoles({ organisations }: Result): Html[] {
  const idle = organisations.flatMap(({ facts }) => facts.roles.filter(({ hasWork }) => !hasWork));
  const groups = [...new Set(idle.map(({ role }) => roleWords(role).group))];
  if (groups.length === 0) return [];
  return [
    html`Paid, but with nothing to do in these scenarios (†): ${groups.join(', ')}. What they are paid is in
    the figures, what they would do is not.`,
  ];
}

function marketNote({ provenance, organisations }: Result): Html[] {
  if (provenance.tapeHash !== null || organisations.length < 2) return [];
  return [
    html`The organisations met different markets; the differences are not those of the organisation alone.`,
  ];
}

function interruptionNote({ provenance }: Result): Html[] {
  if (!provenance.interrupted) return [];
  return [
    html`The run was interrupted after ${counted(provenance.replications, 'replication')}, fewer than asked
    for.`,
  ];
}

/** Figures that some replications do not have. */
function fewerFigures({ organisations, metrics, provenance }: Result): Html[] {
  const partial = Object.keys(metrics).filter((id) =>
    organisations.some(({ metrics: figures }) => {
      const n = figures[id]?.n ?? 0;
      return n > 0 && n < provenance.replications && !id.startsWith('saturation-week.');
    }),
  );
  if (partial.length === 0) return [];
  const titles = partial.map((id) => metrics[id]!.title).join('; ');
  return [html`Some replications do not have these figures, their means are over the others: ${titles}.`];
}

function leftOutWords(weeks: number): string {
  if (weeks === 0) return 'No week is left out of the figures';
  return weeks === 1
    ? 'The first week is simulated but left out of all figures'
    : `The first ${weeks} weeks are simulated but left out of all figures`;
}
