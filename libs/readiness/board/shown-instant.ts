import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';
import { isDay } from '#platform/text';
import { Calendar } from '../rule/calendar.js';
import { HAS_PENDING_NEEDS, type PendingNeeds, readPendingNeeds } from './pending-needs.js';

/** The instant that a board is asked for. */
export interface ShownInstant {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** True: the board as it is kept up to date; false: that of another time. */
  readonly isNow: boolean;
  /** Needs that the stored rows of now do not have yet; null: there are none, or another time is shown. */
  readonly pending: PendingNeeds | null;
}

/** @param asOf a day, which begins in the tenant's time zone, or an instant, both valid; undefined: now */
export async function shownInstant(
  tx: TenantTransaction,
  asOf: string | undefined,
  calendar: Calendar,
): Promise<ShownInstant> {
  if (asOf === undefined) return instantOfNow(tx);
  const at = isDay(asOf) ? calendar.startOf(asOf) : Date.parse(asOf);
  return { at, isNow: false, pending: null };
}

/** What decides which instant is shown, and whether the stored rows say all of it. */
export interface BoardClock {
  readonly timeZone: string;
  readonly hasPending: boolean;
}

/** The statement that reads it: one row. */
export function boardClock(tenantId: string): SqlFragment {
  return sql`select time_zone as "timeZone", ${HAS_PENDING_NEEDS} as "hasPending" from tenant
    where tenant.id = ${tenantId}`;
}

/** As {@link shownInstant}, with the calendar, in one statement if no need is pending: for the gate. */
export async function readInstant(
  tx: TenantTransaction,
  asOf: string | undefined,
): Promise<ShownInstant & { readonly calendar: Calendar }> {
  const [row] = await tx.execute<BoardClock[]>(boardClock(tx.tenantId));
  const calendar = Calendar.of(row?.timeZone ?? 'UTC');
  if (asOf === undefined && row?.hasPending !== true) return { at: Date.now(), isNow: true, pending: null, calendar };
  return { ...(await shownInstant(tx, asOf, calendar)), calendar };
}

export async function instantOfNow(tx: TenantTransaction): Promise<ShownInstant> {
  return { at: Date.now(), isNow: true, pending: await readPendingNeeds(tx) };
}
