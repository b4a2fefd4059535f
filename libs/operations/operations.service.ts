import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { JobSender } from '#platform/queue';
import { audit } from '#tenancy';
import { NotUndoable } from './operation.errors.js';
import { OperationItem } from './operation-item.entity.js';
import { lockOperation } from './operation-steps.js';
import { Operation } from './operation.entity.js';
import {
  type OperationDetail,
  type OperationPage,
  type OperationView,
  isUndoable,
  itemView,
  operationView,
} from './operation.view.js';
import type { OperationItemsQuery, OperationsQuery } from './operations.query.js';
import { runInBackground } from './run-in-background.js';

/** Operations for admins: reads them, and starts to undo one. */
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
    return this.database.inTenant(async (tx) => {
      const operations = await tx.find(
        Operation,
        { ...(before === null ? {} : { id: { $lt: before } }), ...(status === undefined ? {} : { status }) },
        { orderBy: { id: 'desc' }, limit: limit + 1 },
      );
      return pageOf(operations, limit, operationView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string, { cursor, limit, status }: OperationItemsQuery): Promise<OperationDetail> {
    return this.database.inTenant(async (tx) => {
      const operation = await tx.findOne(Operation, { id });
      if (operation === null) throw new NotFound('operation');
      const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
      const items = await tx.find(
        OperationItem,
        {
          operationId: id,
          ...(after === null ? {} : { needId: { $gt: after } }),
          ...(status === undefined ? {} : { status }),
        },
        { orderBy: { needId: 'asc' }, limit: limit + 1 },
      );
      return { ...operationView(operation), ...pageOf(items, limit, itemView, ({ needId }) => [needId]) };
    });
  }

  /** @throws NotFound, NotUndoable */
  undo(id: string): Promise<OperationView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const operation = await lockOperation(tx, id);
      if (operation === null) throw new NotFound('operation');
      if (!isUndoable(operation.status)) throw new NotUndoable(operation.status);
      await tx.nativeUpdate(
        Operation,
        { id },
        { status: 'undoing', actor, finishedAt: null, attempts: 0, error: null, touchedAt: sql.now() },
      );
      audit(tx, {
        actor,
        action: 'operation.undo_requested',
        subject: { kind: 'operation', id },
        before: { status: operation.status },
      });
      runInBackground(tx, this.jobs);
      return operationView({ ...operation, status: 'undoing', finishedAt: null, error: null });
    });
  }
}
