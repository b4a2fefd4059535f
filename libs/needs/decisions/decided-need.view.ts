import { NeedView } from '../inbox/need.view.js';

/** A need that was dismissed or snoozed. */
export class DecidedNeed extends NeedView {
  /** The operation that moved it, and the others of its gap: to undo that. */
  operationId: string;
}
