import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, type TenantTransaction, isoTime, joinSql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { nameKeyOf } from '#platform/text';
import { startInstant } from '#tenancy';
import { isAboutWorker } from '../workers/is-about-worker.js';
import {
  type CredentialPage,
  type CredentialRow,
  type CredentialView,
  SELECT_CREDENTIALS,
  credentialView,
} from './credential.view.js';
import type { CredentialsQuery } from './credential.dto.js';

/** Lists and reads credentials. */
@Injectable()
export class CredentialReader {
  constructor(private readonly database: Database) {}

  /** Ordered by expiry; credentials that do not expire come last. */
  list(query: CredentialsQuery): Promise<CredentialPage> {
    return this.database.inTenant(async (tx) => {
      const { expiresBefore } = query;
      const before = expiresBefore === undefined ? null : await startInstant(tx, expiresBefore);
      const conditions = joinSql(conditionsOf(tx.tenantId, query, before), ' and ');
      const rows = await tx.execute<CredentialRow[]>(sql`
        ${SELECT_CREDENTIALS} where ${conditions}
        order by credential.expiry_key, credential.id limit ${query.limit + 1}`);
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
    sql`${SELECT_CREDENTIALS} where credential.tenant_id = ${tx.tenantId} and credential.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('credential');
  return row;
}

function conditionsOf(
  tenantId: string,
  { cursor, worker, name, superseded }: CredentialsQuery,
  before: string | null,
): SqlFragment[] {
  const conditions: SqlFragment[] = [
    sql`credential.tenant_id = ${tenantId}`,
    superseded === 'true' ? sql`credential.superseded_at is not null` : sql`credential.superseded_at is null`,
  ];
  if (worker !== undefined) conditions.push(isAboutWorker('credential', tenantId, worker));
  if (name !== undefined) conditions.push(sql`credential.name_key = ${nameKeyOf(name)}`);
  // A credential that is valid to the end of a day has expired when the next one begins.
  if (before !== null)
    conditions.push(
      sql`credential.expires_at is not null and credential.expiry_key <= ${before}::timestamptz
          and (credential.expiry_key < ${before}::timestamptz or credential.expires_on is not null)`,
    );
  const after = decodeCursor(cursor, ['time', 'uuid']);
  if (after !== null)
    conditions.push(sql`(credential.expiry_key, credential.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return conditions;
}
