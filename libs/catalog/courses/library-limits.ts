import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { LibraryFull } from './course.errors.js';

/*
 * What the published library of a tenant may hold (docs/matching.md, "Limits"): as much as fits into memory once it is
 * prepared for matching. Changes that run at the same time may exceed a limit by the number of these changes. That is
 * harmless, because the preparation has a limit in bytes of its own.
 */
export const MAX_PUBLISHED_COURSES = 20_000;
/** Titles and topics of published courses. */
const MAX_NAMES = 30_000;
/** Only accepted synonyms are used in matching. */
export const MAX_ACCEPTED_SYNONYMS = 5_000;

/** The title and the topics of one course, at most (`course.dto.ts`). */
const MAX_NAMES_OF_A_COURSE = 51;

interface Added {
  readonly courses: number;
  /** Titles and topics. */
  readonly names: number;
}

/** Checks that the published library has room for more courses and names. @throws LibraryFull */
export async function demandRoom(tx: TenantTransaction, added: Added): Promise<void> {
  const courses = (await countPublished(tx)) + added.courses;
  if (courses > MAX_PUBLISHED_COURSES) throw new LibraryFull('20,000 published courses');
  // So few courses cannot have too many names, so the names are not counted.
  if (courses * MAX_NAMES_OF_A_COURSE <= MAX_NAMES) return;
  const names = (await countNames(tx)) + added.names;
  if (names > MAX_NAMES) throw new LibraryFull('30,000 titles and topics of published courses');
}

/** Counts in an index (`course_by_status`), and stops above the limit. */
async function countPublished(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.execute<Array<{ courses: number }>>(
    sql`select count(*)::integer as courses from (
       select from course where tenant_id = ${tx.tenantId} and status = 'published' limit ${MAX_PUBLISHED_COURSES + 1}
     ) as published`,
  );
  return row?.courses ?? 0;
}

/** Reads the topics of all published courses, which the limit itself keeps small. */
async function countNames(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.execute<Array<{ names: number }>>(
    sql`select coalesce(sum(1 + cardinality(topics)), 0)::integer as names from course
     where tenant_id = ${tx.tenantId} and status = 'published'`,
  );
  return row?.names ?? 0;
}
