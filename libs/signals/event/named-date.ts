import { type DateText, isDay } from '#platform/text';
import { type ConnectorEvent, eventDate, eventFields } from './event-fields.js';

/** The fields in which source systems send the date on which something expires. */
const EXPIRY_FIELDS = ['expires_at', 'expiry_date', 'expires_on', 'valid_until'] as const;

/** The fields in which source systems send a due or expiry date: in the data point or in its payload. */
export const DATE_FIELDS = ['due_at', 'due_date', 'due', 'deadline', ...EXPIRY_FIELDS] as const;

/** When the data point of an event is due or expires; null: the event does not say. */
export function namedDate(event: ConnectorEvent): DateText | null {
  return firstDate(event, DATE_FIELDS);
}

/** When that what the data point of an event is about expires; null: the event does not say. */
export function namedExpiry(event: ConnectorEvent): DateText | null {
  return firstDate(event, EXPIRY_FIELDS);
}

/** The date in the first of these fields that has one, a day if it has no time; null: none. */
function firstDate(event: ConnectorEvent, fields: readonly string[]): DateText | null {
  return (
    eventFields(event, fields)
      .map(dateText)
      .find((date) => date !== null) ?? null
  );
}

/** A value of an event as a day or a time; null: it is neither. */
export function dateText(value: unknown): DateText | null {
  const text = eventDate(value)?.toISOString() ?? null;
  if (text === null) return null;
  return typeof value === 'string' && isDay(value.trim()) ? text.slice(0, 10) : text;
}
