import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, isoTime } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { siteKey } from '../names/name-key.js';
import { ofWorker } from '../workers/of-worker.js';
import {
  type CredentialPage,
  type CredentialRow,
  type CredentialView,
  SELECT_CREDENTIALS,
  credentialView,
} from './credential.view.js';
import type { CredentialsQuery } from './credential.dto.js';

/** The reading side of credentials. */
@Injectable()
export class CredentialReader {
  constructor(private readonly database: Database) {}

  /** The next to expire first; what does not expire last. */
  list(query: CredentialsQuery): Promise<CredentialPage> {
    return this.database.inTenant(async (tx) => {
      const { sql, values } = filter(tx.tenantId, query);
      const rows = await tx.execute<CredentialRow[]>(
        `${SELECT_CREDENTIALS} where ${sql} order by credential.expiry_key, credential.id limit ?`,
        [...values, query.limit + 1],
      );
      return pageOf(rows, query.limit, credentialView, ({ expiryKey, id }) => [isoTime(expiryKey), id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<CredentialView> {
    return this.database.inTenant(async (tx) => credentialView(await readCredential(tx, id)));
  }
}

/** @throws NotFound */
export async function readCredential(tx: TenantTransaction, id: string): Promise<CredentialRow> {
  const [row] = await tx.execute<CredentialRow[]>(
    `${SELECT_CREDENTIALS} where credential.tenant_id = ? and credential.id = ?`,
    [tx.tenantId, id],
  );
  if (row === undefined) throw new NotFound('credential');
  return row;
}

function filter(
  tenantId: string,
  { cursor, worker, name, expiresBefore, superseded }: CredentialsQuery,
): { sql: string; values: unknown[] } {
  const conditions = [
    'credential.tenant_id = ?',
    `credential.superseded_at is ${superseded === 'true' ? 'not null' : 'null'}`,
  ];
  const values: unknown[] = [tenantId];
  const add = (condition: string, ...parameters: unknown[]): void => {
    conditions.push(condition);
    values.push(...parameters);
  };
  if (worker !== undefined) {
    const { sql, values: keys } = ofWorker('credential', tenantId, worker);
    add(sql, ...keys);
  }
  if (name !== undefined) add('credential.name_key = ?', siteKey(name));
  if (expiresBefore !== undefined)
    add('credential.expires_at is not null and credential.expiry_key < ?::timestamptz', expiresBefore);
  const after = decodeCursor(cursor, ['time', 'uuid']);
  if (after !== null) add('(credential.expiry_key, credential.id) > (?::timestamptz, ?::uuid)', ...after);
  return { sql: conditions.join(' and '), values };
}
