/** An event of the connector API, as it was received. */
export type ConnectorEvent = Readonly<Record<string, unknown>>;

/** The values of the fields with these names, in `data` or in `data.payload`, in the order of the names. */
export function eventFields(event: ConnectorEvent, names: readonly string[]): unknown[] {
  const data = record(event['data']);
  const places = [data, record(data['payload'])];
  return names
    .flatMap((name) => places.map((place) => place[name]))
    .filter((value) => value !== undefined && value !== null);
}

function record(value: unknown): ConnectorEvent {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A date, or a date and a time, in ISO 8601. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/;
const DAY_MS = 24 * 3_600 * 1_000;

/** A date or time in an event. A time without a zone is in UTC. */
export interface EventDate {
  /** For a date without a time, the start of the day. */
  readonly from: Date;
  /** For a date without a time, the end of the day. */
  readonly to: Date;
}

/** Parses a value of an event as a date or time; null if it is neither. */
export function eventDate(value: unknown): EventDate | null {
  const text = typeof value === 'string' ? value.trim().replace(' ', 'T') : '';
  const time = TIME.exec(text);
  if (time === null && !DAY.test(text)) return null;
  const from = new Date(time === null || time.groups?.['zone'] !== undefined ? text : `${text}Z`);
  if (Number.isNaN(from.getTime()) || from.getUTCFullYear() > 9_999) return null;
  return { from, to: time === null ? new Date(from.getTime() + DAY_MS - 1) : from };
}
