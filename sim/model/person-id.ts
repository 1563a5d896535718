/** Who it was: places of the role in the list of roles, and of the person within the role. */
export interface PersonId {
  readonly role: number;
  readonly index: number;
}
