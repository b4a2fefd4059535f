import { sql } from '@mikro-orm/postgresql';
import { ids } from '#platform/database';

/** The worker to whom a resource belongs. */
export class WorkerReference {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  /** Name of the worker. */
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

/** Columns of a {@link WorkerReferenceRow}, for a table `worker` that is joined by its id. */
export const WORKER_REFERENCE_COLUMNS = sql`worker.id as "workerId", worker.name as "workerName",
worker.external_worker_id as "externalWorkerId", worker.email`;

export interface WorkerReferenceRow {
  readonly workerId: string;
  readonly workerName: string;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
}

export function workerReference({
  workerId,
  workerName,
  externalWorkerId,
  email,
}: WorkerReferenceRow): WorkerReference {
  return { id: ids.show('wrk', workerId), name: workerName, externalWorkerId, email };
}
