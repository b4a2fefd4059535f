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

/** The name of a credential that some people hold, and its key. */
export interface HeldName {
  readonly nameKey: string;
  readonly name: string;
}

/** The names of the credentials that these people hold: each once, however many people hold it. */
export function heldNames(tx: TenantTransaction, workerIds: readonly string[]): Promise<HeldName[]> {
  return tx.execute<HeldName[]>(
    sql`select name_key as "nameKey", min(name) as name from credential
        where tenant_id = ${anyTenant(tx.tenantId)} and worker_id = any (${sqlArray(workerIds)}::uuid[])
          and superseded_at is null group by name_key`,
  );
}

/**
 * The names that may answer what is demanded. The statement that uses them checks whether each credential is valid for
 * long enough.
 */
export function answeringCredentials(
  names: readonly HeldName[],
  demanded: readonly DemandedCredential[],
): AnsweringCredential[] {
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
