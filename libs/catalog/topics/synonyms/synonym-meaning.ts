import { type Transaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Course } from '../../courses/course.entity.js';
import { topicKey } from '../../matching/words/topic-key.js';
import { UnknownCourse } from './synonym.errors.js';

/** What a topic means: exactly one of a course (its UUID) and another topic. */
export interface Meaning {
  readonly courseId: string | null;
  readonly means: string | null;
}

/**
 * Reads the meaning that a body gives a topic.
 * @throws Invalid if it gives none or two, if there is no such course, and if the topic would mean itself
 */
export async function readMeaning(
  tx: Transaction,
  topic: string,
  { courseId, means }: { courseId?: string; means?: string },
): Promise<Meaning> {
  if ((courseId === undefined) === (means === undefined)) {
    throw new Invalid([
      { field: means === undefined ? 'courseId' : 'means', message: 'exactly one of courseId and means must be given' },
    ]);
  }
  if (means !== undefined) {
    if (topicKey(means) === topicKey(topic)) throw new Invalid([{ field: 'means', message: 'must be another topic' }]);
    return { courseId: null, means };
  }
  const id = ids.parse('crs', courseId ?? '');
  if (id === null || (await tx.count(Course, { id })) === 0) throw new UnknownCourse();
  return { courseId: id, means: null };
}
