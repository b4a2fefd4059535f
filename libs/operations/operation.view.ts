import { ids } from '#platform/database';
import type { OperationItem } from './operation-item.entity.js';
import type { Operation } from './operation.entity.js';
import type { ItemStatus, OperationKind, OperationStatus, OperationUnit } from './operation.js';

/** A background operation with its progress. */
export class OperationView {
  /** Identifier with the prefix `op_`. */
  id: string;
  /** What the operation does. */
  kind: OperationKind;
  /** `failed`: it stopped early; the results of its completed steps remain, and can be undone. */
  status: OperationStatus;
  /** What `total`, `done`, `failed` and `undone` count. */
  unit: OperationUnit;
  /** Number of people or needs (`unit`) that it is about. */
  total: number;
  /** Processed so far, including failures. */
  done: number;
  /** Number of those for which it failed. */
  failed: number;
  /** Number of those for which it was undone. */
  undone: number;
  /** Whether it can be undone now. */
  undoable: boolean;
  /** The error of its latest step; null: it succeeded. */
  error: string | null;
  createdBy: string;
  createdAt: string;
  /** When it ended, in UTC; null: it is running. */
  finishedAt: string | null;
}

/** The result of an operation for one need. */
export class OperationItemView {
  /** The need: `need_…`. */
  needId: string;
  /**
   * `waiting`; `begun`: some of its people are assigned; `done`; `failed`: `why` has the reason; `undone`; `kept`: not
   * undone, because somebody has changed the need since.
   */
  status: ItemStatus;
  /** Why it failed; null: it did not. */
  why: string | null;
  /** Of an offer: people who are newly assigned the course. */
  assigned: number;
  /** Of an offer: people who already had an assignment. */
  alreadyAssigned: number;
  /** Of an offer: people who already completed the course or hold a credential for it. */
  alreadyValid: number;
  /** Of an offer: people who need no training in this topic, by an earlier decision. */
  exempt: number;
  /** Of an offer: people who are no longer active. */
  left: number;
}

export class OperationDetail extends OperationView {
  /** A page of its needs. */
  items: OperationItemView[];
  nextCursor: string | null;
}

export class OperationPage {
  items: OperationView[];
  nextCursor: string | null;
}

export function operationView({
  id,
  kind,
  status,
  unit,
  total,
  done,
  failed,
  undone,
  error,
  createdBy,
  createdAt,
  finishedAt,
}: Operation): OperationView {
  return {
    id: ids.show('op', id),
    kind,
    status,
    unit,
    total,
    done,
    failed,
    undone,
    undoable: isUndoable(status),
    error: error ?? null,
    createdBy,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function isUndoable(status: OperationStatus): boolean {
  return status === 'done' || status === 'failed';
}

export function itemView(item: OperationItem): OperationItemView {
  const { needId, status, why, assigned, alreadyAssigned, alreadyValid, exempt, left } = item;
  return {
    needId: ids.show('need', needId),
    status,
    why: why ?? null,
    assigned,
    alreadyAssigned,
    alreadyValid,
    exempt,
    left,
  };
}
