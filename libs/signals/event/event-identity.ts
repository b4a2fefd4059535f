import type { ConnectorEvent } from './event-fields.js';
import { DATE_FIELDS, dateText } from './named-date.js';

/** The fields in which source systems name their own record of what they report. */
const REFERENCE_FIELDS = ['ref', 'reference', 'id'] as const;

/**
 * What tells one report of a data point from another, whatever else its payload has: the dates on which it is due or
 * expires, and the reference of the source's record, as `name=value`.
 */
export function eventIdentity({ data }: ConnectorEvent): string[] {
  if (!isObject(data)) return [];
  const places = isObject(data['payload']) ? [data, data['payload']] : [data];
  return places.flatMap((place) => [
    ...valuesOf(place, DATE_FIELDS, (value) => dateText(value)),
    ...valuesOf(place, REFERENCE_FIELDS, () => null),
  ]);
}

function valuesOf(
  place: ConnectorEvent,
  names: readonly string[],
  normalized: (value: unknown) => string | null,
): string[] {
  return names.flatMap((name) => {
    const value = place[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = normalized(value) ?? String(value).trim();
    return text === '' ? [] : `${name}=${text}`;
  });
}

function isObject(value: unknown): value is ConnectorEvent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
