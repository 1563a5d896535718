import type { Result, RoleFacts } from '../../sim/experiment/result.ts';
import type { ChangeVerdict } from '../verdict/change-verdict.ts';
import type { ConstraintVerdict } from '../verdict/constraint-verdict.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { roleWords } from '../words/role-words.ts';
import type { Sentence } from '../words/sentence.ts';
import { html, type Html } from './html.ts';
import { organisationHtml, sentenceHtml } from './sentences.ts';

/** The verdict in words: what limits each organisation, what changes, how sure. */
export function verdictSection(result: Result, { constraints, changes, certainty }: Verdict): Html {
  const names = organisationNames(result);
  return html`<section id="verdict">
      <h2>What limits ${names.length === 1 ? 'the organisation' : 'each organisation'}</h2>
      <p class="small">
        In brackets: 95 % intervals. Momentary constraint: of all groups without spare capacity at a moment,
        the one that has been so for longest.
      </p>
      <div class="cards">${constraints.map((constraint) => constraintCard(result, names, constraint))}</div>
    </section>
    ${changes.map((change) => changeSection(result, names, change))}
    <section id="certainty">
      <h2>How sure this is</h2>
      <ul>
        ${items(result, certainty)}
      </ul>
    </section>`;
}

function constraintCard(result: Result, names: readonly string[], verdict: ConstraintVerdict): Html {
  const index = verdict.organisation;
  const { description, facts } = result.organisations[index]!;
  const heads = facts.roles.map((role) => headsInWords(role)).join(', ');
  return html`<article class="card">
    <h3>${organisationHtml(names[index]!, index)}</h3>
    <p class="lead">${sentenceHtml(result, verdict.lead)}</p>
    <ul>
      ${items(result, verdict.sentences)}
    </ul>
    <p class="small">${description} Heads: ${heads}.</p>
  </article>`;
}

/** How many people a role has, such as `10 salespeople`, `1 sales manager`, `8 in production`. */
function headsInWords({ role, heads }: RoleFacts): string {
  const { one, group, isPlural } = roleWords(role);
  if (heads === 1) return `1 ${one}`;
  return isPlural ? `${heads} ${group}` : `${heads} in ${group}`;
}

function changeSection(result: Result, names: readonly string[], change: ChangeVerdict): Html {
  const index = change.organisation;
  const lists = [
    ['For the better', change.better],
    ['For the worse', change.worse],
    ['No difference that matters', change.same],
    ['Not decided', change.undecided],
  ] as const;
  return html`<section id="changes-${index}">
    <h2>What ${organisationHtml(names[index]!, index)} changes against ${organisationHtml(names[0]!, 0)}</h2>
    <p class="small">In brackets: the 95 % interval of the paired difference.</p>
    <div class="cards">${lists.map(([title, sentences]) => changeCard(result, title, sentences))}</div>
  </section>`;
}

function changeCard(result: Result, title: string, sentences: readonly Sentence[]): Html {
  const content = sentences.length === 0 ? html`<p>None of the main figures.</p>` : undefined;
  return html`<article class="card">
    <h3>${title}</h3>
    ${
      content ??
      html`<ul>
        ${items(result, sentences)}
      </ul>`
    }
  </article>`;
}

function items(result: Result, sentences: readonly Sentence[]): Html[] {
  return sentences.map((sentence) => html`<li>${sentenceHtml(result, sentence)}</li>`);
}
