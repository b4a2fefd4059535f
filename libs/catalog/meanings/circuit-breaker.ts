const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

/**
 * Leaves a service alone that fails: for five seconds, then twice as long each time, up to ten minutes, or as long as
 * it says itself.
 */
export class CircuitBreaker {
  private failures = 0;
  private closedUntil = -Infinity;

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Milliseconds until the service may be asked again; 0: now. */
  get pauseMs(): number {
    return Math.max(0, this.closedUntil - this.now());
  }

  succeeded(): void {
    this.failures = 0;
    this.closedUntil = -Infinity;
  }

  /** @param wantedMs how long the service itself wants to be left alone; 0: it does not say */
  failed(wantedMs = 0): void {
    const pause = wantedMs > 0 ? wantedMs : FIRST_PAUSE_MS * 2 ** this.failures;
    this.failures = Math.min(this.failures + 1, 10);
    this.closedUntil = this.now() + Math.min(pause, LONGEST_PAUSE_MS);
  }
}
