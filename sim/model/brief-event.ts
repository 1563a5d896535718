import type { BriefTaker } from './policies/brief-taker.ts';

/** What may be wrong with a brief. */
export const BRIEF_FAULTS = ['misunderstood', 'over-promised'] as const;
export type BriefFault = (typeof BRIEF_FAULTS)[number];

/** When a fault comes to light: the later, the more has to be done again. */
export const FOUND_WHEN = ['before-proposal', 'before-start', 'in-production', 'at-delivery'] as const;
export type FoundWhen = (typeof FOUND_WHEN)[number];

/** Whom a client phones about a project. */
export type Contact = 'salesperson' | 'project-leader' | 'customer-service';

/** What a project came to, in the end. */
export interface FinishedProject {
  readonly price: number;
  /** Truly variable cost; work beyond the estimate included. */
  readonly cost: number;
  /** Cost of the work beyond the estimate alone. */
  readonly unpaid: number;
  /** Cost beyond the usual share of the list price. */
  readonly extra: number;
  /** Work that it took over the work estimated for it. */
  readonly actualOverScoped: number;
  /** Minutes of work that were done again. */
  readonly redone: number;
  /** Share of projects that went well, as it is told of the firm. */
  readonly reputation: number;
}

/** What happens to briefs, and because of them. All but a client's call name the opportunity. */
export type BriefEvent =
  | {
      readonly kind: 'taken';
      readonly opportunity: number;
      readonly taker: BriefTaker;
      readonly fits: boolean;
      readonly isMisunderstood: boolean;
      readonly isOverPromised: boolean;
    }
  | {
      readonly kind: 'found';
      readonly opportunity: number;
      readonly fault: BriefFault;
      readonly when: FoundWhen;
    }
  /** A brief whose opportunity has not been won is of no further interest, nor are its faults. */
  | { readonly kind: 'void'; readonly opportunity: number; readonly faults: number }
  | {
      readonly kind: 'question';
      readonly opportunity: number;
      readonly what: 'asked' | 'answered' | 'dropped';
      readonly role: BriefTaker;
    }
  | { readonly kind: 'client-call'; readonly case: number; readonly to: Contact }
  | ({ readonly kind: 'finished'; readonly opportunity: number } & FinishedProject);
