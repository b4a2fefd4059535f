import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import { idsOfNames } from '../names/ids-of-names.js';
import type { WorkerChange } from './plan-upsert.js';
import type { WorkerKey, WorkerRecord } from './worker-record.js';
import { KeyTaken } from './worker.errors.js';

/**
 * Inserts and updates workers with their groups; inserts missing sites and groups. The number of statements does not
 * depend on the number of workers.
 * @throws KeyTaken
 */
export async function storeWorkers(tx: TenantTransaction, changes: readonly WorkerChange[]): Promise<void> {
  const workers = changes.map(({ after }) => after);
  const sites = await idsOfNames(
    tx,
    'site',
    workers.flatMap(({ site }) => (site === null ? [] : [site])),
  );
  const siteIdOf: SiteIdOf = ({ site }) => (site === null ? null : (sites.get(nameKeyOf(site)) ?? null));
  const [added, changed] = [
    changes.filter(({ before }) => before === null),
    changes.filter(({ before }) => before !== null),
  ];
  if (added.length > 0) await mapKeyConflict(() => tx.execute(insertWorkers(tx.tenantId, added, siteIdOf)));
  if (changed.length > 0) await mapKeyConflict(() => tx.execute(updateWorkers(tx.tenantId, changed, siteIdOf)));
  await storeMembers(tx, changes);
}

async function storeMembers(tx: TenantTransaction, changes: readonly WorkerChange[]): Promise<void> {
  const regrouped = changes.filter(({ before, after }) => (before?.groups ?? []).length + after.groups.length > 0);
  if (regrouped.length === 0) return;
  const groups = await idsOfNames(
    tx,
    'worker_group',
    regrouped.flatMap(({ after }) => after.groups),
  );
  const members = regrouped.flatMap(({ after: { id, groups: names } }) =>
    names.map((name) => ({ workerId: id, groupId: groups.get(nameKeyOf(name)) })),
  );
  const grouped = regrouped.filter(({ before }) => before !== null && before.groups.length > 0);
  const groupedIds = sqlArray(grouped.map(({ after }) => after.id));
  await tx.execute(sql`
    with wanted as (
      select "workerId", "groupId" from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as given ("workerId" uuid,
          "groupId" uuid)
    ), gone as (
      delete from worker_group_member
      where tenant_id = ${tx.tenantId} and worker_id = any (${groupedIds}::uuid[])
        and (worker_id, group_id) not in (select "workerId", "groupId" from wanted)
    )
    insert into worker_group_member (tenant_id, worker_id, group_id) select ${tx.tenantId}::uuid, "workerId", "groupId"
    from wanted
    on conflict do nothing`);
}

type SiteIdOf = (worker: WorkerRecord) => string | null;

/** One array for each column: JSON objects would repeat the field names in every row, which is half of the text. */
function insertWorkers(tenantId: string, changes: readonly WorkerChange[], siteIdOf: SiteIdOf): SqlFragment {
  const column = (valueOf: (worker: WorkerRecord) => string | null): string =>
    sqlArray(changes.map(({ after }) => valueOf(after)));
  return sql`
    insert into worker (tenant_id, id, external_worker_id, email, learner_id, name, site_id, role, active)
    select ${tenantId}::uuid, given.* from unnest(
      ${column(({ id }) => id)}::uuid[],
      ${column(({ externalWorkerId }) => externalWorkerId)}::text[],
      ${column(({ email }) => email)}::text[],
      ${column(({ learnerId }) => learnerId)}::text[],
      ${column(({ name }) => name)}::text[],
      ${column(siteIdOf)}::uuid[],
      ${column(({ role }) => role)}::text[],
      ${column(({ active }) => String(active))}::boolean[]
    ) as given (id, external_worker_id, email, learner_id, name, site_id, role, active)`;
}

/**
 * Updates existing, locked workers. ON CONFLICT finds each of them by the primary key, whereas an UPDATE with a join
 * of as many rows may scan all workers of the tenant.
 */
function updateWorkers(tenantId: string, changes: readonly WorkerChange[], siteIdOf: SiteIdOf): SqlFragment {
  return sql`
    ${insertWorkers(tenantId, changes, siteIdOf)}
    on conflict (tenant_id, id) do update set
      external_worker_id = excluded.external_worker_id, email = excluded.email, learner_id = excluded.learner_id,
      name = excluded.name, site_id = excluded.site_id, role = excluded.role, active = excluded.active,
      version = worker.version + 1, updated_at = now()`;
}

/** The unique constraint of each key. */
const CONSTRAINTS: ReadonlyArray<readonly [string, WorkerKey]> = [
  ['worker_tenant_id_external_worker_id_key', 'externalWorkerId'],
  ['worker_tenant_id_email_key', 'email'],
  ['worker_tenant_id_learner_id_key', 'learnerId'],
];

async function mapKeyConflict<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const taken = CONSTRAINTS.find(([constraint]) => error.message.includes(constraint));
    throw taken === undefined ? error : new KeyTaken(taken[1]);
  }
}
