import { fieldOn } from './form.ts';
import { metaOf } from './schema/fields.ts';
import { scenarioSchema } from './schema/scenario.ts';
import { readScenario } from './scenario-files.ts';
import { plainOf, subtree, type Path, type Tree } from './tree.ts';

/** What a new scenario starts from. */
export interface StarterOptions {
  /** The shipped scenario, or the file, that it changes. */
  readonly base: string;
  readonly name: string;
  /** Where the JSON Schema lies, seen from the scenario: for completion and checking in an editor. */
  readonly schema: string;
}

/** What planners replace by their own numbers before anything else, with where they find them. */
const CHANGED_MOST: readonly (readonly [path: string, comment: string])[] = [
  [
    'market.opportunities.inbound.rate',
    'Prospects who come by themselves, over the whole market. CRM: opportunities opened.',
  ],
  ['market.opportunities.existing.rate', 'New projects of existing accounts.'],
  ['market.opportunities.referral.rate', 'Prospects sent by clients and partners.'],
  [
    'market.opportunities.value',
    'Price of a project. cv: standard deviation over mean; few projects are very large.',
  ],
  ['market.accounts.initial', 'Accounts that order something now and then.'],
  ['market.accounts.orders', 'Repeat orders of one account. Order book: orders over accounts.'],
  ['market.accounts.maintenanceVisits', 'Visits that one account expects although there is nothing to sell.'],
  ['market.accounts.orderValue', 'Price of a repeat order.'],
  ['territory.width', 'East-west size of the whole market; the salespeople share it.'],
  ['territory.height', 'North-south size of it.'],
  ['workflow.win', 'Pursued opportunities that are won if the firm loses no time and no information.'],
  ['booking.contactSuccess', 'Dials that reach the person wanted.'],
  [
    'service.throughSalesperson.share',
    'Orders, issues and questions that clients bring to their salesperson at first.',
  ],
  [
    'money.trulyVariableCost',
    'Share of the price that is spent only if the order is delivered: mainly material.',
  ],
  ['organisation.roles.salesperson.heads', 'Salespeople.'],
  [
    'organisation.roles.salesperson.salary',
    'What one of them earns in a year, commission included, without burden.',
  ],
  ['organisation.roles.customer-service.heads', 'People who enter orders and answer clients.'],
  ['organisation.roles.engineering.heads', 'Engineers on the orders, not on proposals.'],
  ['organisation.roles.production.heads', 'People who make what is sold.'],
  [
    'organisation.qualification.threshold',
    'Opportunities with a smaller chance to be won are not pursued; 0 % pursues all.',
  ],
];

/**
 * The text of a scenario to start from: it changes nothing yet, but has the values that are changed most, each with a
 * comment. Throws a ScenarioError if the base cannot be read.
 */
export function starterScenario({ base, name, schema }: StarterOptions): string {
  const { tree } = readScenario(base);
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    '#',
    `# A scenario of your own. It takes everything from ${base}; what is written here replaces it.`,
    '# Put your own numbers in place of these, delete the lines that you do not need, and add any',
    `# other value that "salesworks explain ${base}" lists. Then run "salesworks check" on this file.`,
    '#',
    '# Quantities have units: 45 min, 3 h, 10 days, 6 weeks; 4 per week; 20 %; $130k; 45 mi or 70 km.',
    '',
    `extends: ${base}`,
    '',
    `name: ${name}`,
    'description: What is different here, in a sentence.',
  ];
  let above: readonly string[] = [];
  for (const [path, comment] of CHANGED_MOST) {
    const keys = path.split('.');
    const common = keys.findIndex((key, i) => key !== above[i]);
    if (common === 0) lines.push('');
    for (const [depth, key] of keys.slice(0, -1).entries()) {
      if (depth >= common) lines.push(`${indent(depth)}${key}:`);
    }
    const depth = keys.length - 1;
    lines.push(`${indent(depth)}# ${comment}`, `${indent(depth)}${keys[depth]!}: ${valueText(tree, keys)}`);
    above = keys;
  }
  return `${lines.join('\n')}\n`;
}

/** What is written for a value, or else its default, in one line of YAML. */
function valueText(tree: Tree, path: Path): string {
  const written = subtree(tree, path);
  return yamlOf(
    written === undefined ? metaOf(fieldOn(path, scenarioSchema).schema)!.initial : plainOf(written),
  );
}

function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${yamlOf(inner)}`)
    .join(', ')} }`;
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
