import { dateColumns } from '#platform/text';
import { type ConnectorEvent, eventFields } from '../event/event-fields.js';
import { firstDate } from '../event/named-date.js';

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

/** The day or the time that an event names. */
export function completionDate(event: ConnectorEvent): ReturnType<typeof dateColumns> {
  return dateColumns(firstDate(event, COMPLETION_DATE_FIELDS));
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
