import type { ReadinessStatus } from '../rule/kinds.js';
import { Reason } from '../reasons/reason.view.js';

/** A worker on the board: for another time than now with the name, the site and the role that they had then. */
export class BoardWorker {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  externalWorkerId: string | null;
  email: string | null;
  learnerId: string | null;
  /** Name of the worker. */
  name: string;
  /** Name of the site. */
  site: string | null;
  /** What the worker does; null: unknown. */
  role: string | null;
  /** Names of the groups. */
  groups: string[];
  /** False: the worker has left. */
  active: boolean;
}

/** How ready a worker is, and why. */
export class ReadinessRow {
  /** The worker. */
  worker: BoardWorker;
  /** `not_ready` with a reason of severity 4 that counts, else `at_risk` with one of severity 3, else `ready`. */
  status: ReadinessStatus;
  /** Since when the worker has this status, in UTC. */
  since: string;
  /** The worst first; those that are waived last. */
  reasons: Reason[];
}

export class ReadinessPage {
  items: ReadinessRow[];
  nextCursor: string | null;
  /** How many workers the filters find. */
  total: number;
}
