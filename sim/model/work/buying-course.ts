/** News that a customer expects by an instant, and when it came; undefined while it has not. */
export interface PromisedNews {
  readonly dueAt: number;
  keptAt: number | undefined;
}

/** How one customer's buying has gone so far, where it matters how the firm goes along with it. */
export class BuyingCourse {
  /** Whether the next meeting is one more of the same kind, because the customer was not there yet. */
  isBeingCaughtUpWith = false;
  /** Steps that the firm took before the customer was there. */
  stepsTooSoon = 0;
  private readonly promises: PromisedNews[] = [];

  /** The customer expects to hear from the firm by an instant. */
  expectNews(dueAt: number): PromisedNews {
    const promise: PromisedNews = { dueAt, keptAt: undefined };
    this.promises.push(promise);
    return promise;
  }

  /** Promises that were due by now and have not been kept in time. */
  brokenPromises(now: number): number {
    return this.promises.filter(({ dueAt, keptAt }) => dueAt <= now && (keptAt ?? Infinity) > dueAt).length;
  }
}
