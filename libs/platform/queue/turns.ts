/**
 * A tenant's turn. `first`: a job names the tenant, since something about it has just been stored. `last`: it has a backlog,
 * or may have one, because its job has waited for long, or is that of a group.
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
   * A tenant with a backlog is not first, however often it is named: its turns would leave none to the tenants of groups.
   * @param work returns whether it has left more
   */
  async take({ tenantId, place }: Turn, work: (turn: Turn) => Promise<boolean>): Promise<boolean> {
    const hasMore = await work({ tenantId, place: this.unfinished.has(tenantId) ? 'last' : place });
    if (hasMore) this.unfinished.add(tenantId);
    else this.unfinished.delete(tenantId);
    return hasMore;
  }
}
