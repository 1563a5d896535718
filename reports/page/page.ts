import { counted } from '../words/counted.ts';
import { measuredWeeks } from '../words/weeks.ts';
import { createHash } from 'node:crypto';
import type { Result } from '../../sim/experiment/result.ts';
import type { FontFile } from '../render/fonts.ts';
import type { Theme } from '../theme/theme.ts';
import { verdictInWords, type Verdict } from '../verdict/verdict.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { definitionsSection } from './definitions.ts';
import { definitionLinks, figureHtml, type DrawnFigure } from './figure.ts';
import { html, trusted, type Html } from './html.ts';
import { metricsTables } from './metrics-table.ts';
import { oneMoreTable } from './one-more-table.ts';
import { payrollTable } from './payroll-table.ts';
import { askedSection } from './asked-section.ts';
import { notesSection, provenanceSection } from './provenance-section.ts';
import { saturationTable } from './saturation-table.ts';
import { serviceSection } from './service-section.ts';
import { sentenceHtml } from './sentences.ts';
import { styleSheet } from './style.ts';
import { verdictSection } from './verdict-section.ts';

/** In what a page is set: with a theme it looks the same by day and by night. */
export interface PageLook {
  readonly fonts: readonly FontFile[];
  readonly theme?: Theme | undefined;
}

/** The report as one HTML file that needs nothing else: no network, no script, fonts and drawings inside. */
export function pageOf(result: Result, figures: readonly DrawnFigure[], { fonts, theme }: PageLook): string {
  const style = styleSheet(fonts, theme);
  // The hash is of everything between the tags, white space too: no template may stand in between.
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const verdict = verdictInWords(result);
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${titleOf(result)} – salesworks</title>
        <link rel="icon" href="data:," />
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        ${headerOf(result, verdict)}
        <main>
          ${askedSection(result)} ${verdictSection(result, verdict)} ${evidence(result, figures)}
          ${notesSection(result)} ${provenanceSection(result)} ${definitionsSection(result)}
        </main>
        <footer>Made by salesworks ${result.provenance.version}. ${theme?.footer}</footer>
      </body>
    </html> `;
  return text;
}

function titleOf(result: Result): string {
  const [first, ...others] = organisationNames(result);
  return others.length === 0 ? first! : `${others.join(', ')} against ${first!}`;
}

function headerOf(result: Result, { headlines }: Verdict): Html {
  const { replications, warmUp, seed, interrupted } = result.provenance;
  const weeks = Math.max(...result.organisations.map(({ facts }) => facts.weeks));
  const links = LINKS.filter(({ needs }) => needs(result));
  const notice = interrupted
    ? html`<p class="notice">
        <strong>The run was interrupted</strong> after ${counted(replications, 'replication')}; the figures
        rest on these.
      </p>`
    : undefined;
  return html`<header id="top">
    <h1>${titleOf(result)}</h1>
    ${headlines.map((headline) => html`<p class="headline">${sentenceHtml(result, headline)}</p>`)}
    <p class="small">
      ${result.differences.length > 0 && replications > 1 ? SHOWN : undefined} ${throughputWords(result)}
      Simulated: ${measuredWeeks({ replications, weeks, warmUp: warmUp.weeks })}; seed ${seed}.
      <a href="#certainty">How sure is this, and what would turn it?</a>
    </p>
    ${notice}
    <nav aria-label="Contents">
      <ul>
        ${links.map(({ href, text }) => html`<li><a href="#${href}">${text}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

const SHOWN = 'Of every change stated here, the 95 % interval lies wholly on one side of zero.';

/** What throughput is, since the headline speaks of it. */
function throughputWords({ metrics }: Result): string {
  const facts = metrics['throughput-per-year'];
  return facts === undefined ? '' : `Throughput: ${facts.definition}`;
}

const always = () => true;
const isComparison = ({ differences }: Result) => differences.length > 0;
const isServiceAssessed = ({ organisations }: Result) =>
  organisations.some(({ service }) => service !== undefined);
const isAsked = ({ decision, thresholds = [] }: Result) => decision !== undefined || thresholds.length > 0;
const hasOneMore = ({ organisations }: Result) => organisations.some(({ oneMore }) => oneMore.length > 0);

const LINKS: readonly { href: string; text: string; needs: (result: Result) => boolean }[] = [
  { href: 'asked', text: 'What was asked', needs: isAsked },
  { href: 'verdict', text: 'What limits', needs: always },
  { href: 'changes-1', text: 'What changes', needs: isComparison },
  { href: 'saturation', text: 'Who saturates when', needs: always },
  { href: 'one-more', text: 'One more head', needs: hasOneMore },
  { href: 'evidence', text: 'Charts', needs: always },
  { href: 'service', text: 'Customer service', needs: isServiceAssessed },
  { href: 'money', text: 'Payroll', needs: always },
  { href: 'figures', text: 'All figures', needs: always },
  { href: 'provenance', text: 'Provenance', needs: always },
  { href: 'definitions', text: 'Definitions', needs: always },
];

/** Figures and tables by question; figures that have no section of their own stand together. */
function evidence(result: Result, figures: readonly DrawnFigure[]): Html {
  const placed = ['utilisation-over-time', 'one-more-head', 'payroll', 'cash-over-time'];
  const placedFigure = (id: string) =>
    figures
      .filter(({ figure }) => figure.id === id)
      .map((drawn) => figureHtml(drawn, definitionLinks(result, drawn.figure)));
  const others = figures.filter(({ figure }) => !placed.includes(figure.id));
  const more = hasOneMore(result)
    ? html`<section id="one-more">
        <h2>What one more head changes</h2>
        ${placedFigure('one-more-head')} ${oneMoreTable(result)}
      </section>`
    : undefined;
  return html`<section id="saturation">
      <h2>Who saturates, and when</h2>
      ${saturationTable(result)} ${placedFigure('utilisation-over-time')}
    </section>
    ${more}
    <section id="evidence">
      <h2>The evidence in charts</h2>
      ${others.map((drawn) => figureHtml(drawn, definitionLinks(result, drawn.figure)))}
    </section>
    ${serviceSection(result)}
    <section id="money">
      <h2>What it costs</h2>
      ${placedFigure('payroll')} ${payrollTable(result)} ${placedFigure('cash-over-time')}
    </section>
    <section id="figures">
      <h2>All figures</h2>
      ${metricsTables(result)}
    </section>`;
}
