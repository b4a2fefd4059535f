import { ids } from '#platform/database';

/** The condition that rows of `table` are about the worker that a text names: its id (`wrk_…`), or any of its keys. */
export function ofWorker(
  table: 'credential' | 'onboarding_step',
  tenantId: string,
  text: string,
): { sql: string; values: string[] } {
  const id = ids.parse('wrk', text);
  if (id !== null) return { sql: `${table}.worker_id = ?`, values: [id] };
  return {
    sql: `${table}.worker_id in (${NAMED})`,
    values: [tenantId, text, tenantId, text.toLowerCase(), tenantId, text],
  };
}

const NAMED = `
  select id from worker where tenant_id = ? and external_worker_id = ?
  union select id from worker where tenant_id = ? and email = ?
  union select id from worker where tenant_id = ? and learner_id = ?`;
