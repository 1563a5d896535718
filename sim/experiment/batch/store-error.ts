/** A store of runs that cannot be used as it is: its message says where, what was found and what is accepted. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
