import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend } from 'bullmq';

/**
 * How long a worker that could not fetch its next job waits while PostgreSQL is unavailable, starts up or has no free
 * connection.
 */
const FETCHED_AGAIN_MS = 1_000;

/**
 * BullMQ's queue in PostgreSQL, whose workers wait after an error. If a job cannot be fetched, BullMQ itself waits
 * only after a refused connection, and fetches again at once after every other error, for as long as the error lasts.
 */
export const createPatientBackend: typeof createPostgresBackend = (...options) => {
  const backend = createPostgresBackend(...options);
  backend.moveToActive = patient(backend.moveToActive.bind(backend));
  return backend;
};

function patient<Call extends unknown[], Fetched>(fetchJob: (...call: Call) => Promise<Fetched>): typeof fetchJob {
  return async (...call) => {
    try {
      return await fetchJob(...call);
    } catch (error) {
      await sleep(FETCHED_AGAIN_MS);
      throw error;
    }
  };
}
