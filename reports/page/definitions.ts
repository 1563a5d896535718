import type { MetricFacts, Result } from '../../sim/experiment/result.ts';
import { unitInWords } from '../words/notation.ts';
import { html, type Html } from './html.ts';

/** Hours by activity share one definition, in one entry; idle hours have another. */
const HOURS = 'hours-per-week.';
const IDLE_HOURS = /^hours-per-week\..*\.idle$/;

/** Anchor of the definition of a metric. */
export function definitionAnchor(id: string): string {
  const entry = IDLE_HOURS.test(id) ? 'hours-idle' : id.startsWith(HOURS) ? 'hours-per-week' : id;
  return `definition-${entry.replace(/[^a-z0-9.-]/g, '-')}`;
}

/** The name of a metric as a link to its definition; plain text if the result does not define it. */
export function metricLink(result: Result, id: string, text = result.metrics[id]?.title ?? id): Html {
  return Object.hasOwn(result.metrics, id)
    ? html`<a href="#${definitionAnchor(id)}">${text}</a>`
    : html`${text}`;
}

/** Every operational definition once; metrics that share one stand together. */
export function definitionsSection(result: Result): Html {
  return html`<section id="definitions">
    <h2>Operational definitions</h2>
    <p>Figures are taken over the weeks after the warm-up, unless something else is said.</p>
    <dl class="definitions">${groupsOf(result).map(entryOf)}</dl>
    <p><a href="#top">Back to the top</a></p>
  </section>`;
}

interface Group {
  readonly facts: MetricFacts;
  readonly names: { readonly id: string; readonly title: string }[];
}

function groupsOf({ metrics }: Result): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [id, facts] of Object.entries(metrics)) {
    const key = `${facts.unit}\n${facts.definition}`;
    const group = groups.get(key) ?? { facts, names: [] };
    groups.set(key, group);
    const title = titleOf(id, facts);
    if (!group.names.some((name) => definitionAnchor(name.id) === definitionAnchor(id))) {
      group.names.push({ id, title });
    }
  }
  return [...groups.values()];
}

function titleOf(id: string, { title }: MetricFacts): string {
  if (IDLE_HOURS.test(id)) return 'Idle hours of a role';
  return id.startsWith(HOURS) ? 'Hours of a role, by activity' : title;
}

/** Where the figure stands in the stored result; a star stands for what members of a family differ in. */
function idOf(id: string): string {
  return id.startsWith(HOURS) ? `${HOURS}*.${IDLE_HOURS.test(id) ? 'idle' : '*'}` : id;
}

function entryOf({ facts, names }: Group): Html {
  const terms = names.map(
    ({ id, title }) =>
      html`<dt id="${definitionAnchor(id)}">${title} <code class="id">${idOf(id)}</code></dt>`,
  );
  return html`<div>
    ${terms}
    <dd>${facts.definition} <span class="unit">Unit: ${unitInWords(facts.unit)}.</span></dd>
  </div>`;
}
