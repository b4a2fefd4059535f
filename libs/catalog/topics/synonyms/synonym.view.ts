import { ids, isoTime } from '#platform/database';
import type { SynonymOrigin, SynonymStatus } from './topic-synonym.entity.js';

/** What a topic means to the tenant: a course, or another topic. */
export class SynonymView {
  id: string;
  topic: string;
  /** The course it means; null where it means another topic. */
  courseId: string | null;
  courseTitle: string | null;
  /** The topic it means; null where it means a course. */
  means: string | null;
  /** Only `accepted` ones count in matching; a `rejected` one is not suggested again. */
  status: SynonymStatus;
  /** `entered` by a person, or `learned` from what was offered instead of the recommended course. */
  origin: SynonymOrigin;
  /** How often an admin offered this course for the topic although another, or none, was recommended. */
  corrections: number;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class SynonymPage {
  items: SynonymView[];
  nextCursor: string | null;
}

export type SynonymRow = SynonymView;

export const SELECT_SYNONYMS = `
  select synonym.id, synonym.topic, synonym.course_id as "courseId", course.title as "courseTitle", synonym.means, synonym.status, synonym.origin,
    synonym.corrections, synonym.version, synonym.created_at as "createdAt", synonym.updated_at as "updatedAt"
  from topic_synonym as synonym left join course on course.tenant_id = synonym.tenant_id and course.id = synonym.course_id`;

export function synonymView({ id, topic, courseId, courseTitle, means, status, origin, corrections, version, createdAt, updatedAt }: SynonymRow): SynonymView {
  return {
    id: ids.show('syn', id),
    topic,
    courseId: courseId === null ? null : ids.show('crs', courseId),
    courseTitle,
    means,
    status,
    origin,
    corrections,
    version,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
