import { sql } from '@mikro-orm/postgresql';

/** SQL: the time since which refused events are kept and shown: seven days ago. */
export const KEPT_SINCE = sql`(now() - interval '7 days')`;
