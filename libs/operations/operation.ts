import type { TenantTransaction } from '#platform/database';

/**
 * What an operation does to each of its needs. The list is that of the table's CHECK constraint and of the API; the
 * steps of each kind come from the library that registers it (`OperationRegistry`).
 */
export const OPERATION_KINDS = ['offer', 'dismiss', 'snooze'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/**
 * `failed`: it was tried again and again, and stopped where it was; what it had done until then stands, and can be
 * undone.
 */
export const OPERATION_STATUSES = ['queued', 'running', 'done', 'failed', 'undoing', 'undone'] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** `kept`: it was not undone, because somebody has moved the need since. */
export const ITEM_STATUSES = ['waiting', 'begun', 'done', 'failed', 'undone', 'kept'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/**
 * Work on many needs, or on the many people of one, done in steps: each is one transaction, which also says how far it
 * is.
 */
export interface Operation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly status: OperationStatus;
  /** What was asked for: the body of that action, by its own feature. */
  readonly input: unknown;
  /** What `total`, `done`, `failed` and `undone` count. */
  readonly unit: 'people' | 'needs';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly undone: number;
  readonly attempts: number;
  readonly error: string | null;
  readonly createdBy: string;
  /** Who has it done, or undone, now. */
  readonly actor: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export const OPERATION_COLUMNS = `
  id, kind, status, input, unit, total, done, failed, undone, attempts, error, created_by as "createdBy", actor, created_at as "createdAt", finished_at as "finishedAt"`;

/**
 * The operation, locked until the transaction ends, so that two workers never do the same step; null where the tenant
 * has none such.
 */
export async function lockOperation(tx: TenantTransaction, id: string): Promise<Operation | null> {
  const [row] = await tx.execute<Operation[]>(
    `select ${OPERATION_COLUMNS} from operation where tenant_id = ? and id = ? for update`,
    [tx.tenantId, id],
  );
  return row ?? null;
}

/** What one step did, in the operation's unit. */
export interface Progress {
  readonly done: number;
  readonly failed: number;
  /** Nothing is left to be done. */
  readonly finished: boolean;
}

/**
 * How one kind of operation is done and undone: each call a step, short enough that nobody who records signals waits
 * for it.
 */
export interface OperationSteps {
  run(tx: TenantTransaction, operation: Operation): Promise<Progress>;
  undo(tx: TenantTransaction, operation: Operation): Promise<Progress>;
}
