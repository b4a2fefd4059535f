/**
 * A job's contract: its queue, what it carries, and what happens when it fails. It stands in one file of the library
 * that sends it; the handler is elsewhere (`@Handles`). Handlers are idempotent, since a job can run twice.
 */
export interface QueueContract {
  readonly queue: string;
  /** How many jobs of this queue one worker process runs at a time. */
  readonly concurrency: number;
}

/** A queue's contract together with what its jobs carry. */
export interface JobContract<Payload extends object> extends QueueContract {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** First wait between tries, in milliseconds; it doubles each time. */
  readonly backoffMs: number;
  /** Jobs with the same id are one while the first still waits; one that comes while it runs makes it run once more. */
  readonly deduplicationId: (payload: Payload) => string;
  /** Reads a payload back from the queue. @throws Error where it is not one */
  readonly parse: (data: unknown) => Payload;
}

export function defineJob<Payload extends object>(contract: JobContract<Payload>): JobContract<Payload> {
  return contract;
}
