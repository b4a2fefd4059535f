import { ids } from '#platform/database';

/** A suggestion in the format of the audit log. */
export function shownSuggestion({
  topic,
  courseId,
  corrections,
}: {
  topic: string;
  courseId: string;
  corrections: number;
}): object {
  return { topic, courseId: ids.show('crs', courseId), status: 'suggested', corrections };
}
