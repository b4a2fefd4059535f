import { type KeyKind, decodeCursor } from '#platform/http';
import { sql } from '@mikro-orm/postgresql';
import { FIRST_ID, LAST_ID, type SqlFragment, isoTime, sqlArray } from '#platform/database';
import { DUE, LAST_DUE, NEVER_DUE, dueOf } from './date-conditions.js';
import type { NeedSort, NeedsQuery } from '../needs.query.js';

interface Order {
  /** The column of a page's rows by which they are ordered, besides `severity` and `id`. */
  readonly column: SqlFragment;
  readonly leadColumn: SqlFragment;
  readonly found: SqlFragment;
  readonly by: SqlFragment;
  readonly keys: readonly KeyKind[];
  /** The rows after the cursor within one severity, and their order. */
  readonly beyond: SqlFragment;
  readonly byId: SqlFragment;
  /** The same for the leaders of needs that follow one: `follows` is the leader's id. */
  readonly leadBeyond: SqlFragment;
  readonly byLead: SqlFragment;
}

const DOWN = {
  column: sql``,
  leadColumn: sql``,
  found: sql``,
  beyond: sql`need.id < severity.bound`,
  byId: sql`need.id desc`,
  leadBeyond: sql`need.follows < severity.bound`,
  byLead: sql`need.follows desc`,
};
const UP = {
  column: sql``,
  leadColumn: sql``,
  found: sql``,
  beyond: sql`need.id > severity.bound`,
  byId: sql`need.id`,
  leadBeyond: sql`need.follows > severity.bound`,
  byLead: sql`need.follows`,
};
/** A follower does not have the due date of its leader, which is looked up. */
const LEAD_DUE = sql`(select ${dueOf(sql`lead`)} from need as lead where lead.tenant_id = need.tenant_id
    and lead.id = need.follows)`;
const BY_DUE = {
  column: sql`, ${DUE} as due`,
  leadColumn: sql`, ${LEAD_DUE} as due`,
  found: sql`, found.due`,
  beyond: sql`(${DUE}, need.id) > (severity.due, severity.bound)`,
  byId: sql`${DUE}, need.id`,
  leadBeyond: sql`(${LEAD_DUE}, need.follows) > (severity.due, severity.bound)`,
  byLead: sql`due, need.follows`,
};

/** Each order ends in the id, so that a page starts exactly after the previous one. */
export const ORDERS: Readonly<Record<NeedSort, Order>> = {
  severity: { by: sql`severity desc, id desc`, keys: ['integer', 'uuid'], ...DOWN },
  newest: { by: sql`id desc`, keys: ['uuid'], ...DOWN },
  oldest: { by: sql`id`, keys: ['uuid'], ...UP },
  due: { by: sql`due, id`, keys: ['time', 'uuid'], ...BY_DUE },
};

const SEVERITIES = [4, 3, 2, 1];

/**
 * The severities of a page, each with the id after which it continues, as a table `severity (value, bound, due)`. Every
 * index of the inbox ends in severity and id, so that each order is that of the index within one severity. `due`: the
 * due date after which a page continues, if the pages are ordered by it.
 * @throws Invalid if the cursor belongs to another order
 */
export function severitiesOf({
  severity,
  sort,
  cursor,
}: Pick<NeedsQuery, 'severity' | 'sort' | 'cursor'>): SqlFragment {
  const after = decodeCursor(cursor, ORDERS[sort].keys);
  const wanted = severity?.map(Number) ?? SEVERITIES;
  const id = after?.at(-1);
  const last = sort === 'severity' ? (after?.[0] ?? SEVERITIES[0]) : null;
  const due = sort === 'due' ? (after?.[0] ?? '-infinity') : null;
  const start = sort === 'oldest' || sort === 'due' ? FIRST_ID : LAST_ID;
  const looked = last === null ? wanted : wanted.filter((value) => value <= Number(last));
  const bounds = looked.map((value) => String(last === null || value === last ? (id ?? start) : start));
  return sql`(select given.value, given.bound, ${due}::timestamptz as due
    from unnest(${sqlArray(looked.map(String))}::smallint[], ${sqlArray(bounds)}::uuid[]) as given (value,
        bound)) as severity`;
}

/** The values of a row by which the next page continues. */
export function keysetOf(
  sort: NeedSort,
  { severity, id, due_at: dueAt }: { readonly severity: number; readonly id: string; readonly due_at: string | null },
): Array<string | number> {
  if (sort === 'severity') return [severity, id];
  return sort === 'due' ? [dueKey(dueAt), id] : [id];
}

function dueKey(dueAt: string | null): string {
  if (dueAt === null) return NEVER_DUE;
  return new Date(dueAt).getTime() > Date.parse(LAST_DUE) ? LAST_DUE : isoTime(dueAt);
}
