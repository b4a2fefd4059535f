import { sql } from '@mikro-orm/postgresql';
import { ids } from '#platform/database';

/** The worker that something is about. */
export class WorkerReference {
  id: string;
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

/** Columns of a {@link HolderRow}, beside a table with a `worker_id` that is joined to `worker`. */
export const HOLDER_COLUMNS = sql`worker.id as "workerId", worker.name as "workerName", worker.external_worker_id as "externalWorkerId", worker.email`;

export interface HolderRow {
  readonly workerId: string;
  readonly workerName: string;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
}

export function workerReference({ workerId, workerName, externalWorkerId, email }: HolderRow): WorkerReference {
  return { id: ids.show('wrk', workerId), name: workerName, externalWorkerId, email };
}
