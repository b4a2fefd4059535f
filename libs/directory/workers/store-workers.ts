import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Transaction } from '#platform/database';
import { idsOfNames } from '../names/ids-of-names.js';
import { siteKey } from '../sites/site-key.js';
import type { WorkerKey, WorkerRecord } from './worker-record.js';
import { KeyTaken } from './worker.errors.js';

/**
 * Writes workers as they are given, new and known ones, with their groups; adds the sites and groups that are not there yet.
 * A handful of statements, however many workers there are.
 * @throws KeyTaken
 */
export async function storeWorkers(tx: Transaction, tenantId: string, workers: readonly WorkerRecord[]): Promise<void> {
  const sites = await idsOfNames(tx, 'site', tenantId, workers.flatMap(({ site }) => (site === null ? [] : [site])));
  const groups = await idsOfNames(tx, 'worker_group', tenantId, workers.flatMap((worker) => worker.groups));
  const rows = workers.map(({ site, ...worker }) => ({ ...worker, siteId: site === null ? null : sites.get(siteKey(site)) }));
  const members = workers.flatMap(({ id, groups: names }) => names.map((name) => ({ workerId: id, groupId: groups.get(siteKey(name)) })));
  await claimingKeys(() => tx.execute(STORE, [tenantId, JSON.stringify(rows)]));
  await tx.execute(MEMBERS, [JSON.stringify(members), tenantId, `{${workers.map(({ id }) => id).join(',')}}`, tenantId]);
}

const STORE = `
  insert into worker (tenant_id, id, external_worker_id, email, learner_id, name, site_id, role, active)
  select ?::uuid, id, "externalWorkerId", email, "learnerId", name, "siteId", role, active
  from jsonb_to_recordset(?::jsonb) as given (id uuid, "externalWorkerId" text, email text, "learnerId" text, name text, "siteId" uuid, role text, active boolean)
  on conflict (tenant_id, id) do update set
    external_worker_id = excluded.external_worker_id, email = excluded.email, learner_id = excluded.learner_id, name = excluded.name,
    site_id = excluded.site_id, role = excluded.role, active = excluded.active, version = worker.version + 1, updated_at = now()`;

const MEMBERS = `
  with wanted as (
    select "workerId", "groupId" from jsonb_to_recordset(?::jsonb) as given ("workerId" uuid, "groupId" uuid)
  ), gone as (
    delete from worker_group_member where tenant_id = ? and worker_id = any (?::uuid[]) and (worker_id, group_id) not in (select "workerId", "groupId" from wanted)
  )
  insert into worker_group_member (tenant_id, worker_id, group_id) select ?::uuid, "workerId", "groupId" from wanted
  on conflict do nothing`;

/** The key that each unique constraint of the table guards. */
const CONSTRAINTS: ReadonlyArray<readonly [string, WorkerKey]> = [
  ['worker_tenant_id_external_worker_id_key', 'externalWorkerId'],
  ['worker_tenant_id_email_key', 'email'],
  ['worker_tenant_id_learner_id_key', 'learnerId'],
];

async function claimingKeys<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const taken = CONSTRAINTS.find(([constraint]) => error.message.includes(constraint));
    throw taken === undefined ? error : new KeyTaken(taken[1]);
  }
}
