/** A person whose readiness is tracked. */
export class WorkerView {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  externalWorkerId: string | null;
  /** Lower case. */
  email: string | null;
  learnerId: string | null;
  /** Name of the worker. */
  name: string;
  /** Name of the site. */
  site: string | null;
  /** What the worker does, by which requirements can apply; null: unknown. */
  role: string | null;
  /** Names of the groups, in order. */
  groups: string[];
  /** False: the worker has left. */
  active: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class WorkerPage {
  items: WorkerView[];
  nextCursor: string | null;
}
