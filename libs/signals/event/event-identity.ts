import { fold } from '#platform/text';
import type { ConnectorEvent } from './event-fields.js';
import { DATE_FIELDS, dateText } from './named-date.js';

/** Fields of `data` that the dedupe key or the content has already, or that say what to do with the data point. */
const KNOWN: ReadonlySet<string> = new Set(['topic', 'dedupe_key', 'action']);

/**
 * Fields, at any depth, that say when a data point was sent, or count down to its date: each night's value is another.
 */
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
 * Identifies the report of a data point: all values of `data`, as JSON with its fields in order. Case, accents and
 * blanks of texts do not matter, nor how a date is written. An unknown field counts too: a report that is taken for new
 * is seen again, but one that is taken for a repetition is lost.
 */
export function eventIdentity({ data }: ConnectorEvent): string {
  return isObject(data) ? JSON.stringify(fieldsOf(data, KNOWN)) : '[]';
}

/** Linear in the size of the value, whose depth the parser bounds. Undefined: it says nothing. */
function identityOf(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => identityOf(name, one));
  if (isObject(value)) {
    const fields = fieldsOf(value, OF_SENDING);
    return fields.length === 0 ? undefined : fields;
  }
  if (value === null) return undefined;
  const date = DATES.has(name) ? dateText(value) : null;
  return (date ?? fold(typeof value === 'string' ? value : JSON.stringify(value))) || undefined;
}

function fieldsOf(value: ConnectorEvent, left: ReadonlySet<string>): Array<[string, unknown]> {
  return Object.keys(value)
    .toSorted()
    .flatMap((name): Array<[string, unknown]> => {
      const identity = left.has(name) || OF_SENDING.has(name) ? undefined : identityOf(name, value[name]);
      return identity === undefined ? [] : [[name, identity]];
    });
}

function isObject(value: unknown): value is ConnectorEvent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
