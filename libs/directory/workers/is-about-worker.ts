import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, ids } from '#platform/database';
import { idsOfWorker } from './ids-of-worker.js';

/** The condition that rows of `table` belong to a worker, by the worker's id (`wrk_…`) or any of its keys. */
export function isAboutWorker(table: 'credential' | 'onboarding_step', tenantId: string, text: string): SqlFragment {
  const workerId = sql.ref(`${table}.worker_id`);
  const id = ids.parse('wrk', text);
  return id === null ? sql`${workerId} = any (array(${idsOfWorker(tenantId, text)}))` : sql`${workerId} = ${id}`;
}
