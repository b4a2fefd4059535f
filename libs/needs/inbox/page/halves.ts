import { sql } from '@mikro-orm/postgresql';

/**
 * The two halves of the inbox, which have indexes of their own: needs that are resolved or closed, and needs that are
 * neither yet.
 */
export const SEEN = sql`(need.resolved_at is not null or need.closed_at is not null)`;
export const FRESH = sql`need.resolved_at is null and need.closed_at is null`;
