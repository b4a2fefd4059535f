const WINDOW_MS = 1_000;

/**
 * So many lines a second and no more: what a stranger can cause as often as he likes must not fill a disk. What was
 * left out is told as a number when the second is over, so that a flood is seen for what it is.
 */
export class LogBudget {
  private left: number;
  private skipped = 0;
  private windowEnds = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly linesPerSecond: number,
    /** Says that so many lines were left out. */
    private readonly tell: (skipped: number) => void,
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

  /** Tells what has been left out so far. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.skipped > 0) this.tell(this.skipped);
    this.skipped = 0;
  }
}
