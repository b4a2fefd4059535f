import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresConnection, createPostgresBackend, createRedisBackend } from 'bullmq';
import { queuesWithActiveJobs } from './active-queues.js';

/** How long a worker that could not fetch its next job waits: its store is unavailable, starts up, or is full. */
const FETCH_RETRY_MS = 1_000;
const CONNECT_RETRY_MS = 1_000;

/**
 * BullMQ's queue in PostgreSQL, with three differences. Workers wait after every error. If a job cannot be fetched,
 * BullMQ itself waits only after a refused connection, and fetches again at once after any other error. A queue without
 * active jobs is not checked for stalled jobs, because BullMQ writes a row for each check. And the first connection is
 * retried.
 */
export const createPostgresQueue: typeof createPostgresBackend = (name, options, ...others) => {
  const backend = createPostgresBackend(name, options, ...others);
  retryFirstConnection(backend.connection);
  backend.moveToActive = waitingAfterErrors(backend.moveToActive.bind(backend));
  const sharing = typeof options.connection === 'string' ? backend : options.connection;
  const moveStalledJobs = backend.moveStalledJobsToWait.bind(backend);
  backend.moveStalledJobsToWait = async () => {
    const active = await queuesWithActiveJobs(sharing, backend.connection);
    return active.has(name) ? moveStalledJobs() : [];
  };
  return backend;
};

/**
 * BullMQ's queue in Redis, with one difference: workers wait after every error, as with PostgreSQL. A Redis whose
 * memory is full, or that cannot write its snapshots, answers every attempt with an error at once.
 */
export const createRedisQueue: typeof createRedisBackend = (...given) => {
  const backend = createRedisBackend(...given);
  backend.moveToActive = waitingAfterErrors(backend.moveToActive.bind(backend));
  return backend;
};

/**
 * Retries the first connection until it succeeds. BullMQ keeps the result of its first attempt, even an error: a queue
 * that PostgreSQL refused at the start, because too many connections were open, would fail until the next start.
 */
function retryFirstConnection(connection: PostgresConnection): void {
  const connect = connection.waitUntilReady.bind(connection);
  connection.waitUntilReady = async () => {
    for (;;) {
      try {
        await connect();
        // A worker would open its connection for notifications, which nobody would close.
        if (connection.isClosing !== undefined) throw new Error('the queue is closed');
        return;
      } catch (error) {
        // The property is private in the library's types.
        Reflect.deleteProperty(connection, 'readyPromise');
        if (connection.isClosing !== undefined) throw error;
        await sleep(CONNECT_RETRY_MS);
      }
    }
  };
}

/** Waits after an error before it rejects, since the worker fetches again at once. */
function waitingAfterErrors<Call extends unknown[], Fetched>(
  fetchJob: (...call: Call) => Promise<Fetched>,
): typeof fetchJob {
  return async (...call) => {
    try {
      return await fetchJob(...call);
    } catch (error) {
      await sleep(FETCH_RETRY_MS);
      throw error;
    }
  };
}
