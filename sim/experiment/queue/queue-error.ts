/** A queue that cannot be used as it is: its message says where, what was found and what is accepted. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}
