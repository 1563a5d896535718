import type { Complaint } from '../scenario/problems.ts';
import type { Path } from '../scenario/tree.ts';

/** Says that something is wrong at a place of a claim; the place is given by its keys. */
export type Blame = (path: Path, complaint: Omit<Complaint, 'path'>) => void;
