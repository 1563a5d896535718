import type { Result } from '../../sim/experiment/result.ts';
import type { Figure } from '../charts/chart.ts';
import { definitionAnchor, metricLink } from './definitions.ts';
import { escaped } from '../words/escaped.ts';
import { adaptable, rounded } from '../render/adaptable.ts';
import { html, trusted, type Html } from './html.ts';

/** A chart or picture with its drawings, one for wide pages and one for narrow ones; SVG documents. */
export interface DrawnFigure {
  readonly figure: Figure;
  readonly wide: string;
  readonly narrow: string;
  /** Whether there is a Vega-Lite specification of it. */
  readonly hasSpec: boolean;
}

/** A figure: finding, unit and bands, drawing, source, and where its metrics are defined, if it has any. */
export function figureHtml({ figure, wide, narrow, hasSpec }: DrawnFigure, definitions?: Html): Html {
  const spec = hasSpec ? html`, <code>.vl.json</code>` : undefined;
  return html`<figure id="${figure.id}">
    <figcaption>
      <h3>${figure.title}</h3>
      <p class="small">${figure.subtitle}</p>
    </figcaption>
    <div class="drawing wide">${labelled(wide, figure.textAlternative)}</div>
    <div class="drawing narrow">${labelled(narrow, figure.textAlternative)}</div>
    ${definitions}
    <p class="small">
      ${figure.source} Picture${hasSpec ? ', data and specification' : ' and data'}:
      <code>charts/${figure.id}.svg</code>, <code>.png</code>, <code>.csv</code>${spec}.
    </p>
  </figure>`;
}

/** The drawing as one image with a name, which is read instead of its parts. */
function labelled(svg: string, text: string): Html {
  const drawing = adaptable(rounded(svg));
  return trusted(drawing.replace(/^<svg /, `<svg role="img" aria-label="${escaped(text)}" `));
}

/** Links to more definitions than this are folded. */
const SHOWN_AT_ONCE = 6;

/** Links to the definitions of what a figure shows. */
export function definitionLinks(result: Result, { metrics }: Figure): Html {
  const anchors = metrics.map(definitionAnchor);
  const links = metrics
    .filter((id, i) => anchors.indexOf(definitionAnchor(id)) === i)
    .map((id, i) => {
      const hours = id.endsWith('.idle') ? 'idle hours' : 'hours by activity';
      const text = id.startsWith('hours-per-week.') ? hours : undefined;
      return html`${i === 0 ? '' : ', '}${metricLink(result, id, text)}`;
    });
  if (links.length === 0) return html``;
  const list = links.reduce((all, link) => html`${all}${link}`);
  if (links.length <= SHOWN_AT_ONCE) return html`<p class="small">Definitions: ${list}.</p>`;
  return html`<details class="small">
    <summary>Definitions of ${links.length} figures</summary>
    <p>${list}.</p>
  </details>`;
}
