import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, isoTime, lockInTenant } from '#platform/database';
import { Invalid } from '#platform/errors';
import { type DateText, dateColumns, isDay, isTimeZone } from '#platform/text';
import { Tenant } from './tenant.entity.js';

/** The name of the advisory lock of a tenant's time zone. */
const LOCK = 'time zone';

/** SQL: the name of a tenant's time zone. */
export function timeZone(tenantId: string): SqlFragment {
  return sql`(select time_zone from tenant where id = ${tenantId}::uuid)`;
}

/** SQL: the instant at which a date begins: a day at its first instant in the tenant's time zone. */
export function startOf(tenantId: string, date: DateText | null): SqlFragment {
  const { day, time } = dateColumns(date);
  return day === null ? sql`${time}::timestamptz` : sql`start_of_day(${day}::date, ${timeZone(tenantId)})`;
}

/** SQL: the instant at which a date ends: a day at its end in the tenant's time zone. */
export function endOf(tenantId: string, date: DateText | null): SqlFragment {
  const { day, time } = dateColumns(date);
  return day === null ? sql`${time}::timestamptz` : sql`end_of_day(${day}::date, ${timeZone(tenantId)})`;
}

/** The instant at which a date begins, for a condition that an index answers. @returns ISO 8601 */
export async function startInstant(tx: TenantTransaction, date: DateText): Promise<string> {
  if (!isDay(date)) return date;
  const [row] = await tx.execute<Array<{ start: string }>>(sql`select ${startOf(tx.tenantId, date)} as start`);
  if (row === undefined) throw new Error('the transaction has no tenant');
  return isoTime(row.start);
}

/** The current day in the tenant's time zone. */
export async function today(tx: TenantTransaction): Promise<string> {
  const [row] = await tx.execute<Array<{ today: string }>>(
    sql`select (now() at time zone ${timeZone(tx.tenantId)})::date::text as today`,
  );
  if (row === undefined) throw new Error('the transaction has no tenant');
  return row.today;
}

/** The instants at which days end in the tenant's time zone. */
export async function endsOfDays(tx: TenantTransaction, days: readonly string[]): Promise<(day: string) => Date> {
  const rows =
    days.length === 0
      ? []
      : await tx.execute<Array<{ day: string; ends: string }>>(
          sql`select day, end_of_day(day::date, ${timeZone(tx.tenantId)}) as ends
              from jsonb_array_elements_text(${JSON.stringify([...new Set(days)])}::jsonb) as given (day)`,
        );
  const ends = new Map(rows.map((row) => [row.day, new Date(isoTime(row.ends))]));
  return (day) => {
    const end = ends.get(day);
    if (end === undefined) throw new Error(`the end of ${day} was not asked for`);
    return end;
  };
}

/**
 * Keeps the time zone until the transaction ends. A transaction that stores a day calls it before it locks any row, or
 * takes `lockResolution…`: otherwise it could store the instant of a time zone that another transaction replaces.
 */
export async function lockTimeZoneShared(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, LOCK, { isShared: true });
}

/**
 * Changes the tenant's time zone. The caller then lets each library that stores days recompute their instants, in the
 * same transaction: `moveDirectoryDays` (#directory) and `moveDueDays` (#needs).
 * @returns false if the tenant already has that time zone
 * @throws Invalid naming `timeZone` if it is no IANA name, or PostgreSQL does not know it
 */
export async function changeTimeZone(tx: TenantTransaction, name: string): Promise<boolean> {
  if (!isTimeZone(name) || !(await isKnown(tx, name)))
    throw new Invalid([{ field: 'timeZone', message: 'must be the IANA name of a time zone, such as Europe/Berlin' }]);
  await lockInTenant(tx, LOCK);
  return (await tx.nativeUpdate(Tenant, { id: tx.tenantId, timeZone: { $ne: name } }, { timeZone: name })) > 0;
}

async function isKnown(tx: TenantTransaction, name: string): Promise<boolean> {
  const rows = await tx.execute<object[]>(
    sql`select from pg_timezone_names where lower(name) = lower(${name}) limit 1`,
  );
  return rows.length > 0;
}
