import { jsonFields } from '#platform/json';
import { fold } from '#platform/text';
import type { Person } from './person.js';

/**
 * Fields of own records that are replaced whatever they contain: keys of the person, and what people wrote about them.
 */
const PERSONAL: ReadonlySet<string> = new Set([
  'external_worker_id',
  'externalWorkerId',
  'email',
  'learner_id',
  'learnerId',
  'note',
]);

/** Fields of an event that say what must be learned, and nothing about whom. */
const KEPT_OF_EVENT: ReadonlySet<string> = new Set(['type', 'topic', 'category', 'severity', 'site', 'action']);

/** Replaces what names the person in the value of a column. @param isOwn the row is about the person */
export function eraseColumn(column: string, value: string, person: Person, isOwn: boolean): string {
  return isOwn && PERSONAL.has(column) ? person.pseudonym : eraseText(value, person, isOwn);
}

/** As {@link eraseColumn}, for JSON: texts, numbers that are keys, and names of fields. Linear in its size. */
export function eraseJson(value: unknown, person: Person, isOwn: boolean): unknown {
  if (typeof value === 'string') return eraseText(value, person, isOwn);
  if (typeof value === 'number') return isOwn && person.values.has(String(value)) ? person.pseudonym : value;
  if (JSON.isRawJSON(value)) return isOwn && person.values.has(value.rawJSON) ? person.pseudonym : value;
  if (Array.isArray(value)) return value.map((one: unknown) => eraseJson(one, person, isOwn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      eraseText(name, person, false),
      isOwn && PERSONAL.has(name) && inner !== null ? person.pseudonym : eraseJson(inner, person, isOwn),
    ]),
  );
}

/** An own event: what had to be learned stays, the rest of the payload goes. */
export function eraseEvent(event: unknown, person: Person): unknown {
  const { event: name, data } = jsonFields(event);
  const kept = Object.entries(jsonFields(data)).filter(([field]) => KEPT_OF_EVENT.has(field));
  return eraseJson(
    { event: name, data: { ...Object.fromEntries(kept), external_worker_id: person.pseudonym } },
    person,
    true,
  );
}

function eraseText(text: string, person: Person, isOwn: boolean): string {
  if (isOwn && person.values.has(fold(text))) return person.pseudonym;
  const naming = isOwn ? person.inOwn : person.distinctive;
  return naming === null ? text : text.replaceAll(naming.pattern, person.pseudonym);
}
