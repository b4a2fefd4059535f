import { Reason } from '../reasons/reason.view.js';
import type { ReadinessStatus } from '../rule/kinds.js';

/** The answer for one person. */
export class CheckedPerson {
  /** False: no active worker has one of the keys. */
  known: boolean;
  /** False for whoever is `not_ready`, and for unknown people. */
  ready: boolean;
  /** Null: unknown. */
  status: ReadinessStatus | null;
  /** Why, the worst first, at most 50. */
  reasons: Reason[];
}

export class CheckView {
  /** In the order of the request. */
  items: CheckedPerson[];
}
