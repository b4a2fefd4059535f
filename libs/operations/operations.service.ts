import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, RequestScope, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { JobSender } from '#platform/queue';
import { audit } from '#tenancy';
import { NotUndoable } from './operation.errors.js';
import { OPERATION_COLUMNS, type Operation, lockOperation } from './operation.js';
import {
  type OperationDetail,
  type OperationItemRow,
  type OperationPage,
  type OperationView,
  isUndoable,
  itemView,
  operationView,
} from './operation.view.js';
import type { OperationItemsQuery, OperationsQuery } from './operations.query.js';
import { runInBackground } from './run-in-background.js';

/** What is done in the background, as admins see it. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {}

  /** Newest first. */
  list({ cursor, limit, status }: OperationsQuery): Promise<OperationPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    const statuses = status === undefined ? null : sqlArray(status);
    return this.database.inTenant(async (tx) => {
      const rows = await tx.execute<Operation[]>(
        `select ${OPERATION_COLUMNS} from operation
         where tenant_id = ? and (?::uuid is null or id < ?::uuid) and (?::text[] is null or status = any (?::text[])) order by id desc limit ?`,
        [tx.tenantId, before, before, statuses, statuses, limit + 1],
      );
      return pageOf(rows, limit, operationView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string, query: OperationItemsQuery): Promise<OperationDetail> {
    return this.database.inTenant(async (tx) => {
      const [operation] = await tx.execute<Operation[]>(
        `select ${OPERATION_COLUMNS} from operation where tenant_id = ? and id = ?`,
        [tx.tenantId, id],
      );
      if (operation === undefined) throw new NotFound('operation');
      const rows = await itemsOf(tx, id, query);
      return { ...operationView(operation), ...pageOf(rows, query.limit, itemView, ({ needId }) => [needId]) };
    });
  }

  /** @throws NotFound, NotUndoable */
  undo(id: string): Promise<OperationView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const operation = await lockOperation(tx, id);
      if (operation === null) throw new NotFound('operation');
      if (!isUndoable(operation.status)) throw new NotUndoable(operation.status);
      await tx.execute(
        `update operation set status = 'undoing', actor = ?, finished_at = null, attempts = 0, error = null, touched_at = now() where tenant_id = ? and id = ?`,
        [actor, tx.tenantId, id],
      );
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'operation.undo_requested',
        subject: { kind: 'operation', id },
        before: { status: operation.status },
      });
      runInBackground(tx, this.jobs, id);
      return operationView({ ...operation, status: 'undoing', finishedAt: null, error: null });
    });
  }
}

function itemsOf(
  tx: TenantTransaction,
  operationId: string,
  { cursor, limit, status }: OperationItemsQuery,
): Promise<OperationItemRow[]> {
  const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
  const statuses = status === undefined ? null : sqlArray(status);
  return tx.execute<OperationItemRow[]>(
    `select need_id as "needId", status, why, assigned, already_assigned as "alreadyAssigned", already_valid as "alreadyValid", exempt, gone as "left"
     from operation_item where tenant_id = ? and operation_id = ? and (?::uuid is null or need_id > ?::uuid) and (?::text[] is null or status = any (?::text[]))
     order by need_id limit ?`,
    [tx.tenantId, operationId, after, after, statuses, statuses, limit + 1],
  );
}
