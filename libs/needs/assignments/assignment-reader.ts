import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { idsOfWorker } from '#directory';
import {
  Database,
  type SqlFragment,
  type TenantTransaction,
  ids,
  isoTime,
  joinSql,
  sqlArray,
} from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { type KeyKind, decodeCursor, pageOf } from '#platform/http';
import { startInstant } from '#tenancy';
import { Assignment } from './assignment.entity.js';
import {
  type AssignmentPage,
  type AssignmentRow,
  type AssignmentView,
  SELECT_ASSIGNMENTS,
  assignmentView,
} from './assignment.view.js';
import type { AssignmentSort, AssignmentsQuery } from './assignments.query.js';

interface Order {
  readonly by: SqlFragment;
  readonly keys: readonly KeyKind[];
  /** The rows after a cursor, by the values of its keys. */
  readonly after: (...values: ReadonlyArray<string | number>) => SqlFragment;
}

const ORDERS: Readonly<Record<AssignmentSort, Order>> = {
  newest: {
    by: sql`assignment.id desc`,
    keys: ['uuid'],
    after: (id) => sql`assignment.id < ${id}::uuid`,
  },
  due: {
    by: sql`assignment.due_at, assignment.id`,
    keys: ['time', 'uuid'],
    after: (dueAt, id) => sql`(assignment.due_at, assignment.id) > (${dueAt}::timestamptz, ${id}::uuid)`,
  },
};

/** Reads assignments. */
@Injectable()
export class AssignmentReader {
  constructor(private readonly database: Database) {}

  /** @throws Invalid if `need` or `course` is no id */
  list(query: AssignmentsQuery): Promise<AssignmentPage> {
    const { limit, sort } = query;
    return this.database.inTenant(async (tx) => {
      const conditions = joinSql([...conditionsOf(tx.tenantId, query), ...(await dueConditions(tx, query))], ' and ');
      const rows = await tx.execute<AssignmentRow[]>(
        sql`${SELECT_ASSIGNMENTS} where ${conditions} order by ${ORDERS[sort].by} limit ${limit + 1}`,
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
  const assignment = await lookUpAssignment(tx, id);
  if (assignment === null) throw new NotFound('assignment');
  return assignment;
}

/** Null: there is none. */
export async function lookUpAssignment(tx: TenantTransaction, id: string): Promise<AssignmentView | null> {
  const [row] = await tx.execute<AssignmentRow[]>(
    sql`${SELECT_ASSIGNMENTS} where assignment.tenant_id = ${tx.tenantId} and assignment.id = ${id}`,
  );
  return row === undefined ? null : assignmentView(row);
}

function conditionsOf(tenantId: string, query: AssignmentsQuery): SqlFragment[] {
  const conditions: SqlFragment[] = [sql`assignment.tenant_id = ${tenantId}`];
  const { status, worker, need, course, sort, cursor } = query;
  if (status !== undefined) conditions.push(sql`assignment.status = any (${sqlArray(status)}::text[])`);
  if (worker !== undefined) conditions.push(sql`assignment.worker_id = any (array(${idsOfWorker(tenantId, worker)}))`);
  if (need !== undefined) conditions.push(sql`assignment.need_id = ${idOf('need', 'need', need)}`);
  if (course !== undefined) conditions.push(sql`assignment.course_id = ${idOf('crs', 'course', course)}`);
  const { after, keys } = ORDERS[sort];
  const keyset = decodeCursor(cursor, keys);
  if (keyset !== null) conditions.push(after(...keyset));
  return conditions;
}

/** What is due on a day is due until its end, the instant at which the next day begins. */
async function dueConditions(tx: TenantTransaction, { dueBefore, dueAfter }: AssignmentsQuery): Promise<SqlFragment[]> {
  const conditions: SqlFragment[] = [];
  if (dueBefore !== undefined) {
    const before = await startInstant(tx, dueBefore);
    conditions.push(
      sql`assignment.due_at <= ${before}::timestamptz and (assignment.due_at < ${before}::timestamptz
          or assignment.due_on is not null)`,
    );
  }
  if (dueAfter !== undefined) {
    const after = await startInstant(tx, dueAfter);
    conditions.push(
      sql`assignment.due_at >= ${after}::timestamptz and (assignment.due_at > ${after}::timestamptz
          or assignment.due_on is null)`,
    );
  }
  return conditions;
}

function idOf(prefix: 'need' | 'crs', field: string, text: string): string {
  const id = ids.parse(prefix, text);
  if (id === null) throw new Invalid([{ field, message: `must be the id of a ${field}` }]);
  return id;
}

const SHOWN_WITH_NEED = 50;

/** The latest assignments of a need, and their number. */
export async function assignmentsOf(
  tx: TenantTransaction,
  needId: string,
): Promise<{ assignments: AssignmentView[]; assignmentCount: number }> {
  const rows = await tx.execute<AssignmentRow[]>(
    sql`${SELECT_ASSIGNMENTS} where assignment.tenant_id = ${tx.tenantId} and assignment.need_id = ${needId}
        order by assignment.id desc limit ${SHOWN_WITH_NEED}`,
  );
  return { assignments: rows.map(assignmentView), assignmentCount: await tx.count(Assignment, { needId }) };
}
