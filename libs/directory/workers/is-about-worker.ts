import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, ids } from '#platform/database';

/** The condition that rows of `table` belong to a worker, by the worker's id (`wrk_…`) or any of its keys. */
export function isAboutWorker(table: 'credential' | 'onboarding_step', tenantId: string, text: string): SqlFragment {
  const workerId = sql.ref(`${table}.worker_id`);
  const id = ids.parse('wrk', text);
  if (id !== null) return sql`${workerId} = ${id}`;
  return sql`${workerId} in (
    select id from worker where tenant_id = ${tenantId} and external_worker_id = ${text}
    union select id from worker where tenant_id = ${tenantId} and email = ${text.toLowerCase()}
    union select id from worker where tenant_id = ${tenantId} and learner_id = ${text})`;
}
