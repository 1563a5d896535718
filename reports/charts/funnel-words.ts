/** A step of the funnel: its metric, and what is said of opportunities that got there. */
export interface FunnelStep {
  /** Member of `opportunities-coming-to.`; undefined for the beginning, which all have. */
  readonly member: string | undefined;
  readonly title: string;
  /** Member of `opportunities-lost.` for those that ended here; undefined for the end. */
  readonly lostAt: string | undefined;
}

export const FUNNEL_STEPS: readonly FunnelStep[] = [
  { member: undefined, title: 'decided', lostAt: 'arrived' },
  { member: 'pursued', title: 'pursued', lostAt: 'pursued' },
  { member: 'reached', title: 'spoken to', lostAt: 'reached' },
  { member: 'met', title: 'met', lostAt: 'met' },
  { member: 'discovered', title: 'needs known', lostAt: 'discovered' },
  { member: 'presented', title: 'solution shown', lostAt: 'presented' },
  { member: 'asked', title: 'asked to close', lostAt: 'asked' },
  { member: 'won', title: 'won', lostAt: undefined },
];

/** Why an opportunity is lost: a member of `opportunities-decided.`, in words and colour. */
export interface LossReason {
  readonly id: string;
  readonly title: string;
  readonly hue: string;
}

/** Reasons, those of the firm's own making first; colours of Okabe and Ito without the two that mean organisations. */
export const LOSS_REASONS: readonly LossReason[] = [
  { id: 'disqualified', title: 'not pursued', hue: '#d0d4d9' },
  { id: 'expired', title: 'lost to waiting', hue: '#E69F00' },
  { id: 'gone-cold', title: 'gone cold', hue: '#F0E442' },
  { id: 'not-rebooked', title: 'not booked again', hue: '#CC79A7' },
  { id: 'declined', title: 'declined by the firm', hue: '#8c6d31' },
  { id: 'competitor', title: 'to a competitor', hue: '#56B4E9' },
  { id: 'no-decision', title: 'no decision', hue: '#4d4d4d' },
];
