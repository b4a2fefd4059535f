import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';
import { startInstant } from '#tenancy';
import type { NeedsFilter } from '../needs.query.js';

const DATES = ['dueBefore', 'dueAfter', 'seenSince', 'seenBefore', 'firstSeenSince', 'firstSeenBefore'] as const;
type Dates = Pick<NeedsFilter, (typeof DATES)[number]>;

/** The filters with instants for days: a day begins in the tenant's time zone. */
export async function instantsOf<Filters extends Dates>(tx: TenantTransaction, filters: Filters): Promise<Filters> {
  const instants: Dates = {};
  for (const name of DATES) {
    const date = filters[name];
    if (date !== undefined) instants[name] = await startInstant(tx, date);
  }
  return { ...filters, ...instants };
}

/** The place of needs without a due date in the order of due dates: after all others. */
export const NEVER_DUE = '9999-12-31T23:59:59.999Z';
/** The place of those that are due later than any date that JSON can write, like the end of the year 9999. */
export const LAST_DUE = '9999-12-31T23:59:59.998Z';

/** The place of a need in that order, as in the index `need_by_due`. */
export function dueOf(need: SqlFragment): SqlFragment {
  return sql`(case when ${need}.due_at is null then '9999-12-31T23:59:59.999Z'::timestamptz
      else least(${need}.due_at, '9999-12-31T23:59:59.998Z'::timestamptz) end)`;
}

export const DUE = dueOf(sql`need`);
const IS_DUE = sql`${DUE} < ${NEVER_DUE}::timestamptz`;

/**
 * The id of a need is created when its first signal has been read, so that the time in it is that of the signal or a
 * little later. An index that ends in the id therefore also bounds a search by time. A day is more than any signal
 * waits.
 */
function createdBefore(instant: string): SqlFragment {
  return sql`need.id < uuid_floor(greatest(to_timestamp(0), ${instant}::timestamptz + interval '1 day'))`;
}

function createdSince(table: SqlFragment, instant: string): SqlFragment {
  return sql`${table}.id >= uuid_floor(greatest(to_timestamp(0), ${instant}::timestamptz - interval '1 minute'))`;
}

/**
 * A query for the ids of the needs that signals since an instant are of, among them all that were seen since. A need is
 * seen when the id of its signal is created, or a little earlier.
 */
export function needsOfSignalsSince(tenantId: string, instant: string): SqlFragment {
  return sql`select need_id from signal where signal.tenant_id = ${tenantId} and signal.need_id is not null
    and ${createdSince(sql`signal`, instant)}`;
}

/**
 * The condition of each given date. What is due on a day is due until its end, the instant at which the next day
 * begins.
 * @param dates instants
 */
export function dateConditionsOf(dates: Dates): ReadonlyMap<keyof Dates, SqlFragment> {
  const conditions = new Map<keyof Dates, SqlFragment>();
  const { dueBefore, dueAfter, seenSince, seenBefore, firstSeenSince, firstSeenBefore } = dates;
  if (dueBefore !== undefined)
    conditions.set(
      'dueBefore',
      sql`(${DUE} <= ${dueBefore}::timestamptz and (need.due_at < ${dueBefore}::timestamptz or need.due_on is not null)
          and ${IS_DUE})`,
    );
  if (dueAfter !== undefined)
    conditions.set(
      'dueAfter',
      sql`(${DUE} >= ${dueAfter}::timestamptz and (need.due_at > ${dueAfter}::timestamptz or need.due_on is null)
          and ${IS_DUE})`,
    );
  if (seenSince !== undefined) conditions.set('seenSince', sql`need.last_seen_at >= ${seenSince}::timestamptz`);
  if (seenBefore !== undefined)
    conditions.set(
      'seenBefore',
      sql`(need.last_seen_at < ${seenBefore}::timestamptz and ${createdBefore(seenBefore)})`,
    );
  if (firstSeenSince !== undefined)
    conditions.set(
      'firstSeenSince',
      sql`(need.first_seen_at >= ${firstSeenSince}::timestamptz and ${createdSince(sql`need`, firstSeenSince)})`,
    );
  if (firstSeenBefore !== undefined)
    conditions.set(
      'firstSeenBefore',
      sql`(need.first_seen_at < ${firstSeenBefore}::timestamptz and ${createdBefore(firstSeenBefore)})`,
    );
  return conditions;
}
