import type { PostgresConnection } from 'bullmq';

/** The workers of a process, which check at about the same time, share the result of one statement for this long. */
const SHARED_MS = 1_000;

interface Read {
  readonly at: number;
  readonly queues: Promise<ReadonlySet<string>>;
}

/** The last read for each `sharing` object. */
const reads = new WeakMap<object, Read>();

/**
 * The queues that have active jobs. All workers of a process that ask within a second share one statement.
 * @param sharing the object that all queues of an engine have in common: the options of their connections
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
