import { Reason } from '../reasons/reason.view.js';
import type { ReadinessStatus } from '../rule/kinds.js';

/** The answer for one person. */
export class CheckedPerson {
  /** False: no active worker has any of the keys. */
  known: boolean;
  /** False for whoever is `not_ready`, and for unknown people. */
  ready: boolean;
  /** Null: unknown. */
  status: ReadinessStatus | null;
  /** Why, the worst first. */
  reasons: Reason[];
}

export class CheckView {
  /** In the order of the request. */
  items: CheckedPerson[];
}
