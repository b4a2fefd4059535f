import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend } from 'bullmq';

/**
 * How long a worker that could not fetch its next job lets a PostgreSQL be that is away, starts up or has no connection
 * left.
 */
const FETCHED_AGAIN_MS = 1_000;

/**
 * BullMQ's queue in PostgreSQL, for workers with patience: where a job cannot be fetched, BullMQ itself waits only
 * after a refused connection, and after each other error fetches again at once, for as long as the error lasts.
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
