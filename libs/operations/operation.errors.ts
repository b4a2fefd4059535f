import { Conflict } from '#platform/errors';
import type { OperationStatus } from './operation.js';

/** 409: an operation is undone once, and not before it has ended. */
export class NotUndoable extends Conflict {
  constructor(status: OperationStatus) {
    super('not_undoable', `an operation can be undone once it is done or failed; this one is ${status}`);
  }
}
