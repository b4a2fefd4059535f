import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, joinSql } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, largePageOf } from '#platform/http';
import { containing, nameKeyOf } from '#platform/text';
import { siteIdNamed } from '../sites/site-names.js';
import { type WorkerRow, readWorker, selectWorkersById, workerView } from './worker-rows.js';
import type { WorkersQuery } from './worker.dto.js';
import type { WorkerPage, WorkerView } from './worker.view.js';

/** Lists and reads workers. */
@Injectable()
export class WorkerReader {
  constructor(private readonly database: Database) {}

  /** Ordered by id: oldest first. A page of workers who are in many groups has fewer of them than requested. */
  list(query: WorkersQuery): Promise<WorkerPage> {
    return this.database.inTenant(async (tx) => {
      const select =
        query.group === undefined ? selectOfAll(tx.tenantId, query) : selectOfGroup(tx.tenantId, query.group, query);
      const found = await tx.execute<Array<{ id: string; bytes: number }>>(sql`${select} limit ${query.limit + 1}`);
      const read = (workerIds: readonly string[]): Promise<WorkerRow[]> =>
        tx.execute(selectWorkersById(tx.tenantId, workerIds));
      return largePageOf(found, query.limit, read, workerView);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<WorkerView> {
    return this.database.inTenant(async (tx) => {
      const row = await readWorker(tx, id);
      if (row === null) throw new NotFound('worker');
      return workerView(row);
    });
  }
}

/** In an answer, without the names of groups. */
const BYTES_OF_WORKER = 400;

const ID_AND_SIZE = sql`
  worker.id, ${BYTES_OF_WORKER}::integer + (
    select coalesce(sum(octet_length((
      select name from worker_group where tenant_id = membership.tenant_id and id = membership.group_id
    ))), 0)::integer
    from worker_group_member membership
    where membership.tenant_id = worker.tenant_id and membership.worker_id = worker.id) as bytes`;

function selectOfAll(tenantId: string, query: WorkersQuery): SqlFragment {
  const conditions = [
    sql`worker.tenant_id = ${tenantId}`,
    ...afterCursor(sql`worker.id`, query),
    ...conditionsOf(tenantId, query),
  ];
  return sql`select ${ID_AND_SIZE} from worker where ${joinSql(conditions, ' and ')} order by worker.id`;
}

/**
 * Reads the members from their index, which has the order of the list, and looks up each worker: a group is often a
 * small part of a tenant. `offset 0` keeps PostgreSQL from choosing another join.
 */
function selectOfGroup(tenantId: string, group: string, query: WorkersQuery): SqlFragment {
  const conditions = [
    sql`member.tenant_id = ${tenantId}`,
    sql`member.group_id = (select id from worker_group
        where tenant_id = ${tenantId} and name_key = ${nameKeyOf(group)})`,
    ...afterCursor(sql`member.worker_id`, query),
    ...conditionsOf(tenantId, query),
  ];
  return sql`
    select ${ID_AND_SIZE} from worker_group_member member
      cross join lateral (select * from worker where worker.tenant_id = member.tenant_id
          and worker.id = member.worker_id offset 0) as worker
    where ${joinSql(conditions, ' and ')} order by member.worker_id`;
}

function afterCursor(column: SqlFragment, { cursor }: WorkersQuery): SqlFragment[] {
  const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
  return after === null ? [] : [sql`${column} > ${after}::uuid`];
}

function conditionsOf(tenantId: string, { site, active, q }: WorkersQuery): SqlFragment[] {
  const conditions: SqlFragment[] = [];
  if (site !== undefined) conditions.push(sql`worker.site_id = ${siteIdNamed(tenantId, site)}`);
  if (active !== undefined) conditions.push(sql`worker.active = ${active === 'true'}`);
  if (q !== undefined) {
    const pattern = sql`lower(${containing(q)} collate "pg_c_utf8")`;
    // All workers may be compared. LIKE compares bytes; ILIKE would convert the pattern again for each text.
    conditions.push(
      sql`(lower(worker.name collate "pg_c_utf8") like ${pattern} or worker.email like ${pattern}
          or lower(worker.external_worker_id collate "pg_c_utf8") like ${pattern})`,
    );
  }
  return conditions;
}
