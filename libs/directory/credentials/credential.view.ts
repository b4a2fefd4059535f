import { sql } from '@mikro-orm/postgresql';
import { byKey, ids, isoDayOrTime, isoTime } from '#platform/database';
import type { DateText } from '#platform/text';
import {
  WORKER_REFERENCE_COLUMNS,
  type WorkerReferenceRow,
  WorkerReference,
  workerReference,
} from '../workers/worker-reference.js';

/** A licence, a certificate or the like of a worker, which may expire. */
export class CredentialView {
  /** Identifier with the prefix `cred_`. */
  id: string;
  /** Who holds it. */
  worker: WorkerReference;
  /** Name of the credential, as requirements call it. */
  name: string;
  /**
   * A day, to whose end in the tenant's time zone it is valid, or a time, as it was given. Null: it does not expire.
   */
  expiresAt: DateText | null;
  /** When another credential of this name, which expires later, replaced this one; null: this one is current. */
  supersededAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class CredentialPage {
  items: CredentialView[];
  nextCursor: string | null;
}

export interface CredentialRow extends WorkerReferenceRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly expiresAt: string | null;
  readonly expiresOn: string | null;
  /** Sort key by expiry; credentials that do not expire come last. */
  readonly expiryKey: string;
  readonly supersededAt: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Without a WHERE clause. */
export const SELECT_CREDENTIALS = sql`
  select credential.id, credential.name, credential.name_key as "nameKey", credential.expires_at as "expiresAt",
    credential.expires_on::text as "expiresOn", credential.expiry_key as "expiryKey",
    credential.superseded_at as "supersededAt", credential.version, credential.created_at as "createdAt",
    credential.updated_at as "updatedAt", ${WORKER_REFERENCE_COLUMNS}
  from credential
    cross join lateral ${byKey('worker', sql`tenant_id = credential.tenant_id and id = credential.worker_id`)}`;

export function credentialView(row: CredentialRow): CredentialView {
  const { id, name, expiresAt, expiresOn, supersededAt, version, createdAt, updatedAt } = row;
  return {
    id: ids.show('cred', id),
    worker: workerReference(row),
    name,
    expiresAt: isoDayOrTime(expiresOn, expiresAt),
    supersededAt: supersededAt === null ? null : isoTime(supersededAt),
    version,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
