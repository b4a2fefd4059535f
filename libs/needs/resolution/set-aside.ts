import type { Transaction } from '#platform/database';

/** A need whose resolution threw, and what it threw. */
export interface Failure {
  readonly id: string;
  readonly error: string;
}

/** Keeps failed needs from blocking the others: each is tried again after 5 s, 10 s, 20 s … at most an hour, and says why. */
export async function setAside(tx: Transaction, tenantId: string, failures: readonly Failure[]): Promise<void> {
  await tx.execute(
    `update need set resolution_attempts = least(need.resolution_attempts + 1, 100), resolution_error = failure.error,
       unresolved_since = now() + least(interval '1 hour', interval '5 seconds' * power(2, least(need.resolution_attempts, 20)))
     from jsonb_to_recordset(?::jsonb) as failure (id uuid, error text)
     where need.tenant_id = ? and need.id = failure.id`,
    [JSON.stringify(failures), tenantId],
  );
}
