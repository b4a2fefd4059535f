/** How long a file has waited for its client to read, in all. */
export class ReaderWait {
  private total = 0;
  private since: number | null = null;

  begin(): void {
    this.since = performance.now();
  }

  end(): void {
    this.total = this.ms;
    this.since = null;
  }

  get ms(): number {
    return this.total + (this.since === null ? 0 : performance.now() - this.since);
  }
}
