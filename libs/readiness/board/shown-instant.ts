import type { TenantTransaction } from '#platform/database';
import type { Calendar } from '../rule/calendar.js';
import { type PendingNeeds, readPendingNeeds } from './pending-needs.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
  const at = DAY.test(asOf) ? calendar.startOf(asOf) : Date.parse(asOf);
  return { at, isNow: false, pending: null };
}

export async function instantOfNow(tx: TenantTransaction): Promise<ShownInstant> {
  return { at: Date.now(), isNow: true, pending: await readPendingNeeds(tx) };
}
