import { sql } from '@mikro-orm/postgresql';

/**
 * SQL: identifies the person of a worker's need by the worker or, if the directory does not know the worker, by the key
 * in the signal.
 */
export const PERSON = sql`coalesce(
  need.worker_id::text, 'id ' || lower(need.external_worker_id), 'e-mail ' || lower(need.email),
  'learner ' || need.learner_id, need.id::text)`;
