import { type KeyKind, decodeCursor } from '#platform/http';
import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, sqlArray } from '#platform/database';
import type { NeedSort, NeedsQuery } from '../needs.query.js';

interface Order {
  /** For tables with the columns `severity` and `id`. */
  readonly by: SqlFragment;
  readonly keys: readonly KeyKind[];
  /** The rows after the cursor within one severity, and their order. */
  readonly beyond: SqlFragment;
  readonly byId: SqlFragment;
  /** The same for the leaders of needs that follow one. */
  readonly leadBeyond: SqlFragment;
  readonly byLead: SqlFragment;
}

const DOWN = {
  beyond: sql`need.id < severity.bound`,
  byId: sql`need.id desc`,
  leadBeyond: sql`need.follows < severity.bound`,
  byLead: sql`need.follows desc`,
};
const UP = {
  beyond: sql`need.id > severity.bound`,
  byId: sql`need.id`,
  leadBeyond: sql`need.follows > severity.bound`,
  byLead: sql`need.follows`,
};

/** Each order ends in the id, so that a page starts exactly after the previous one. */
export const ORDERS: Readonly<Record<NeedSort, Order>> = {
  severity: { by: sql`severity desc, id desc`, keys: ['integer', 'uuid'], ...DOWN },
  newest: { by: sql`id desc`, keys: ['uuid'], ...DOWN },
  oldest: { by: sql`id`, keys: ['uuid'], ...UP },
};

const SEVERITIES = [4, 3, 2, 1];
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The severities of a page, each with the id after which it continues, as a table `severity (value, bound)`. Every
 * index of the inbox ends in severity and id, so that each order is that of the index within one severity.
 * @throws Invalid if the cursor belongs to another order
 */
export function severitiesOf({
  severity,
  sort,
  cursor,
}: Pick<NeedsQuery, 'severity' | 'sort' | 'cursor'>): SqlFragment {
  const after = decodeCursor(cursor, ORDERS[sort].keys);
  const wanted = severity?.map(Number) ?? SEVERITIES;
  const [last, id] = sort === 'severity' ? [after?.[0] ?? SEVERITIES[0], after?.[1]] : [null, after?.[0]];
  const start = sort === 'oldest' ? FIRST_ID : LAST_ID;
  const looked = last === null ? wanted : wanted.filter((value) => value <= Number(last));
  const bounds = looked.map((value) => String(last === null || value === last ? (id ?? start) : start));
  return sql`unnest(${sqlArray(looked.map(String))}::smallint[], ${sqlArray(bounds)}::uuid[]) as severity (value, bound)`;
}
