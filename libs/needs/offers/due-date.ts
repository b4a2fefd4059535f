import type { ConnectorEvent } from '#signals';
import { namedDate } from '../signals/named-date.js';

/** Days that people have where neither a person nor the signal says when, by the need's severity. */
const DAYS: Readonly<Record<number, number>> = { 4: 7, 3: 14, 2: 30, 1: 90 };
const DAY_MS = 24 * 3_600 * 1_000;

/**
 * When an assignment is due: when the latest signal that names a date says so (`expires_at` and the like), as long as
 * that lies ahead; what has expired already is due by its severity.
 * @param events of the need's latest signals, the latest first
 */
export function dueDate(events: readonly ConnectorEvent[], severity: number, now: Date): Date {
  const named = events.map(namedDate).find((date) => date !== null) ?? null;
  if (named !== null && named > now) return named;
  return new Date(now.getTime() + (DAYS[severity] ?? 30) * DAY_MS);
}
