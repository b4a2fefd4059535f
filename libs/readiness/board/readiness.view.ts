import type { ReadinessStatus } from '../rule/kinds.js';
import { Reason } from '../reasons/reason.view.js';

/** A worker on the board: for another time than now with the name, the site and the role that they had then. */
export class BoardWorker {
  id: string;
  externalWorkerId: string | null;
  email: string | null;
  learnerId: string | null;
  name: string;
  /** Name of the site. */
  site: string | null;
  role: string | null;
  /** Names of the groups. */
  groups: string[];
  active: boolean;
}

/** How ready a worker is, and why. */
export class ReadinessRow {
  worker: BoardWorker;
  /** `not_ready` with a reason of severity 4 that counts, else `at_risk` with one of severity 3, else `ready`. */
  status: ReadinessStatus;
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
