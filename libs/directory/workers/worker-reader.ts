import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { containing } from '#platform/text';
import { siteKey } from '../sites/site-key.js';
import { SELECT_WORKERS, type WorkerRow, readWorker, workerView } from './worker-rows.js';
import type { WorkersQuery } from './worker.dto.js';
import type { WorkerPage, WorkerView } from './worker.view.js';

/** The reading side of the directory's workers. */
@Injectable()
export class WorkerReader {
  constructor(private readonly database: Database) {}

  /** By id: the longest known first. */
  list(query: WorkersQuery): Promise<WorkerPage> {
    return this.database.inTenant(async (tx, tenantId) => {
      const { sql, values } = filter(tenantId, query);
      const rows = await tx.execute<WorkerRow[]>(`${SELECT_WORKERS} where ${sql} order by worker.id limit ?`, [...values, query.limit + 1]);
      return pageOf(rows, query.limit, workerView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<WorkerView> {
    return this.database.inTenant(async (tx, tenantId) => {
      const row = await readWorker(tx, tenantId, id);
      if (row === null) throw new NotFound('worker');
      return workerView(row);
    });
  }
}

function filter(tenantId: string, { cursor, site, group, active, q }: WorkersQuery): { sql: string; values: unknown[] } {
  const conditions = ['worker.tenant_id = ?'];
  const values: unknown[] = [tenantId];
  const add = (condition: string, ...parameters: unknown[]): void => {
    conditions.push(condition);
    values.push(...parameters);
  };
  if (site !== undefined) add(AT_SITE, tenantId, siteKey(site));
  if (group !== undefined) add(IN_GROUP, tenantId, tenantId, siteKey(group));
  if (active !== undefined) add('worker.active = ?', active === 'true');
  if (q !== undefined) add('(worker.name ilike ? or worker.email ilike ? or worker.external_worker_id ilike ?)', containing(q), containing(q), containing(q));
  const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
  if (after !== null) add('worker.id > ?::uuid', after);
  return { sql: conditions.join(' and '), values };
}

const AT_SITE = 'worker.site_id = (select id from site where tenant_id = ? and name_key = ?)';

const IN_GROUP = `
  worker.id in (select worker_id from worker_group_member where tenant_id = ?
    and group_id = (select id from worker_group where tenant_id = ? and name_key = ?))`;
