import type { DateText } from '#platform/text';
import { type ConnectorEvent, namedDate } from '#signals';

/**
 * The date on which the data point of a need is due or expires; null: none of its signals has one.
 * @param events of its latest signals, the latest first
 */
export function latestDate(events: readonly ConnectorEvent[]): DateText | null {
  return events.map(namedDate).find((date) => date !== null) ?? null;
}
