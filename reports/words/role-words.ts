/** How a role is spoken of. */
export interface RoleWords {
  /** The people of the role together: `salespeople`, `customer service`. */
  readonly group: string;
  /** One of them: `salesperson`, `engineer`. */
  readonly one: string;
  /** Whether the group takes the plural: salespeople are, customer service is. */
  readonly isPlural: boolean;
}

const WORDS: Readonly<Record<string, RoleWords>> = {
  salesperson: { group: 'salespeople', one: 'salesperson', isPlural: true },
  'sales-coordinator': { group: 'sales coordinators', one: 'sales coordinator', isPlural: true },
  'project-leader': { group: 'project leaders', one: 'project leader', isPlural: true },
  'customer-service': { group: 'customer service', one: 'customer service representative', isPlural: false },
  'inside-sales': { group: 'inside sales', one: 'inside salesperson', isPlural: false },
  'promotions-coordinator': {
    group: 'promotions coordinators',
    one: 'promotions coordinator',
    isPlural: true,
  },
  'sales-manager': { group: 'sales managers', one: 'sales manager', isPlural: true },
  'support-manager': { group: 'support managers', one: 'support manager', isPlural: true },
  engineering: { group: 'engineering', one: 'engineer', isPlural: false },
  production: { group: 'production', one: 'production worker', isPlural: false },
  finishing: { group: 'finishing', one: 'finisher', isPlural: false },
  market: { group: 'the market', one: 'opportunity', isPlural: false },
};

/** Roles that make what was sold: the end of every sale. */
export const WORKS: readonly string[] = ['engineering', 'production', 'finishing'];

/** Words for a role or constraint group; a role that is not known is called by its id. */
export function roleWords(role: string): RoleWords {
  const known = Object.hasOwn(WORDS, role) ? WORDS[role] : undefined;
  const name = role.replaceAll('-', ' ');
  return known ?? { group: name, one: name, isPlural: false };
}

/** The group as a heading: with a capital letter. */
export function roleTitle(role: string): string {
  return capitalised(role === 'market' ? 'market' : roleWords(role).group);
}

/** The first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
