import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { SynonymOrigin, SynonymStatus } from './topic-synonym.entity.js';

/** A need for which a person offered the course although another, or none, was recommended. */
export class LearnedFromView {
  /** Need that was offered another course than the recommended one: `need_…`. */
  needId: string;
  /** Who offered it: `user:<e-mail>` or `token:<name>`. */
  by: string;
  /** When it was offered, in UTC. */
  at: string;
  /** The recommended course; null: none. */
  recommendedCourseId: string | null;
}

/** A synonym: a topic that means a course or another topic to the tenant. */
export class SynonymView {
  /** Identifier with the prefix `syn_`. */
  id: string;
  /** Topic as source systems write it. */
  topic: string;
  /** The course it means; null if it means another topic. */
  courseId: string | null;
  /** Title of the course that it leads to; null: it leads to a topic. */
  courseTitle: string | null;
  /** The topic it means; null if it means a course. */
  means: string | null;
  /** Matching uses only `accepted` ones. A `rejected` one is suggested again after three more corrections. */
  status: SynonymStatus;
  /** `entered` by a person, or `learned` from courses that were offered instead of the recommended one. */
  origin: SynonymOrigin;
  /**
   * The number of corrections: a person offered this course for the topic although another one, or none, was
   * recommended. Needs that were offered together count once.
   */
  corrections: number;
  /** The latest corrections and who made them, for a person; empty if there are none. */
  why: string[];
  /** The needs of the latest corrections, at most five. */
  learnedFrom: LearnedFromView[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class SynonymPage {
  items: SynonymView[];
  nextCursor: string | null;
}

interface LearnedFromRow {
  readonly needId: string;
  readonly by: string;
  readonly at: string;
  readonly recommendedId: string | null;
  readonly recommendedTitle: string | null;
}

export type SynonymRow = Omit<SynonymView, 'why' | 'learnedFrom'> & {
  readonly learnedFrom: readonly LearnedFromRow[] | null;
};

/** The latest corrections come from the end of an index: an operation's id contains its time. */
export const SELECT_SYNONYMS = sql`
  select synonym.id, synonym.topic, synonym.course_id as "courseId", course.title as "courseTitle", synonym.means,
    synonym.status, synonym.origin, synonym.corrections, latest.corrections as "learnedFrom", synonym.version,
    synonym.created_at as "createdAt", synonym.updated_at as "updatedAt"
  from topic_synonym as synonym left join course on course.tenant_id = synonym.tenant_id
    and course.id = synonym.course_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('needId', need_id, 'by', actor, 'at', corrected_at, 'recommendedId',
          recommended_course_id, 'recommendedTitle', recommended.title)
      order by operation_id desc, need_id desc) as corrections
    from (
      select * from topic_correction where topic_correction.tenant_id = synonym.tenant_id
        and topic_correction.synonym_id = synonym.id
      order by operation_id desc, need_id desc limit 5
    ) as correction left join course as recommended on recommended.tenant_id = correction.tenant_id
    and recommended.id = correction.recommended_course_id
  ) as latest on true`;

export function synonymView({
  id,
  topic,
  courseId,
  courseTitle,
  means,
  status,
  origin,
  corrections,
  learnedFrom,
  version,
  createdAt,
  updatedAt,
}: SynonymRow): SynonymView {
  const latest = learnedFrom ?? [];
  return {
    id: ids.show('syn', id),
    topic,
    courseId: courseId === null ? null : ids.show('crs', courseId),
    courseTitle,
    means,
    status,
    origin,
    corrections,
    why: [...new Set(latest.map((correction) => inWords(correction, courseTitle)))],
    learnedFrom: latest.map(({ needId, by, at, recommendedId }) => ({
      needId: ids.show('need', needId),
      by,
      at: isoTime(at),
      recommendedCourseId: recommendedId === null ? null : ids.show('crs', recommendedId),
    })),
    version,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}

function inWords({ by, recommendedId, recommendedTitle }: LearnedFromRow, courseTitle: string | null): string {
  const instead =
    recommendedId === null
      ? 'where no course was recommended'
      : `instead of ${recommendedTitle ?? 'a course that is gone'}`;
  return `${by} offered ${courseTitle ?? 'it'} ${instead}`;
}
