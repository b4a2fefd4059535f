/** Where a source system writes a date: in the data point or in its payload. */
const FIELDS = ['due_at', 'due_date', 'due', 'deadline', 'expires_at', 'expiry_date', 'expires_on', 'valid_until'] as const;

/** Days that people have where neither a person nor the signal says when, by the need's severity. */
const DAYS: Readonly<Record<number, number>> = { 4: 7, 3: 14, 2: 30, 1: 90 };
const DAY_MS = 24 * 3_600 * 1_000;

/** ISO 8601: a date, or a date and a time. */
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** An event of the connector API, as it was sent. */
export type SentEvent = Readonly<Record<string, unknown>>;

/**
 * When an assignment is due: when the latest signal that names a date says so (`expires_at` and the like), as long as that lies ahead; what
 * has expired already is due by its severity.
 * @param events of the need's latest signals, the latest first
 */
export function dueDate(events: readonly SentEvent[], severity: number, now: Date): Date {
  const named = events.map(namedDate).find((date) => date !== null) ?? null;
  if (named !== null && named > now) return named;
  return new Date(now.getTime() + (DAYS[severity] ?? 30) * DAY_MS);
}

/** The date that an event names; null: none. */
export function namedDate(event: SentEvent): Date | null {
  const data = record(event['data']);
  const places = [data, record(data['payload'])];
  const texts = FIELDS.flatMap((field) => places.map((place) => place[field]));
  return texts.map(parsed).find((date) => date !== null) ?? null;
}

/** A date without a time, and a time without a zone, are taken in UTC. */
function parsed(value: unknown): Date | null {
  if (typeof value !== 'string' || !ISO.test(value.trim())) return null;
  const text = value.trim().replace(' ', 'T');
  const date = new Date(/T/.test(text) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9_999 ? null : date;
}

function record(value: unknown): SentEvent {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
