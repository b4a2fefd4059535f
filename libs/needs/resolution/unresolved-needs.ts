import type { Transaction } from '#platform/database';

/** An unresolved need with what the directory knows of its worker. */
export interface UnresolvedNeed {
  readonly id: string;
  readonly status: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  /** The worker by external id, else e-mail, else learner id; null: unknown, or a cohort. */
  readonly workerId: string | null;
}

/**
 * The tenant's unresolved needs, longest waiting first, each with its worker looked up in the order of the connector API.
 * Needs whose resolution has failed wait longer each time (see {@link setAside}).
 */
export async function unresolvedNeeds(tx: Transaction, tenantId: string, limit: number): Promise<UnresolvedNeed[]> {
  return tx.execute<UnresolvedNeed[]>(
    `select need.id, need.status, need.topic, need.category, need.severity,
       coalesce(by_external.id, by_email.id, by_learner.id) as "workerId"
     from (
       select * from need where tenant_id = ? and unresolved_since is not null and unresolved_since <= now()
       order by unresolved_since limit ?
     ) need
     left join worker by_external on by_external.tenant_id = need.tenant_id and by_external.external_worker_id = need.external_worker_id
     left join worker by_email on by_email.tenant_id = need.tenant_id and by_email.email = need.email
     left join worker by_learner on by_learner.tenant_id = need.tenant_id and by_learner.learner_id = need.learner_id`,
    [tenantId, limit],
  );
}
