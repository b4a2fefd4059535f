import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { requiredCredentials } from './required-credentials.js';

/** A need, and the name of a credential that closes it. */
export interface AnsweringCredential {
  readonly needId: string;
  /** The key of the credential's name in the directory. */
  readonly nameKey: string;
  /** ISO 8601; null: see `CredentialTerms`. */
  readonly beyond: string | null;
  readonly since: string | null;
}

/**
 * The names of the credentials that may close these needs, of those that these people hold. A name is compared once,
 * however many people hold it. The statement that uses the names checks whether each credential is valid for long
 * enough.
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
  return (await requiredCredentials(tx, needIds)).flatMap(({ needId, identity, beyond, since }) =>
    (byIdentity.get(identity) ?? []).map(({ nameKey }) => ({
      needId,
      nameKey,
      beyond: beyond?.toISOString() ?? null,
      since: since?.toISOString() ?? null,
    })),
  );
}
