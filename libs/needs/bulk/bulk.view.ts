import type { OperationStatus } from '#operations';
import type { BulkAction } from './bulk.dto.js';

/** How many needs cannot take the action, and why. */
export class BulkRefusal {
  /** `illegal_transition`, `no_course` or `course_not_published`. */
  why: string;
  needs: number;
  /** The first fifty of them. */
  needIds: string[];
}

/** What a bulk action has begun, or with `dryRun` what it would do. */
export class BulkAnswer {
  action: BulkAction;
  /** By which it is followed and undone; null with `dryRun`. */
  operationId: string | null;
  /** Null with `dryRun`. */
  status: OperationStatus | null;
  /** Needs that are chosen. */
  needs: number;
  /** With `dryRun`: needs that the action would move. */
  willMove?: number;
  /** With `dryRun` of an offer: people to whom a course would be assigned. */
  willAssign?: number;
  /** With `dryRun`: needs that would stay as they are. */
  refused?: BulkRefusal[];
}
