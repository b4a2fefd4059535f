import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import type { CredentialTerms } from './credential-terms.js';

/** The properties of a credential that answers something, which has the key. */
export interface DemandedCredential extends CredentialTerms {
  readonly key: number;
  /** The `topicIdentity` of its name. */
  readonly identity: string;
}

/** What a credential answers, and its name. */
export interface AnsweringCredential {
  readonly key: number;
  /** The key of the credential's name in the directory. */
  readonly nameKey: string;
  /** ISO 8601; null: see `CredentialTerms`. */
  readonly beyond: string | null;
  readonly since: string | null;
}

/**
 * The names of the credentials that may answer what is demanded, of those that these people hold. A name is compared
 * once, however many people hold it. The statement that uses the names checks whether each credential is valid for long
 * enough.
 */
export async function answeringCredentials(
  tx: TenantTransaction,
  workerIds: readonly string[],
  demanded: readonly DemandedCredential[],
): Promise<AnsweringCredential[]> {
  const names = await tx.execute<Array<{ nameKey: string; name: string }>>(
    sql`select name_key as "nameKey", min(name) as name from credential
        where tenant_id = ${anyTenant(tx.tenantId)} and worker_id = any (${sqlArray(workerIds)}::uuid[])
          and superseded_at is null group by name_key`,
  );
  if (names.length === 0) return [];
  const byIdentity = Map.groupBy(names, ({ name }) => topicIdentity(name));
  return demanded.flatMap(({ key, identity, beyond, since }) =>
    (byIdentity.get(identity) ?? []).map(({ nameKey }) => ({
      key,
      nameKey,
      beyond: beyond?.toISOString() ?? null,
      since: since?.toISOString() ?? null,
    })),
  );
}
