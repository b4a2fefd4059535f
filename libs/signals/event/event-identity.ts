import { isJsonObject } from '#platform/json';
import { fold } from '#platform/text';
import type { ConnectorEvent } from './event-fields.js';
import { DATE_FIELDS, dateText } from './named-date.js';

/** Fields of `data` that say whom the data point is about. */
const AUDIENCE: ReadonlySet<string> = new Set(['external_worker_id', 'email', 'learner_id', 'site']);

const DATES: ReadonlySet<string> = new Set(DATE_FIELDS);

/**
 * Names of fields that identify one of the source's records, in snake case: `ref`, `incident_number`, `case_id`, and
 * when it happened.
 */
const REFERENCE =
  /reference|number|nummer|ticket|incident|occurred|happened|(?:^|_)(?:ids?|uuid|guid|refs?|no|nr|num|key|code|case)(?:_|$)/;

/** Names of counts, which may change from day to day: `number_of_days_overdue`, `no_of_people`. */
const COUNT = /(?:^|_)(?:number|num|no|nr)_of_(?:[a-z]+s|people)(?=_|$)/;

/**
 * Identifies the report of a data point by its audience, the dates on which it is due or expires, and the references of
 * the source's record, at any depth. The result is JSON with its fields in order. Case, accents and blanks of texts do
 * not matter, nor how a date is written. All other fields may change from one report of the same fact to the next.
 */
export function eventIdentity({ data }: ConnectorEvent): string {
  if (!isJsonObject(data)) return '[]';
  const named = Object.keys(data).filter((name) => name !== 'dedupe_key');
  return JSON.stringify(fieldsOf(data, named, (name) => AUDIENCE.has(name) || isReference(name)));
}

function fieldsOf(
  value: ConnectorEvent,
  names: readonly string[],
  counts: (name: string) => boolean,
): Array<[string, unknown]> {
  return names.toSorted().flatMap((name): Array<[string, unknown]> => {
    const identity = identityOf(name, value[name], counts(name));
    return identity === undefined ? [] : [[name, identity]];
  });
}

/**
 * Linear in the size of the value, whose depth the parser bounds. Undefined: it says nothing.
 * @param counts whether the field is a reference, or within one
 */
function identityOf(name: string, value: unknown, counts: boolean): unknown {
  if (Array.isArray(value)) {
    const ones = value.map((one: unknown) => identityOf(name, one, counts)).filter((one) => one !== undefined);
    return ones.length === 0 ? undefined : ones;
  }
  if (isJsonObject(value)) {
    const fields = fieldsOf(value, Object.keys(value), (inner) => counts || isReference(inner));
    return fields.length === 0 ? undefined : fields;
  }
  if (value === null || !(counts || DATES.has(name))) return undefined;
  const date = DATES.has(name) ? dateText(value) : null;
  return (date ?? fold(typeof value === 'string' ? value : JSON.stringify(value))) || undefined;
}

function isReference(name: string): boolean {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z\d]+/g, '_');
  return REFERENCE.test(words.toLowerCase().replace(COUNT, ''));
}
