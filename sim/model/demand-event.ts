import type { MeetingStage } from './opportunity-course.ts';
import type { PersonId } from './person-id.ts';

/** What happens when the firm looks for opportunities, sells them otherwise than in the field, or holds work back. */
export type DemandEvent =
  | SentCampaign
  /** An inside salesperson has spoken to an account, and what came up. */
  | {
      readonly kind: 'inside-conversation';
      readonly account: number;
      readonly by: PersonId;
      readonly hasOrder: boolean;
      readonly hasProject: boolean;
    }
  /** A customer who is sold to on the phone is ready for the next conversation: the firm is to call. */
  | { readonly kind: 'sales-call-due'; readonly opportunity: number }
  /** A conversation on the phone in place of a meeting, which is named. */
  | {
      readonly kind: 'sales-call';
      readonly opportunity: number;
      readonly by: PersonId;
      readonly stage: MeetingStage;
    }
  /** An opportunity that a partner has won; it is decided like any other besides. */
  | { readonly kind: 'partner-won'; readonly opportunity: number }
  /** Work is held back from now on, or it is not any more. */
  | { readonly kind: 'throttle'; readonly isOn: boolean };

/** A campaign that has been sent. */
export interface SentCampaign {
  readonly kind: 'campaign-sent';
  readonly addresses: number;
  /** Those who will answer. */
  readonly answers: number;
  readonly cost: number;
}
