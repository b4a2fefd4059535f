import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, ids, joinSql } from '#platform/database';

/**
 * SELECT of the ids of the workers whom a text names: a worker's id (`wrk_…`), external id, e-mail or learner id. No
 * row if it is an unknown key, several if it is a key of several workers.
 */
export function idsOfWorker(tenantId: string, text: string): SqlFragment {
  const id = ids.parse('wrk', text);
  if (id !== null) return sql`select ${id}::uuid`;
  return joinSql(
    keysOfWorker(text).map(
      ([column, key]) => sql`select id from worker where tenant_id = ${tenantId} and ${column} = ${key}`,
    ),
    ' union ',
  );
}

/** The columns of a worker's keys, with the value that each would have for a text that is a key; none for an id. */
export function keysOfWorker(text: string): ReadonlyArray<readonly [column: SqlFragment, key: string]> {
  if (ids.parse('wrk', text) !== null) return [];
  return [
    [sql`external_worker_id`, text],
    [sql`email`, text.toLowerCase()],
    [sql`learner_id`, text],
  ];
}
