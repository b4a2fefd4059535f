/** How long a tenant counts as locked after a lock of its rows was last waited for. */
const LOCKED_FOR_MS = 1_000;

/** The tenants whose needs another transaction has locked for long: an import, an erasure, an offer to many people. */
export class LockedTenants {
  /** Until when, in `performance.now()` time. */
  private readonly until = new Map<string, number>();

  add(tenantIds: Iterable<string>): void {
    const until = performance.now() + LOCKED_FOR_MS;
    for (const tenantId of tenantIds) this.until.set(tenantId, until);
  }

  has(tenantId: string): boolean {
    const until = this.until.get(tenantId);
    if (until === undefined || performance.now() < until) return until !== undefined;
    this.until.delete(tenantId);
    return false;
  }
}
