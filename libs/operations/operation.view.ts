import { ids } from '#platform/database';
import type { OperationItem } from './operation-item.entity.js';
import type { Operation } from './operation.entity.js';
import type { ItemStatus, OperationKind, OperationStatus } from './operation.js';

/** Work in the background: how far it is. */
export class OperationView {
  id: string;
  kind: OperationKind;
  /** `failed`: it stopped where it was; what it had done stands, and can be undone. */
  status: OperationStatus;
  /** What `total`, `done`, `failed` and `undone` count. */
  unit: 'people' | 'needs';
  total: number;
  /** Looked at so far, those that failed included. */
  done: number;
  failed: number;
  undone: number;
  /** Whether it can be undone now. */
  undoable: boolean;
  /** Why its latest step failed; null: it did not. */
  error: string | null;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
}

/** What became of one need of an operation. */
export class OperationItemView {
  needId: string;
  /**
   * `done`; `failed`: `why` says what stood against it; `undone`; `kept`: not undone, as somebody has moved the need
   * since.
   */
  status: ItemStatus;
  why: string | null;
  /** Of an offer: people to whom the course is assigned by it. */
  assigned: number;
  /** Of an offer: people who had it assigned before. */
  alreadyAssigned: number;
  /** Of an offer: people who hold what it teaches. */
  alreadyValid: number;
  /** Of an offer: people of whom somebody decided that they need it not. */
  exempt: number;
  /** Of an offer: people who are not active any more. */
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
