import { type ConnectorEvent, eventDate, eventFields } from '../event/event-fields.js';

/** Fields in which learning systems send the time of a completion. */
const DATE_FIELDS = [
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
  readonly completedAt: Date;
  /** Names that may identify the course. */
  readonly courses: readonly string[];
}

/**
 * Reads an event about a completion. A date without a time counts as the end of that day, but no later than the event
 * was first received.
 * @param firstReceivedAt when the event was received for the first time
 */
export function completionFacts(event: ConnectorEvent, firstReceivedAt: Date): CompletionFacts {
  const named =
    eventFields(event, DATE_FIELDS)
      .map(eventDate)
      .find((date) => date !== null)?.to ?? firstReceivedAt;
  const courses = eventFields(event, COURSE_FIELDS).flatMap((value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= MAX_NAME_LENGTH ? [value.trim()] : [],
  );
  return {
    completedAt: named < firstReceivedAt ? named : firstReceivedAt,
    courses: [...new Set(courses)].slice(0, MAX_NAMES),
  };
}
