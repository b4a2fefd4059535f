import { LockMode } from '@mikro-orm/core';
import type { TenantTransaction } from '#platform/database';
import { Operation } from './operation.entity.js';

/** The progress of one step, in the operation's unit. */
export interface Progress {
  readonly done: number;
  readonly failed: number;
  /** No step remains. */
  readonly finished: boolean;
  /** The last person who was processed, of an operation on people that continues after them. */
  readonly reachedTo?: string;
  /** The result for the audit log, once it is finished. Default: the sums of its items. */
  readonly result?: object;
}

/**
 * How one kind of operation runs and is undone. Each call is one step, short enough that recording a signal does not
 * wait for it noticeably.
 */
export interface OperationSteps {
  run(tx: TenantTransaction, operation: Operation): Promise<Progress>;
  undo(tx: TenantTransaction, operation: Operation): Promise<Progress>;
}

/**
 * The operation, locked until the transaction ends, so that two workers never run the same step; null if the tenant
 * has no such operation.
 */
export function lockOperation(tx: TenantTransaction, id: string): Promise<Operation | null> {
  return tx.findOne(Operation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
