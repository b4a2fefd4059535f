import { fold } from '#platform/text';
import type { ConnectorEvent } from './event-fields.js';
import { DATE_FIELDS, dateText } from './named-date.js';

/** Fields of `data` that the dedupe key or the content has already, or that say what to do with the data point. */
const KNOWN: ReadonlySet<string> = new Set(['topic', 'dedupe_key', 'action']);

/** Fields, at any depth, that say when a data point was sent, or count down to its date: each night's value is another. */
const OF_SENDING: ReadonlySet<string> = new Set([
  'sent_at',
  'exported_at',
  'generated_at',
  'synced_at',
  'days_left',
  'days_remaining',
  'days_until_expiry',
]);

const DATES: ReadonlySet<string> = new Set(DATE_FIELDS);

/**
 * What tells one report of a data point from another: all values of `data`, as `path=value` in a fixed order. Case, accents
 * and blanks of texts do not matter, nor how a date is written. An unknown field counts too: a report that is taken for
 * new is seen again, but one that is taken for a repetition is lost.
 */
export function eventIdentity({ data }: ConnectorEvent): string[] {
  if (!isObject(data)) return [];
  return Object.entries(data)
    .flatMap(([name, value]) => (KNOWN.has(name) ? [] : valuesOf(name, name, value)))
    .toSorted();
}

/** Linear in the size of the value, whose depth the parser bounds. */
function valuesOf(path: string, name: string, value: unknown): string[] {
  if (value === null || OF_SENDING.has(name)) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => valuesOf(`${path}/${index}`, name, one));
  if (isObject(value)) return Object.entries(value).flatMap(([inner, one]) => valuesOf(`${path}/${inner}`, inner, one));
  const date = DATES.has(name) ? dateText(value) : null;
  const text = date ?? fold(typeof value === 'string' ? value : JSON.stringify(value));
  return text === '' ? [] : [`${path}=${text}`];
}

function isObject(value: unknown): value is ConnectorEvent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
