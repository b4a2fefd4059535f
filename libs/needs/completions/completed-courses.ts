import { sql } from '@mikro-orm/postgresql';
import { type TopicMatcher, coursesNamed, topicIdentity } from '#catalog';
import { type TenantTransaction, anyTenant, ids, sqlArray } from '#platform/database';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import type { ReportedCompletion } from './reported-completions.js';

/**
 * The UUIDs of the courses of each completion: the courses that it names or, if the library has none of these, the
 * courses that match its topic. Archived ones are not matched; one that the worker still has to take counts by its
 * title.
 */
export async function completedCourses(
  tx: TenantTransaction,
  reported: readonly ReportedCompletion[],
  matcher: TopicMatcher,
): Promise<string[][]> {
  const byId = await existing(
    tx,
    reported.flatMap(({ courses }) => courses.flatMap((name) => ids.parse('crs', name) ?? [])),
  );
  const archived = await archivedOfWorkers(
    tx,
    reported.flatMap(({ workerId }) => workerId ?? []),
  );
  const inLibrary = (name: string): string[] => {
    const id = ids.parse('crs', name);
    return id !== null && byId.has(id) ? [id] : coursesNamed(name, matcher);
  };
  const completed: string[][] = [];
  for (const { topic, courses, workerId } of reported) {
    const toTake = archived.get(workerId ?? '') ?? [];
    const inArchive = (name: string): string[] =>
      toTake.flatMap(({ id, title }) => (topicIdentity(title) === topicIdentity(name) ? [id] : []));
    const found = [inLibrary, inArchive].flatMap((named) => {
      const byName = courses.flatMap(named);
      return byName.length > 0 || topic === null ? byName : named(topic);
    });
    completed.push([...new Set(found)]);
    if (turnIsOver()) await nextTurn();
  }
  return completed;
}

interface ArchivedCourse {
  readonly id: string;
  readonly title: string;
}

/** The archived courses that people still have to take, by the worker's UUID. */
async function archivedOfWorkers(
  tx: TenantTransaction,
  workerIds: readonly string[],
): Promise<Map<string, ArchivedCourse[]>> {
  const rows = await tx.execute<Array<ArchivedCourse & { workerId: string }>>(sql`
    select assignment.worker_id as "workerId", course.id, course.title
    from assignment join course on course.tenant_id = ${anyTenant(tx.tenantId)} and course.id = assignment.course_id
      and course.status = 'archived'
    where assignment.tenant_id = ${tx.tenantId} and assignment.worker_id = any (${sqlArray(workerIds)}::uuid[])
      and assignment.status = 'assigned'`);
  return Map.groupBy(rows, ({ workerId }) => workerId);
}

async function existing(tx: TenantTransaction, courseIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (courseIds.length === 0) return new Set();
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select id from course where tenant_id = ${tx.tenantId} and id = any (${sqlArray(courseIds)}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
