import type { OperationStatus } from '#operations';
import type { NeedStatus } from '../need.js';
import type { BulkAction } from './bulk.dto.js';

/** How many needs are refused the action, with the reason. */
export class BulkRefusal {
  /**
   * `illegal_transition`, `no_course`, `course_not_published`, `nobody_reached`, `already_assigned`, `already_valid` or
   * `left`; of `author` also `no_topic`, `course_available` or `plan_limit_reached`.
   */
  why: string;
  /** Number of needs with this reason. */
  needs: number;
  /** The first fifty of them. */
  needIds: string[];
}

/** A need that the action would leave as it is. */
export class UnmovedNeed {
  /** The need: `need_…`. */
  needId: string;
  /** Topic of the need; null: none. */
  topic: string | null;
  /** Status of the need, which stays. */
  status: NeedStatus;
  /** As in `refused`. */
  why: string;
  /** The rule, in words. */
  rule: string;
}

export class UnmovedPage {
  items: UnmovedNeed[];
  /** To send as `cursor` with the same body; null on the last page. */
  nextCursor: string | null;
}

/** The started bulk action, or with `dryRun` its expected result. */
export class BulkResult {
  /** The action. */
  action: BulkAction;
  /** The operation, to follow and undo it; null with `dryRun`. */
  operationId: string | null;
  /** Null with `dryRun`. */
  status: OperationStatus | null;
  /** Selected gaps: the needs with the same audience and topic count once. */
  needs: number;
  /** With `dryRun`: needs that the action would change. */
  willMove?: number;
  /** With `dryRun` of an offer: people who would be assigned a course. */
  willAssign?: number;
  /** With `dryRun` of `author`: drafts that would be started; needs with the same topic share one. */
  drafts?: number;
  /** With `dryRun` of `author`: tokens that these drafts would reserve. */
  tokens?: number;
  /** With `dryRun` of `author`: drafts that the plan allows now, by its drafts and its tokens of this month. */
  left?: number;
  /** With `dryRun`: needs that would stay unchanged. One with `already_valid` is completed if all of its people are. */
  refused?: BulkRefusal[];
  /** With `dryRun`: each of these needs, with its rule; 200 a page. */
  unmoved?: UnmovedPage;
}
