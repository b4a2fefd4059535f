import type { DataPoint } from '#signals';
import { parseEvent } from './parse-event.js';

/** The data point of a valid event. */
export function pointOf(body: Record<string, unknown>): DataPoint {
  const event = parseEvent(body);
  if (!event.ok) throw new Error(JSON.stringify(event.errors));
  return event.point;
}

/** The errors of an event by field; none: it is valid. */
export function errorsOf(body: Record<string, unknown>): Record<string, string> {
  const event = parseEvent(body);
  return event.ok ? {} : Object.fromEntries(event.errors.map(({ field, message }) => [field, message]));
}

/** An incident at Site A. */
export const incident = (data: Record<string, unknown>): Record<string, unknown> => ({
  event: 'signal.incident',
  data: { site: 'Site A', ...data },
});
