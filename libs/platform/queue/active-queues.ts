import type { PostgresConnection } from 'bullmq';

/** The workers of a process, whose checks begin at the same time, share a statement. */
const SHARED_MS = 1_000;

interface Read {
  readonly at: number;
  readonly queues: Promise<ReadonlySet<string>>;
}

/** By what the queues share that are read together. */
const reads = new WeakMap<object, Read>();

/**
 * The queues that have active jobs, by one statement for all workers of a process that ask within a second.
 * @param sharing the same for the queues of an engine: the options of their connections
 */
export function queuesWithActiveJobs(
  sharing: object,
  { pool }: Pick<PostgresConnection, 'pool'>,
): Promise<ReadonlySet<string>> {
  const now = performance.now();
  const known = reads.get(sharing);
  if (known !== undefined && now - known.at < SHARED_MS) return known.queues;
  const queues = pool
    .query(`select distinct queue from job where state = 'active'`)
    .then(({ rows }) => new Set(rows.map(({ queue }) => String(queue))));
  reads.set(sharing, { at: now, queues });
  return queues;
}
