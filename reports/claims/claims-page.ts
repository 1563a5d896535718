import { createHash } from 'node:crypto';
import type { ClaimResult, ClaimsResult } from '../../sim/claims/claims-result.ts';
import { html, trusted, type Html } from '../page/html.ts';
import { styleSheet } from '../page/style.ts';
import { tableHtml } from '../page/table.ts';
import { figureHtml, type DrawnFigure } from '../page/figure.ts';
import type { FontFile } from '../render/fonts.ts';
import { claimSection } from './claim-section.ts';
import { estimateInWords, VERDICT_WORDS } from './figures.ts';

/** The verdicts as one HTML file that needs nothing else: no network, no script, fonts inside. */
export function claimsPageOf(
  result: ClaimsResult,
  figures: readonly DrawnFigure[],
  fonts: readonly FontFile[],
): string {
  const style = styleSheet(fonts);
  // The hash is of everything between the tags, white space too: no template may stand in between.
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Claims and verdicts – salesworks</title>
        <link rel="icon" href="data:," />
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        ${headerOf(result)}
        <main>
          ${figures.length > 0 ? overviewOf(figures) : undefined} ${groupsOf(result.claims)}
          ${result.contradictions.length > 0 ? contradictionsOf(result.contradictions) : undefined}
          ${provenanceOf(result)}
        </main>
        <footer>Made by salesworks ${result.provenance.version}.</footer>
      </body>
    </html> `;
  return text;
}

function headerOf({ claims, provenance }: ClaimsResult): Html {
  const counts = (Object.keys(VERDICT_WORDS) as ClaimResult['verdict'][])
    .map((verdict) => ({ verdict, count: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${VERDICT_WORDS[verdict]}`);
  const notice = provenance.interrupted
    ? html`<p class="notice">
        <strong>The run was interrupted</strong>: claims that are missing are not judged.
      </p>`
    : undefined;
  return html`<header id="top">
    <h1>Claims and verdicts</h1>
    <p class="headline">${claims.length} claims: ${counts.join(', ')}.</p>
    <p class="small">
      Each claim of the source documents is simulated and judged by a rule that stands in its file and was
      fixed before the run, but where its finding says otherwise. Supported: the whole 95 % interval lies
      where the claim says, and the estimate stays there at both ends of the plausible range of its most
      fragile assumption. Conditional: it does not stay there, and the threshold is given; or these
      replications do not decide. Not supported: the whole interval lies elsewhere.
    </p>
    ${notice}
  </header>`;
}

function overviewOf(figures: readonly DrawnFigure[]): Html {
  return html`<section id="overview">
    <h2>All claims on one scale</h2>
    ${figures.map((drawn) => figureHtml(drawn))}
  </section>`;
}

function groupsOf(claims: readonly ClaimResult[]): Html[] {
  const groups = [...new Set(claims.map(({ group }) => group))];
  return groups.map((group) => {
    const own = claims.filter((claim) => claim.group === group);
    return groupSection(`${group}. ${own[0]!.groupTitle}`, own);
  });
}

function contradictionsOf(claims: readonly ClaimResult[]): Html {
  return groupSection(claims[0]!.groupTitle, claims);
}

function groupSection(title: string, claims: readonly ClaimResult[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${tableHtml({
      caption: html`Verdict, estimate with 95 % interval, and break-even of the most fragile assumption`,
      columns: ['Claim and verdict', 'Estimate', 'Break-even'].map((column) => html`${column}`),
      sections: [{ rows: claims.map(rowOf) }],
    })}
    ${claims.map(claimSection)}
  </section>`;
}

function rowOf(claim: ClaimResult): Html[] {
  return [
    html`<a href="#${claim.id}">${claim.id}</a> ${claim.claim} <br /><strong class="verdict"
        >${VERDICT_WORDS[claim.verdict]}</strong
      >`,
    html`${estimateInWords(claim)}`,
    html`${claim.breakEven ?? '–'}`,
  ];
}

function provenanceOf({ provenance }: ClaimsResult): Html {
  const { version, commit, command, seed, runs, quick } = provenance;
  return html`<section id="provenance">
    <h2>Provenance</h2>
    <dl class="facts plain">
      <div>
        <dt>Command</dt>
        <dd><code>${command}</code></dd>
      </div>
      <div>
        <dt>Version</dt>
        <dd>salesworks ${version}${commit === null ? '' : `, commit ${commit}`}</dd>
      </div>
      <div>
        <dt>Seed</dt>
        <dd>
          ${seed}; ${runs} runs, equal ones
          once${quick ? '; fewer and shorter runs than the files ask for, break-evens not searched' : ''}
        </dd>
      </div>
    </dl>
  </section>`;
}
