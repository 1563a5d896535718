import type { Stored } from '../../sim/experiment/replay/read-stored.ts';
import type { ScenarioData } from '../../sim/scenario/load.ts';
import type { ChecklistItem, ChecklistPart } from './checklist-item.ts';
import { stars } from './stars.ts';
import { stressDes } from './stress-des.ts';
import { factsOf, type StudyFacts } from './study-facts.ts';

/** Signs that mark what people have to write: easily found, and in no text of ours. */
export const TO_WRITE = '**To be written:**';

/** The STRESS-DES and STARS checklists as far as a result fills them, in Markdown. */
export function checklistsOf(stored: Stored): string {
  const facts = factsOf(stored);
  return `${[
    `# Checklists of ${plain(facts.file)}`,
    'Filled from what the result says of itself. What only people know is marked, and has to be written before the ' +
      'study is published.',
    '## STRESS-DES (Monks et al. 2019)',
    ...stressDes(facts).map(partInMarkdown),
    '## STARS (Monks, Harper and Mustafee 2024)',
    ...stars(facts).map(partInMarkdown),
    '## Figures',
    ...figures(facts),
    ...facts.scenarios.flatMap(({ name, sha256, document }) => scenario(name, sha256, document)),
  ].join('\n\n')}\n`;
}

function partInMarkdown({ title, items }: ChecklistPart): string {
  return [`### ${title}`, ...items.map(itemInMarkdown)].join('\n\n');
}

function itemInMarkdown({ number, title, answer, toWrite }: ChecklistItem): string {
  const missing = toWrite ?? (answer === undefined ? 'the result does not say' : undefined);
  const parts = [
    ...(answer === undefined ? [] : [answer]),
    ...(missing === undefined ? [] : [`${TO_WRITE} ${missing}.`]),
  ];
  return `- **${number} ${title}.** ${parts.join(' ')}`;
}

/** One row for each family: what its members count differs in whom or where it is counted only. */
function figures({ figures: all }: StudyFacts): string[] {
  const families = new Map<string, { readonly first: StudyFacts['figures'][number]; members: number }>();
  for (const figure of all) {
    const family = figure.id.replace(/\..*/, '');
    const known = families.get(family);
    if (known === undefined) families.set(family, { first: figure, members: 1 });
    else known.members++;
  }
  const rows = [...families].map(([family, { first, members }]) => {
    const name = members === 1 ? first.id : `${family}, ${members} of them, such as ${first.id}`;
    return `| ${[name, first.unit, first.definition].map(plain).join(' | ')} |`;
  });
  return [['| Figure | Unit | How it is counted |', '| --- | --- | --- |', ...rows].join('\n')];
}

function scenario(name: string, sha256: string | undefined, document: ScenarioData | undefined): string[] {
  const hash = sha256 === undefined ? [] : [`SHA-256 of what determines it: \`${sha256}\`.`];
  if (document === undefined)
    return [`## ${plain(name)}`, ...hash, `${TO_WRITE} its values; the result does not hold them.`];
  const rows = valuesIn(document).map(([path, value]) => `| ${plain(path)} | ${plain(value)} |`);
  return [`## ${plain(name)}`, ...hash, ['| Set | Value |', '| --- | --- |', ...rows].join('\n')];
}

/** By path with dots. A distribution or a list is one value. */
function valuesIn(data: ScenarioData, path: readonly string[] = []): [path: string, value: string][] {
  return Object.entries(data).flatMap(([key, value]): [string, string][] => {
    const here = [...path, key];
    const isGroup =
      typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);
    if (isGroup) return valuesIn(value as ScenarioData, here);
    return [[here.join('.'), typeof value === 'string' ? value : JSON.stringify(value)]];
  });
}

/** In one line, without a sign that ends a cell or begins markup. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<>*_`[\]\\]/g, (sign) => `\\${sign}`);
}
