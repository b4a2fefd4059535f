import { type ConnectorEvent, eventDate, eventFields } from '#signals';

/** The fields in which source systems send a date: in the data point or in its payload. */
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

/** The date in an event; null: none. */
export function namedDate(event: ConnectorEvent): Date | null {
  return (
    eventFields(event, FIELDS)
      .map(eventDate)
      .find((date) => date !== null)?.from ?? null
  );
}
