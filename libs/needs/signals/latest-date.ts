import type { DateText } from '#platform/text';
import { type ConnectorEvent, namedDate, namedExpiry } from '#signals';

/**
 * The date on which the data point of a need is due or expires; null: none of its signals has one.
 * @param events of its latest signals, the latest first
 */
export function latestDate(events: readonly ConnectorEvent[]): DateText | null {
  return events.map(namedDate).find((date) => date !== null) ?? null;
}

/**
 * The date on which that expires what a need is about: a source may also send an earlier one, by which it is to be
 * renewed. If there is no other, the date on which the data point is due; null: none of its signals has a date.
 */
export function latestExpiry(events: readonly ConnectorEvent[]): DateText | null {
  return events.map(namedExpiry).find((date) => date !== null) ?? latestDate(events);
}
