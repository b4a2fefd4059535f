import { FairSemaphore, type WaitBudget } from '../../fairness/index.js';

/** Uploads of a tenant that wait for their turn, and for how long they wait: to be sent, or to be read. */
const WAITING = { waitingPerKey: 4, waitMs: 10_000 } as const;

/**
 * Uploads of one kind. Each tenant sends one at a time, for as long as it takes: slow senders of other tenants delay
 * nobody. Those that have arrived are read in turn.
 */
export class UploadTurns {
  private readonly sending: FairSemaphore;
  private readonly reading: FairSemaphore;

  /**
   * @param what for the refusal: `uploads of documents`
   * @param readAtOnce limit of uploads that are read concurrently, of all tenants
   */
  constructor(what: string, readAtOnce: number) {
    // The memory of those that are sent is bounded by `ApiBodies`.
    this.sending = new FairSemaphore({ what, total: Infinity, perKey: 1, ...WAITING });
    this.reading = new FairSemaphore({ what, total: readAtOnce, perKey: 1, ...WAITING });
  }

  /** @throws TooManyRequests if too many of the tenant wait, or no turn comes in time */
  run<Upload, Result>(
    tenantId: string,
    receive: () => Promise<Upload>,
    read: (upload: Upload) => Promise<Result>,
    waitBudget?: WaitBudget,
  ): Promise<Result> {
    const send = async (): Promise<Result> => {
      const upload = await receive();
      return this.reading.run(tenantId, () => read(upload), waitBudget);
    };
    return this.sending.run(tenantId, send, waitBudget);
  }
}
