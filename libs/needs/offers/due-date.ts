import { DAY_MS, type DateText, isDay } from '#platform/text';
import type { ConnectorEvent } from '#signals';
import { latestDate } from '../signals/latest-date.js';

/** The default number of days until an assignment is due, by the need's severity. */
const DAYS: Readonly<Record<number, number>> = { 4: 7, 3: 14, 2: 30, 1: 90 };

/**
 * The due date of an assignment: the date of the latest signal that has one (`expires_at` and the like), if it is in
 * the future; else by severity.
 * @param events of the need's latest signals, the latest first
 * @param current the time, and the day in the tenant's time zone
 */
export function dueDate(
  events: readonly ConnectorEvent[],
  severity: number,
  { now, today }: { readonly now: Date; readonly today: string },
): DateText {
  const named = latestDate(events);
  // A day lasts until its end.
  if (named !== null && (isDay(named) ? named >= today : new Date(named) > now)) return named;
  return dueBySeverity(severity, now);
}

/** The due date of an assignment without a need, or whose need has no date. ISO 8601. */
export function dueBySeverity(severity: number, now: Date): string {
  return new Date(now.getTime() + (DAYS[severity] ?? 30) * DAY_MS).toISOString();
}
