import { type ConnectorEvent, eventDate, eventFields } from '#signals';

/** Where a source system writes a date: in the data point or in its payload. */
const FIELDS = [
  'due_at',
  'due_date',
  'due',
  'deadline',
  'expires_at',
  'expiry_date',
  'expires_on',
  'valid_until',
] as const;

/** The date that an event names; null: none. */
export function namedDate(event: ConnectorEvent): Date | null {
  return (
    eventFields(event, FIELDS)
      .map(eventDate)
      .find((date) => date !== null)?.from ?? null
  );
}
