/**
 * How a call ended without a response: `closed` by the engine, `refused` because nobody listens, `timeout` because
 * nothing arrived.
 */
export type NoResponse = 'closed' | 'refused' | 'timeout';

/** Counts the answers to an attack. */
export class ResponseCounts {
  private readonly counts = new Map<number | NoResponse, number>();
  /** Bytes of the largest body. */
  largest = 0;
  /** Responses of 429 or 503 without `Retry-After`. */
  withoutRetryAfter = 0;

  add(status: number | NoResponse, bytes = 0): void {
    this.counts.set(status, (this.counts.get(status) ?? 0) + 1);
    this.largest = Math.max(this.largest, bytes);
  }

  forget(): void {
    this.counts.clear();
    this.largest = 0;
    this.withoutRetryAfter = 0;
  }

  /** By status, the most frequent first. */
  byStatus(): Record<string, number> {
    return Object.fromEntries(
      [...this.counts].toSorted(([, one], [, other]) => other - one).map(([status, count]) => [`${status}`, count]),
    );
  }
}
