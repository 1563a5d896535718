/** What can be followed through the firm: a deal, a client, what a client brings, and what is to be made. */
export const SUBJECT_KINDS = ['opportunity', 'account', 'case', 'order'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What time is spent on behalf of. What the model keeps of it says so itself, so that nothing is made to tell it. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Unlike that of any other of its kind in a run; key of everything drawn for it, so the same in every organisation. */
  readonly id: number;
}

/** Its name wherever it is written down: `opportunity-1234`. */
export function subjectName({ kind, id }: Subject): string {
  return `${kind}-${id}`;
}
