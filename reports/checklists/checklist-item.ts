/** An item of a checklist. */
export interface ChecklistItem {
  readonly number: string;
  readonly title: string;
  /** What the result and its program say about it; undefined where only people know. */
  readonly answer?: string | undefined;
  /** What people have to write, where they do. */
  readonly toWrite?: string | undefined;
}

/** A part of a checklist. */
export interface ChecklistPart {
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}
