/**
 * Bounds what the bodies of batches may hold in memory together, since they have to be read whole before anybody knows who
 * signed them: without it, a few hundred connections could fill the memory with what nobody vouches for.
 */
export class BodyBudget {
  private held = 0;

  constructor(private readonly bytes: number) {}

  /** @returns false where there is no room now */
  take(bytes: number): boolean {
    if (this.held + bytes > this.bytes) return false;
    this.held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}
