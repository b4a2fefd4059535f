import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { containing } from '#platform/text';
import { siteKey } from '../names/name-key.js';
import { SELECT_WORKERS, WORKER_COLUMNS, type WorkerRow, readWorker, workerView } from './worker-rows.js';
import type { WorkersQuery } from './worker.dto.js';
import type { WorkerPage, WorkerView } from './worker.view.js';

/** The reading side of the directory's workers. */
@Injectable()
export class WorkerReader {
  constructor(private readonly database: Database) {}

  /** By id: the longest known first. */
  list(query: WorkersQuery): Promise<WorkerPage> {
    return this.database.inTenant(async (tx) => {
      const { sql, values } =
        query.group === undefined ? ofAll(tx.tenantId, query) : inGroup(tx.tenantId, query.group, query);
      const rows = await tx.execute<WorkerRow[]>(`${sql} limit ?`, [...values, query.limit + 1]);
      return pageOf(rows, query.limit, workerView, ({ id }) => [id]);
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

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function ofAll(tenantId: string, query: WorkersQuery): Statement {
  const after = afterCursor('worker.id', query);
  const wanted = filter(tenantId, query);
  return {
    sql: `${SELECT_WORKERS} where worker.tenant_id = ?${after.sql}${wanted.sql} order by worker.id`,
    values: [tenantId, ...after.values, ...wanted.values],
  };
}

/**
 * Goes through the members, in whose index they stand in the list's order, and looks each up (`offset 0` keeps it so):
 * a group is often a small part of a tenant.
 */
function inGroup(tenantId: string, group: string, query: WorkersQuery): Statement {
  const after = afterCursor('member.worker_id', query);
  const wanted = filter(tenantId, query);
  return {
    sql: `
      select ${WORKER_COLUMNS} from worker_group_member member
        cross join lateral (select * from worker where worker.tenant_id = member.tenant_id and worker.id = member.worker_id offset 0) as worker
      where member.tenant_id = ? and member.group_id = (select id from worker_group where tenant_id = ? and name_key = ?)${after.sql}${wanted.sql}
      order by member.worker_id`,
    values: [tenantId, tenantId, siteKey(group), ...after.values, ...wanted.values],
  };
}

function afterCursor(column: string, { cursor }: WorkersQuery): Statement {
  const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
  return after === null ? { sql: '', values: [] } : { sql: ` and ${column} > ?::uuid`, values: [after] };
}

/** What follows the first condition. */
function filter(tenantId: string, { site, active, q }: WorkersQuery): Statement {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const add = (condition: string, ...parameters: unknown[]): void => {
    conditions.push(` and ${condition}`);
    values.push(...parameters);
  };
  if (site !== undefined) add(AT_SITE, tenantId, siteKey(site));
  if (active !== undefined) add('worker.active = ?', active === 'true');
  if (q !== undefined)
    add(
      '(worker.name ilike ? or worker.email ilike ? or worker.external_worker_id ilike ?)',
      containing(q),
      containing(q),
      containing(q),
    );
  return { sql: conditions.join(''), values };
}

const AT_SITE = 'worker.site_id = (select id from site where tenant_id = ? and name_key = ?)';
