import type { Result } from '../../sim/experiment/result.ts';
import type { Chart } from '../charts/chart.ts';
import { definitionAnchor, metricLink } from './definitions.ts';
import { escaped, html, trusted, type Html } from './html.ts';

/** A chart with its drawings, one for wide pages and one for narrow ones; SVG documents. */
export interface DrawnChart {
  readonly chart: Chart;
  readonly wide: string;
  readonly narrow: string;
}

/** The figure of a chart: finding, unit and bands, drawing, source, and where its metrics are defined. */
export function figureHtml(result: Result, { chart, wide, narrow }: DrawnChart): Html {
  return html`<figure id="${chart.id}">
    <figcaption>
      <h3>${chart.title}</h3>
      <p class="small">${chart.subtitle}</p>
    </figcaption>
    <div class="drawing wide">${labelled(wide, chart.textAlternative)}</div>
    <div class="drawing narrow">${labelled(narrow, chart.textAlternative)}</div>
    <p class="small">
      ${definitionLinks(result, chart)} ${chart.source} Picture, data and Vega-Lite specification:
      <code>charts/${chart.id}.svg</code>, <code>.png</code>, <code>.csv</code>, <code>.vl.json</code>.
    </p>
  </figure>`;
}

/** The drawing as one image with a name, which is read instead of its parts. */
function labelled(svg: string, text: string): Html {
  return trusted(svg.replace(/^<svg /, `<svg role="img" aria-label="${escaped(text)}" `));
}

function definitionLinks(result: Result, { metrics }: Chart): Html {
  const anchors = metrics.map(definitionAnchor);
  const links = metrics
    .filter((id, i) => anchors.indexOf(definitionAnchor(id)) === i)
    .map((id, i) => {
      const hours = id.endsWith('.idle') ? 'idle hours' : 'hours by activity';
      const text = id.startsWith('hours-per-week.') ? hours : undefined;
      return html`${i === 0 ? '' : ', '}${metricLink(result, id, text)}`;
    });
  return links.length === 0
    ? html``
    : html`Definitions: ${links.reduce((all, link) => html`${all}${link}`)}.`;
}
