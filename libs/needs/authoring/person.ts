import { sql } from '@mikro-orm/postgresql';

/** Tells the people of needs of their own apart: by worker, or by the key in the signal while the directory knows none. */
export const PERSON = sql`coalesce(
  need.worker_id::text, 'id ' || lower(need.external_worker_id), 'e-mail ' || lower(need.email), 'learner ' || need.learner_id, need.id::text)`;
