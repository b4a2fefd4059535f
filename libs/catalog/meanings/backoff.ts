const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 600_000;

/**
 * Pauses calls to a failing service: for five seconds, then twice as long after each failure, up to ten minutes, or as
 * long as the service asks for. Not cockatiel's circuit breaker: it does not tell how long it stays open, which the
 * caller sleeps for, and it measures that time by the clock of the system, which can be set.
 */
export class Backoff {
  private failures = 0;
  private pausedUntil = -Infinity;

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Milliseconds until the next call is allowed; 0: now. */
  get pauseMs(): number {
    return Math.max(0, this.pausedUntil - this.now());
  }

  succeeded(): void {
    this.failures = 0;
    this.pausedUntil = -Infinity;
  }

  /** @param wantedMs the pause that the service asks for; 0: none */
  failed(wantedMs = 0): void {
    const pause = wantedMs > 0 ? wantedMs : FIRST_PAUSE_MS * 2 ** this.failures;
    this.failures = Math.min(this.failures + 1, 10);
    this.pausedUntil = this.now() + Math.min(pause, MAX_PAUSE_MS);
  }
}
