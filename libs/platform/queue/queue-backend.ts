import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, createRedisBackend } from 'bullmq';
import { queuesWithActiveJobs } from './active-queues.js';

/** How long a worker that could not fetch its next job waits: its store is unavailable, starts up, or is full. */
const FETCH_RETRY_MS = 1_000;

/**
 * BullMQ's queue in PostgreSQL, with two differences. Workers wait after every error. If a job cannot be fetched,
 * BullMQ itself waits only after a refused connection, and fetches again at once after any other error. And a queue
 * without active jobs is not checked for stalled jobs, because BullMQ writes a row for each check.
 */
export const createPostgresQueue: typeof createPostgresBackend = (name, options, ...others) => {
  const backend = createPostgresBackend(name, options, ...others);
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
