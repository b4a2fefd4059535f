import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/**
 * Number of groups of tenants. Few enough that a queue with a job for each of them is short; many enough that the
 * groups of thousands of tenants are of about a hundred, and that several workers share them.
 */
const GROUPS = 64;

/**
 * The group of a tenant, from 0: always the same, in every process. The last digits of an id are random (RFC 9562,
 * section 5.7), so that the groups are of about the same size.
 */
export function groupOf(tenantId: string): number {
  return Number.parseInt(tenantId.slice(-2), 16) % GROUPS;
}

/** SQL: as {@link groupOf}, of a column of ids. */
export function groupInSql(column: SqlFragment): SqlFragment {
  return sql`get_byte(uuid_send(${column}), 15) % ${GROUPS}`;
}
