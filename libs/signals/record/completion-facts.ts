import { dateColumns } from '#platform/text';
import { type ConnectorEvent, eventFields } from '../event/event-fields.js';
import { dateText } from '../event/named-date.js';

/** Fields in which learning systems send the time of a completion. */
export const COMPLETION_DATE_FIELDS = [
  'completed_at',
  'completedAt',
  'completed_on',
  'completion_date',
  'date_completed',
  'completed',
  'finished_at',
  'passed_at',
];
/** Fields in which they send the course: a title, a code, or an id of the library (`crs_…`). */
const COURSE_FIELDS = [
  'course_id',
  'course',
  'course_title',
  'course_name',
  'course_code',
  'external_course_id',
  'training',
  'training_title',
];
const MAX_NAME_LENGTH = 255;
const MAX_NAMES = 5;

/** The facts of a completion in an event, besides worker and topic. */
export interface CompletionFacts {
  /** The day that the event names without a time, `2027-01-31`; null: it names none. */
  readonly completedOn: string | null;
  /** The latest time at which it was completed: on that day, it may have been earlier. */
  readonly completedAt: Date;
  /** Names that may identify the course. */
  readonly courses: readonly string[];
}

/** A time at midnight, in any zone. */
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * The day or the time that an event names. Midnight is the day: that is how many systems write a date without a time,
 * and a completion at the beginning of its day would answer nothing that was raised on it.
 */
export function completionDate(event: ConnectorEvent): ReturnType<typeof dateColumns> {
  for (const value of eventFields(event, COMPLETION_DATE_FIELDS)) {
    const date = dateText(value);
    if (date !== null) return dateColumns(dayOfMidnight(value) ?? date);
  }
  return dateColumns(null);
}

function dayOfMidnight(value: unknown): string | null {
  return typeof value === 'string' ? (MIDNIGHT.exec(value.trim())?.[1] ?? null) : null;
}

/**
 * Reads an event about a completion, which is no later than the event was first received.
 * @param firstReceivedAt when the event was received for the first time
 */
export function completionFacts(event: ConnectorEvent, firstReceivedAt: Date): CompletionFacts {
  const { day, time } = completionDate(event);
  const named = time === null ? firstReceivedAt : new Date(time);
  const courses = eventFields(event, COURSE_FIELDS).flatMap((value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= MAX_NAME_LENGTH ? [value.trim()] : [],
  );
  return {
    completedOn: day,
    completedAt: named < firstReceivedAt ? named : firstReceivedAt,
    courses: [...new Set(courses)].slice(0, MAX_NAMES),
  };
}
