import { html, trusted, type Html } from './html.ts';

/** From more columns on a table is set in smaller type. */
const MANY_COLUMNS = 7;

/** A table that scrolls on its own where the page is narrower. */
export interface Table {
  readonly caption: Html;
  /** Headings of columns; the first one is that of the row names. */
  readonly columns: readonly Html[];
  readonly sections: readonly TableSection[];
  /** Whether cells hold sentences, which are broken into lines; numbers are not. */
  readonly isProse?: boolean;
}

/** Rows under a heading; without heading if there is but one section. */
export interface TableSection {
  readonly title?: Html;
  /** Cells; the first one names the row. */
  readonly rows: readonly (readonly Html[])[];
  /** Ids of the metrics of the rows, in their order: under them the numbers stand in the stored result. */
  readonly metrics?: readonly string[];
}

/** A table with headings for columns, sections and rows. */
export function tableHtml({ caption, columns, sections, isProse = false }: Table): Html {
  const look = isProse ? 'prose' : columns.length > MANY_COLUMNS ? 'many' : '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${plain(caption)}">
    <table${trusted(look === '' ? '' : ` class="${look}"`)}>
      <caption>
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      ${sections.map((section) => sectionHtml(section, columns.length))}
    </table>
  </div>`;
}

function sectionHtml({ title, rows, metrics }: TableSection, columns: number): Html {
  const heading =
    title === undefined
      ? undefined
      : html`<tr class="section">
          <th scope="rowgroup" colspan="${columns}">${title}</th>
        </tr>`;
  return html`<tbody>
    ${heading}
    ${rows.map(([name, ...cells], i) => {
      const metric = metrics?.[i];
      return html`<tr${metric === undefined ? undefined : html` data-metric="${metric}"`}>
        <th scope="row">${name}</th>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr>`;
    })}
  </tbody>`;
}

/** Text of markup, already escaped where it stands; for attributes. */
function plain({ text }: Html): Html {
  return { kind: 'html', text: text.replace(/<[^>]*>/g, '') };
}
