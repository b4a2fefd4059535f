import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { type TenantTransaction, ids, isoTime, sqlArray } from '#platform/database';
import { SELECT_WORKERS_BY_ID, type WorkerRow, recordOf } from '../../workers/worker-rows.js';
import type { ScimCall } from '../scim-call.js';
import { Schemas, ScimError } from '../scim-schemas.js';
import { type ScimUser, present, unprovisioned } from './scim-user.js';

/** A worker, and what its provider has last told of it; null: nothing. */
export interface KnownUser {
  readonly row: WorkerRow;
  readonly told: ScimUser | null;
}

/** The users among these workers, in the order of their ids; not those that their provider has deleted. */
export async function readUsers(tx: TenantTransaction, workerIds: readonly string[]): Promise<KnownUser[]> {
  const rows = await tx.execute<WorkerRow[]>(`${SELECT_WORKERS_BY_ID} order by worker.id`, [
    sqlArray(workerIds),
    tx.tenantId,
  ]);
  const said = await tx.execute<Array<{ workerId: string; told: ScimUser; isDeleted: boolean }>>(
    'select worker_id as "workerId", told, deleted_at is not null as "isDeleted" from scim_user where tenant_id = ? and worker_id = any (?::uuid[])',
    [tx.tenantId, sqlArray(workerIds)],
  );
  const byWorker = new Map(said.map((one) => [one.workerId, one]));
  return rows
    .filter(({ id }) => byWorker.get(id)?.isDeleted !== true)
    .map((row) => ({ row, told: byWorker.get(row.id)?.told ?? null }));
}

export const NOT_DELETED =
  'worker.id not in (select worker_id from scim_user where tenant_id = ? and deleted_at is not null)';

/** Keeps what was told. @throws ScimError where another user has the name */
export async function saveTold(
  tx: TenantTransaction,
  workerId: string,
  told: ScimUser,
  { isDeleted = false } = {},
): Promise<void> {
  const { userName, externalId } = told;
  try {
    await tx.execute(SAVE, [
      tx.tenantId,
      workerId,
      userName,
      userName.toLowerCase(),
      externalId ?? null,
      JSON.stringify(told),
      isDeleted,
    ]);
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? userNameTaken() : error;
  }
}

const SAVE = `
  insert into scim_user (tenant_id, worker_id, user_name, user_name_key, external_id, told, deleted_at) values (?, ?, ?, ?, ?, ?::jsonb, case when ?::boolean then now() end)
  on conflict (tenant_id, worker_id) do update set
    user_name = excluded.user_name, user_name_key = excluded.user_name_key, external_id = excluded.external_id, told = excluded.told, deleted_at = excluded.deleted_at`;

export function userNameTaken(): InstanceType<typeof ScimError> {
  return new ScimError(409, 'uniqueness', 'another user has this userName, or one of these keys');
}

/** A user as it is shown. */
export function userView({ row, told }: KnownUser, { base, attributes }: ScimCall): InstanceType<typeof Schemas.User> {
  const worker = recordOf(row);
  const user = {
    ...present(told ?? unprovisioned(worker), worker),
    id: ids.show('wrk', row.id),
    meta: { created: isoTime(row.createdAt), lastModified: isoTime(row.updatedAt) },
  };
  return new Schemas.User(user, 'out', `${base}/Users`, attributes);
}
