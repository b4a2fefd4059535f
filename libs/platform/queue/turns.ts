/**
 * A tenant's turn. `first`: a job names the tenant, because something has just been stored for it. `last`: the tenant
 * has, or may have, a backlog, because its job has waited for long or is the job of a group.
 */
export interface Turn {
  readonly tenantId: string;
  readonly place: 'first' | 'last';
}

/** The turns of the jobs of one process. */
export class Turns {
  /** The tenants whose last turn left more work. */
  private readonly unfinished = new Set<string>();

  /**
   * A tenant with a backlog is never first, however often jobs name it: otherwise its turns would leave none to the
   * tenants of groups.
   * @param work returns whether more work is left
   */
  async take({ tenantId, place }: Turn, work: (turn: Turn) => Promise<boolean>): Promise<boolean> {
    const hasMore = await work({ tenantId, place: this.unfinished.has(tenantId) ? 'last' : place });
    if (hasMore) this.unfinished.add(tenantId);
    else this.unfinished.delete(tenantId);
    return hasMore;
  }
}
