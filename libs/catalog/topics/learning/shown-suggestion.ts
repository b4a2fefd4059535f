import { ids } from '#platform/database';

/** A suggestion as the audit log tells of it. */
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
