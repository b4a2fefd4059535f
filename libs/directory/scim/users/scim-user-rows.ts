import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, ids, isoTime, sqlArray } from '#platform/database';
import { type WorkerRow, recordOf, selectWorkersById } from '../../workers/worker-rows.js';
import type { ScimCall } from '../scim-call.js';
import { Schemas, ScimError } from '../scim-schemas.js';
import type { SentUser } from './scim-user.js';
import { currentUser, userOfWorker } from './worker-as-user.js';

/** A worker, and the user as last sent by its provider; null: nothing was sent. */
export interface KnownUser {
  readonly row: WorkerRow;
  readonly lastSent: SentUser | null;
}

/** The users among these workers, ordered by id, without those that their provider has deleted. */
export async function readUsers(tx: TenantTransaction, workerIds: readonly string[]): Promise<KnownUser[]> {
  const rows = await tx.execute<WorkerRow[]>(sql`${selectWorkersById(tx.tenantId, workerIds)} order by worker.id`);
  const sent = await tx.execute<Array<{ workerId: string; lastSent: SentUser; isDeleted: boolean }>>(sql`
    select worker_id as "workerId", last_sent as "lastSent", deleted_at is not null as "isDeleted" from scim_user
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])`);
  const byWorker = new Map(sent.map((one) => [one.workerId, one]));
  return rows
    .filter(({ id }) => byWorker.get(id)?.isDeleted !== true)
    .map((row) => ({ row, lastSent: byWorker.get(row.id)?.lastSent ?? null }));
}

/** The condition that the provider has not deleted the user of `worker`. */
export function notDeleted(tenantId: string): SqlFragment {
  return sql`worker.id not in (select worker_id from scim_user
      where tenant_id = ${tenantId} and deleted_at is not null)`;
}

/** Stores the user as sent by the provider. @throws ScimError if another user has the name */
export async function saveLastSent(
  tx: TenantTransaction,
  workerId: string,
  user: SentUser,
  { isDeleted = false } = {},
): Promise<void> {
  const { userName, externalId } = user;
  try {
    // Not with `upsert`, which stores undefined fields of the JSON value as null: readers expect that they are missing.
    await tx.execute(sql`
      insert into scim_user (tenant_id, worker_id, user_name, user_name_key, external_id, last_sent, deleted_at)
      values (${tx.tenantId}, ${workerId}, ${userName}, ${userName.toLowerCase()}, ${externalId ?? null},
        ${JSON.stringify(user)}::jsonb, case when ${isDeleted}::boolean then now() end)
      on conflict (tenant_id, worker_id) do update set
        user_name = excluded.user_name, user_name_key = excluded.user_name_key, external_id = excluded.external_id,
        last_sent = excluded.last_sent, deleted_at = excluded.deleted_at`);
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? userNameTaken() : error;
  }
}

export function userNameTaken(): InstanceType<typeof ScimError> {
  return new ScimError(409, 'uniqueness', 'another user has this userName, or one of these keys');
}

/** A user in the format of the API. */
export function userView(
  { row, lastSent }: KnownUser,
  { base, attributes }: ScimCall,
): InstanceType<typeof Schemas.User> {
  const worker = recordOf(row);
  const user = {
    ...currentUser(lastSent ?? userOfWorker(worker), worker),
    id: ids.show('wrk', row.id),
    meta: { created: isoTime(row.createdAt), lastModified: isoTime(row.updatedAt) },
  };
  return new Schemas.User(user, 'out', `${base}/Users`, attributes);
}
