import { sql } from '@mikro-orm/postgresql';
import { FIRST_ID, type OfTenant, type TenantTransaction, type Transaction, sqlArray } from '#platform/database';
import { MAX_ACCEPTED_SYNONYMS, MAX_PUBLISHED_COURSES } from '../../courses/library-limits.js';
import type { Synonym } from '../matcher-with-synonyms.js';
import type { MatchableCourse } from '../topic-matcher.js';

/** Courses of the first page, which shows whether a library is large, and of each further page. */
const FIRST_PAGE = 250;
const PAGE = 1_000;
/** Characters of titles and topics on the first page from which on a library is large. */
const LARGE = 100_000;

/** The first page of a tenant's published courses, ordered by id. */
export function firstCourses(tx: TenantTransaction): Promise<MatchableCourse[]> {
  return readPage(tx, FIRST_ID, FIRST_PAGE);
}

/** Whether preparing a library with this first page takes long or needs much memory. */
export function isLarge(first: readonly MatchableCourse[]): boolean {
  return first.length === FIRST_PAGE || first.reduce((sum, course) => sum + charactersOf(course), 0) > LARGE;
}

function charactersOf({ title, topics }: MatchableCourse): number {
  return topics.reduce((sum, topic) => sum + topic.length, title.length);
}

/**
 * All published courses: those of the first page and the rest, page by page, because the rows of one result are handled
 * without a pause.
 */
export async function allCourses(tx: TenantTransaction, first: readonly MatchableCourse[]): Promise<MatchableCourse[]> {
  const courses = [...first];
  let last = first.length < FIRST_PAGE ? undefined : first.at(-1);
  while (last !== undefined && courses.length < MAX_PUBLISHED_COURSES) {
    const next = await readPage(tx, last.id, Math.min(PAGE, MAX_PUBLISHED_COURSES - courses.length));
    courses.push(...next);
    last = next.length < PAGE ? undefined : next.at(-1);
  }
  return courses;
}

function readPage(tx: TenantTransaction, after: string, limit: number): Promise<MatchableCourse[]> {
  return tx.execute<MatchableCourse[]>(
    sql`select id, title, topics, category from course
     where tenant_id = ${tx.tenantId} and status = 'published' and id > ${after}::uuid order by id limit ${limit}`,
  );
}

/** The accepted synonyms, oldest first. */
export function acceptedSynonyms(tx: TenantTransaction): Promise<Synonym[]> {
  return tx.execute<Synonym[]>(
    sql`select topic, course_id as "courseId", means from topic_synonym
     where tenant_id = ${tx.tenantId} and status = 'accepted' order by id limit ${MAX_ACCEPTED_SYNONYMS}`,
  );
}

/** Synonyms of each tenant that are read with those of others. */
const FEW_SYNONYMS = 250;

/** What a small library consists of. */
export interface SmallLibrary {
  readonly courses: readonly MatchableCourse[];
  readonly synonyms: readonly Synonym[];
}

/**
 * The small libraries of several tenants, in two statements; the large ones, which are read page by page, are left out.
 */
export async function smallLibraries(
  tx: Transaction,
  tenantIds: readonly string[],
): Promise<ReadonlyMap<string, SmallLibrary>> {
  const given = sql`unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)`;
  const courses = Map.groupBy(
    await tx.execute<Array<MatchableCourse & OfTenant>>(sql`
      select given.id as "tenantId", course.* from ${given} cross join lateral (
        select id, title, topics, category from course
        where tenant_id = given.id and status = 'published' order by id limit ${FIRST_PAGE}
      ) as course`),
    ({ tenantId }) => tenantId,
  );
  const synonyms = Map.groupBy(
    await tx.execute<Array<Synonym & OfTenant>>(sql`
      select given.id as "tenantId", synonym.* from ${given} cross join lateral (
        select topic, course_id as "courseId", means from topic_synonym
        where tenant_id = given.id and status = 'accepted' order by id limit ${FEW_SYNONYMS}
      ) as synonym`),
    ({ tenantId }) => tenantId,
  );
  return new Map(
    tenantIds
      .map((tenantId): [string, SmallLibrary] => [
        tenantId,
        { courses: courses.get(tenantId) ?? [], synonyms: synonyms.get(tenantId) ?? [] },
      ])
      .filter(([, library]) => !isLarge(library.courses) && library.synonyms.length < FEW_SYNONYMS),
  );
}
