import { type DateText, isDay } from '#platform/text';
import { type ConnectorEvent, eventDate, eventFields } from './event-fields.js';

/** The fields in which source systems send a date: in the data point or in its payload. */
export const DATE_FIELDS = [
  'due_at',
  'due_date',
  'due',
  'deadline',
  'expires_at',
  'expiry_date',
  'expires_on',
  'valid_until',
] as const;

/** The date in an event, a day if it has no time; null: none. */
export function namedDate(event: ConnectorEvent): DateText | null {
  return (
    eventFields(event, DATE_FIELDS)
      .map(dateText)
      .find((date) => date !== null) ?? null
  );
}

/** A value of an event as a day or a time; null: it is neither. */
export function dateText(value: unknown): DateText | null {
  const { from = null } = eventDate(value) ?? {};
  if (from === null || from.getUTCFullYear() < 1) return null;
  const text = from.toISOString();
  return typeof value === 'string' && isDay(value.trim()) ? text.slice(0, 10) : text;
}
