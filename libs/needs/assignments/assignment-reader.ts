import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, ids, isoTime, sqlArray } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { type KeyKind, decodeCursor, pageOf } from '#platform/http';
import {
  type AssignmentPage,
  type AssignmentRow,
  type AssignmentView,
  SELECT_ASSIGNMENTS,
  assignmentView,
} from './assignment.view.js';
import type { AssignmentSort, AssignmentsQuery } from './assignments.query.js';

interface Order {
  readonly by: string;
  /** The rows behind a cursor. */
  readonly after: string;
  readonly keys: readonly KeyKind[];
}

const ORDERS: Readonly<Record<AssignmentSort, Order>> = {
  newest: { by: 'assignment.id desc', after: 'assignment.id < ?::uuid', keys: ['uuid'] },
  due: {
    by: 'assignment.due_at, assignment.id',
    after: '(assignment.due_at, assignment.id) > (?::timestamptz, ?::uuid)',
    keys: ['time', 'uuid'],
  },
};

/** The reading side of assignments. */
@Injectable()
export class AssignmentReader {
  constructor(private readonly database: Database) {}

  /** @throws Invalid for a `need` or `course` that is no id */
  list(query: AssignmentsQuery): Promise<AssignmentPage> {
    const { limit, sort } = query;
    return this.database.inTenant(async (tx) => {
      const { sql, values } = filter(tx.tenantId, query);
      const rows = await tx.execute<AssignmentRow[]>(
        `${SELECT_ASSIGNMENTS} where ${sql} order by ${ORDERS[sort].by} limit ?`,
        [...values, limit + 1],
      );
      return pageOf(rows, limit, assignmentView, (row) => (sort === 'due' ? [isoTime(row.dueAt), row.id] : [row.id]));
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<AssignmentView> {
    return this.database.inTenant(async (tx) => readAssignment(tx, id));
  }
}

/** @throws NotFound */
export async function readAssignment(tx: TenantTransaction, id: string): Promise<AssignmentView> {
  const [row] = await tx.execute<AssignmentRow[]>(
    `${SELECT_ASSIGNMENTS} where assignment.tenant_id = ? and assignment.id = ?`,
    [tx.tenantId, id],
  );
  if (row === undefined) throw new NotFound('assignment');
  return assignmentView(row);
}

function filter(tenantId: string, query: AssignmentsQuery): { sql: string; values: unknown[] } {
  const conditions = ['assignment.tenant_id = ?'];
  const values: unknown[] = [tenantId];
  const add = (condition: string, ...parameters: unknown[]): void => {
    conditions.push(condition);
    values.push(...parameters);
  };
  if (query.status !== undefined) add('assignment.status = any (?::text[])', sqlArray(query.status));
  if (query.worker !== undefined) addWorker(tenantId, query.worker, add);
  if (query.need !== undefined) add('assignment.need_id = ?', idOf('need', 'need', query.need));
  if (query.course !== undefined) add('assignment.course_id = ?', idOf('crs', 'course', query.course));
  if (query.dueBefore !== undefined) add('assignment.due_at < ?::timestamptz', query.dueBefore);
  if (query.dueAfter !== undefined) add('assignment.due_at >= ?::timestamptz', query.dueAfter);
  const { after, keys } = ORDERS[query.sort];
  const keyset = decodeCursor(query.cursor, keys);
  if (keyset !== null) add(after, ...keyset);
  return { sql: conditions.join(' and '), values };
}

function addWorker(tenantId: string, worker: string, add: (condition: string, ...values: unknown[]) => void): void {
  const id = ids.parse('wrk', worker);
  if (id !== null) add('assignment.worker_id = ?', id);
  else {
    add(
      `assignment.worker_id = any (array(select id from worker where worker.tenant_id = ? and (external_worker_id = ? or email = ? or learner_id = ?)))`,
      tenantId,
      worker,
      worker.toLowerCase(),
      worker,
    );
  }
}

function idOf(prefix: 'need' | 'crs', field: string, text: string): string {
  const id = ids.parse(prefix, text);
  if (id === null) throw new Invalid([{ field, message: `must be the id of a ${field}` }]);
  return id;
}

const SHOWN_WITH_NEED = 50;

/** The latest of a need's assignments, and how many there are. */
export async function assignmentsOf(
  tx: TenantTransaction,
  needId: string,
): Promise<{ assignments: AssignmentView[]; assignmentCount: number }> {
  const rows = await tx.execute<AssignmentRow[]>(
    `${SELECT_ASSIGNMENTS} where assignment.tenant_id = ? and assignment.need_id = ? order by assignment.id desc limit ?`,
    [tx.tenantId, needId, SHOWN_WITH_NEED],
  );
  const [counted] = await tx.execute<Array<{ assignments: number }>>(
    'select count(*)::integer as assignments from assignment where tenant_id = ? and need_id = ?',
    [tx.tenantId, needId],
  );
  return { assignments: rows.map(assignmentView), assignmentCount: counted?.assignments ?? 0 };
}
