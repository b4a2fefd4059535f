import { sql } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { messageOf } from '#platform/thrown';
import { audit } from '#tenancy';
import { Operation } from './operation.entity.js';
import { OperationRegistry } from './operation-registry.js';
import { lockOperation } from './operation-steps.js';
import { recordProgress } from './record-progress.js';
import type { OperationStatus } from './operation.js';

const UNFINISHED: readonly OperationStatus[] = ['queued', 'running', 'undoing'];

/**
 * The number of consecutive failures of a step after which the operation fails: the queue tries three times, then the
 * sweep sends the job again.
 */
const TRIES = 6;
/** The maximum length of a stored error message. */
const ERROR_LENGTH = 500;

/** Runs and undoes operations, step by step. */
@Injectable()
export class OperationRunner implements OnModuleInit {
  private readonly log = new Logger(OperationRunner.name);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly registry: OperationRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.demandAll();
  }

  /** The unfinished operation of a tenant whose last step is the longest ago; null: there is none. */
  async next(tenantId: string): Promise<string | null> {
    const operation = await this.database.asTenant(tenantId, (tx) =>
      tx.findOne(
        Operation,
        { status: { $in: [...UNFINISHED] } },
        { orderBy: { touchedAt: 'asc', id: 'asc' }, fields: ['id'] },
      ),
    );
    return operation?.id ?? null;
  }

  /**
   * @returns whether a step remains
   * @throws Error of a failed step: its transaction is rolled back, and the step may be retried
   */
  async runStep(tenantId: string, operationId: string): Promise<boolean> {
    try {
      return await this.database.asTenant(tenantId, (tx) => this.step(tx, operationId));
    } catch (error) {
      await this.database.asTenant(tenantId, (tx) => this.fail(tx, operationId, error));
      throw error;
    }
  }

  private async step(tx: TenantTransaction, operationId: string): Promise<boolean> {
    const operation = await lockOperation(tx, operationId);
    if (operation === null || !isUnfinished(operation)) return false;
    const steps = this.registry.stepsOf(operation.kind);
    const scope = { tenantId: tx.tenantId, tenantSlug: '', actor: operation.actor };
    const progress = await this.scope.run(scope, () =>
      operation.status === 'undoing' ? steps.undo(tx, operation) : steps.run(tx, operation),
    );
    await recordProgress(tx, operation, progress);
    return !progress.finished;
  }

  private async fail(tx: TenantTransaction, operationId: string, error: unknown): Promise<void> {
    const message = messageOf(error);
    const operation = await lockOperation(tx, operationId);
    if (operation === null || !isUnfinished(operation)) return;
    const attempts = operation.attempts + 1;
    const isLast = attempts >= TRIES;
    await tx.nativeUpdate(
      Operation,
      { id: operationId },
      {
        attempts,
        error: sql`left(${message}, ${ERROR_LENGTH})`,
        touchedAt: sql.now(),
        ...(isLast ? { status: 'failed' } : {}),
        finishedAt: isLast ? sql.now() : null,
      },
    );
    if (!isLast) return;
    this.log.error({ tenantId: tx.tenantId, operationId }, 'an operation stops after its last attempt');
    audit(tx, {
      actor: operation.actor,
      action: 'operation.failed',
      subject: { kind: 'operation', id: operationId },
      after: { error: message },
    });
  }
}

function isUnfinished({ status }: Operation): boolean {
  return UNFINISHED.includes(status);
}
