const WINDOW_MS = 1_000;

/**
 * Limits log lines a second, so that lines that a client can cause at will do not fill a disk. The number of
 * suppressed lines is logged at the end of the second, so that a flood remains visible.
 */
export class LogBudget {
  private left: number;
  private skipped = 0;
  private windowEnds = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly linesPerSecond: number,
    /** Logs the number of suppressed lines. */
    private readonly report: (skipped: number) => void,
  ) {
    this.left = linesPerSecond;
  }

  /** Takes one line of the budget. @returns whether it may be written */
  take(): boolean {
    const now = performance.now();
    if (now >= this.windowEnds) {
      this.windowEnds = now + WINDOW_MS;
      this.left = this.linesPerSecond;
    }
    if (this.left > 0) {
      this.left--;
      return true;
    }
    this.skipped++;
    this.timer ??= setTimeout(() => this.close(), this.windowEnds - now).unref();
    return false;
  }

  /** Logs the number of lines suppressed so far. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.skipped > 0) this.report(this.skipped);
    this.skipped = 0;
  }
}
