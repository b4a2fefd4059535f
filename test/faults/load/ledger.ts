import { ids } from '#platform/database';

/** What became of one try: a status, or no answer: `refused` where no connection was made, so that nothing was sent. */
export interface Attempt {
  readonly status: number | 'refused' | 'unanswered';
  readonly retryAfter: string | null;
  readonly signalId: string | null;
  /** Whether the server asked to close the connection. */
  readonly closes: boolean;
  readonly milliseconds: number;
}

/** What a client sent, and the answers that it got. */
export class Ledger {
  /** Tries by what became of them. */
  readonly outcomes = new Map<Attempt['status'], number>();
  /** Keys of the data points that were accepted. */
  readonly keys = new Set<string>();
  /** Ids of signals, as stored, that a 200 named. */
  readonly signalIds = new Set<string>();
  /** Answers of 503 without Retry-After: there must be none. */
  hasty = 0;
  /** The longest wait for an answer, in milliseconds. */
  slowest = 0;

  /** When the last event was accepted (`performance.now()`). */
  acceptedAt = 0;

  enter(key: string, { status, retryAfter, signalId, milliseconds }: Attempt): void {
    this.outcomes.set(status, this.count(status) + 1);
    if (typeof status === 'number') this.slowest = Math.max(this.slowest, milliseconds);
    if (status === 503 && retryAfter === null) this.hasty++;
    if (status === 200) {
      this.keys.add(key);
      this.acceptedAt = performance.now();
    }
    const id = signalId === null ? null : ids.parse('sig', signalId);
    if (id !== null) this.signalIds.add(id);
  }

  count(status: Attempt['status']): number {
    return this.outcomes.get(status) ?? 0;
  }

  /** Tries that reached a server. */
  get sent(): number {
    return this.answered + this.count('unanswered');
  }

  get answered(): number {
    return this.statuses.reduce((sum, status) => sum + this.count(status), 0);
  }

  /** Statuses that were answered, in order. */
  get statuses(): number[] {
    return [...this.outcomes.keys()]
      .filter((status) => typeof status === 'number')
      .toSorted((one, other) => one - other);
  }
}
