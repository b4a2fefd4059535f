import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { demandedCredentials } from './demanded-credentials.js';

/** A need, and a credential that people hold by which it is answered. */
export interface AnsweringCredential {
  readonly needId: string;
  /** As the directory tells credentials apart. */
  readonly nameKey: string;
  /** ISO 8601; null: see `CredentialTerms`. */
  readonly beyond: string | null;
  readonly since: string | null;
}

/**
 * The credentials of these people that answer these needs, by name: a name is read once, however many hold it. Whether
 * one that a person holds is valid for long enough is for the statement to see that goes on with it.
 */
export async function answeringCredentials(
  tx: TenantTransaction,
  needIds: readonly string[],
  workerIds: readonly string[],
): Promise<AnsweringCredential[]> {
  const names = await tx.execute<Array<{ nameKey: string; name: string }>>(
    sql`select name_key as "nameKey", min(name) as name from credential
        where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[]) and superseded_at is null group by name_key`,
  );
  if (names.length === 0) return [];
  const byIdentity = Map.groupBy(names, ({ name }) => topicIdentity(name));
  return (await demandedCredentials(tx, needIds)).flatMap(({ needId, identity, beyond, since }) =>
    (byIdentity.get(identity) ?? []).map(({ nameKey }) => ({
      needId,
      nameKey,
      beyond: beyond?.toISOString() ?? null,
      since: since?.toISOString() ?? null,
    })),
  );
}
