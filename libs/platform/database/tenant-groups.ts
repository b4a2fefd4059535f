import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/**
 * Number of groups of tenants. They are few enough that a queue with one job for each group is short. They are many
 * enough that several workers share them, and that a group has about a hundred of thousands of tenants.
 */
const GROUPS = 64;

/**
 * The group of a tenant, from 0: always the same, in every process. The last digits of an id are random (RFC 9562,
 * section 5.7), so that the groups are of about the same size.
 */
export function groupOf(tenantId: string): number {
  return Number.parseInt(tenantId.slice(-2), 16) % GROUPS;
}

/** SQL: like {@link groupOf}, for a column of ids. */
export function groupInSql(column: SqlFragment): SqlFragment {
  return sql`get_byte(uuid_send(${column}), 15) % ${GROUPS}`;
}
