import { jsonFields } from '#platform/json';

/** An event of the connector API, as it was received. */
export type ConnectorEvent = Readonly<Record<string, unknown>>;

/** The values of the fields with these names, in `data` or in `data.payload`, in the order of the names. */
export function eventFields(event: ConnectorEvent, names: readonly string[]): unknown[] {
  const data = jsonFields(event['data']);
  const places = [data, jsonFields(data['payload'])];
  return names
    .flatMap((name) => places.map((place) => place[name]))
    .filter((value) => value !== undefined && value !== null);
}

/** A date, or a date and a time, in ISO 8601. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * Parses a value of an event as a date, which is its beginning in UTC, or a time, in UTC if it has no zone; else null.
 */
export function eventDate(value: unknown): Date | null {
  const text = typeof value === 'string' ? value.trim().replace(' ', 'T') : '';
  const time = TIME.exec(text);
  if (time === null && !DAY.test(text)) return null;
  const date = new Date(time === null ? text : `${text}${missingPart(time.groups?.['zone'])}`);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9_999 && isExisting(text.slice(0, 10)) ? date : null;
}

/** JavaScript reads no zone without minutes, as PostgreSQL writes it: `+01`. */
function missingPart(zone: string | undefined): string {
  if (zone === undefined) return 'Z';
  return /^[+-]\d\d$/.test(zone) ? ':00' : '';
}

/** False for 30 February, which JavaScript reads as 2 March. @param day that JavaScript reads */
function isExisting(day: string): boolean {
  return new Date(day).toISOString().startsWith(day);
}
