import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import {
  Database,
  DiskFull,
  LockedOut,
  RequestScope,
  type SqlFragment,
  type TenantTransaction,
  limitLockWaits,
} from '#platform/database';
import { messageOf } from '#platform/thrown';
import { audit, keepActive } from '#tenancy';
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
const MAX_ATTEMPTS = 6;
/** Attempts at a step after which its operation fails if no worker survived one: the next would end other work, too. */
const MAX_LOST_ATTEMPTS = 10;
/** How long the operations of other tenants wait for a lock that a step needs. */
const LOCK_WAIT_MS = 2_000;
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

  /**
   * Takes the unfinished operation of a tenant whose last step is the longest ago. Counts the attempt at the next step
   * before it begins, so that it counts even if the worker dies. Fails an operation with which too many workers died.
   * @returns null: there is none, other workers run all of them, or the tenant is suspended: they wait
   */
  async take(tenantId: string): Promise<string | null> {
    const taken = await this.database.asTenant(tenantId, async (tx) => {
      if (!(await keepActive(tx))) return null;
      const operation = await tx.findOne(
        Operation,
        { status: { $in: [...UNFINISHED] } },
        { orderBy: { touchedAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
      );
      if (operation === null) return null;
      const { id, attempts } = operation;
      const isLost = attempts >= MAX_LOST_ATTEMPTS;
      if (isLost) await this.stop(tx, operation, `the workers that ran a step were lost ${MAX_LOST_ATTEMPTS} times`);
      else await tx.nativeUpdate(Operation, { id }, { attempts: attempts + 1, touchedAt: sql.now() });
      return { id, isLost };
    });
    return taken?.isLost === true ? this.take(tenantId) : (taken?.id ?? null);
  }

  /**
   * @returns whether a step remains
   * @throws Error of a failed step: its transaction is rolled back, and the step may be retried
   * @throws LockedOut if another transaction held a lock for too long, or DiskFull: they are no attempts
   */
  async runStep(tenantId: string, operationId: string): Promise<boolean> {
    try {
      return await this.database.asTenant(tenantId, (tx) => this.step(tx, operationId));
    } catch (error) {
      const isAttempt = !(error instanceof LockedOut || error instanceof DiskFull);
      const after = isAttempt ? this.fail.bind(this) : uncountAttempt;
      await this.database.asTenant(tenantId, (tx) => after(tx, operationId, error));
      throw error;
    }
  }

  private async step(tx: TenantTransaction, operationId: string): Promise<boolean> {
    await limitLockWaits(tx, LOCK_WAIT_MS);
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
    // Only the first attempt in a turn was counted before it began.
    const attempts = Math.max(operation.attempts, 1);
    if (attempts >= MAX_ATTEMPTS) return this.stop(tx, operation, message);
    await tx.nativeUpdate(Operation, { id: operationId }, { attempts, error: stored(message), touchedAt: sql.now() });
  }

  private async stop(tx: TenantTransaction, { id, actor }: Operation, message: string): Promise<void> {
    await tx.nativeUpdate(
      Operation,
      { id },
      { status: 'failed', error: stored(message), touchedAt: sql.now(), finishedAt: sql.now() },
    );
    this.log.error({ tenantId: tx.tenantId, operationId: id }, 'an operation stops after its last attempt');
    audit(tx, {
      actor,
      action: 'operation.failed',
      subject: { kind: 'operation', id },
      after: { error: message },
    });
  }
}

async function uncountAttempt(tx: TenantTransaction, id: string, error: unknown): Promise<void> {
  const reason = error instanceof DiskFull ? { error: stored(error.message) } : {};
  await tx.nativeUpdate(Operation, { id }, { attempts: sql`greatest(attempts - 1, 0)`, ...reason });
}

function stored(message: string): SqlFragment {
  return sql`left(${message}, ${ERROR_LENGTH})`;
}

function isUnfinished({ status }: Operation): boolean {
  return UNFINISHED.includes(status);
}
