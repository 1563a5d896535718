import type { Result } from '../../sim/experiment/result.ts';
import type { Part, Sentence } from '../words/sentence.ts';
import { metricLink } from './definitions.ts';
import { html, type Html } from './html.ts';

/** A sentence as markup: metrics link to their definitions, organisations carry their colour and stroke. */
export function sentenceHtml(result: Result, sentence: Sentence): Html {
  return sentence.map((part) => partHtml(result, part)).reduce((all, part) => html`${all}${part}`, html``);
}

/** The name of an organisation, underlined like its line in the charts. */
export function organisationHtml(name: string, index: number): Html {
  return html`<span class="organisation o${index % ORGANISATION_STYLES}">${name}</span>`;
}

/** Organisations that have a style of their own; after so many the styles come again. */
export const ORGANISATION_STYLES = 6;

function partHtml(result: Result, part: Part): Html {
  if (typeof part === 'string') return html`${part}`;
  switch (part.kind) {
    case 'metric':
      return metricLink(result, part.id, part.text);
    case 'organisation':
      return organisationHtml(part.text, part.index);
    case 'strong':
      return html`<strong>${part.text}</strong>`;
  }
}
