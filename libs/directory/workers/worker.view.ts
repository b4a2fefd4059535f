/** A person whose readiness is tracked. */
export class WorkerView {
  id: string;
  externalWorkerId: string | null;
  /** Lower case. */
  email: string | null;
  learnerId: string | null;
  name: string;
  /** Name of the site. */
  site: string | null;
  role: string | null;
  /** Names of the groups, in order. */
  groups: string[];
  active: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class WorkerPage {
  items: WorkerView[];
  nextCursor: string | null;
}
