import { sql } from '@mikro-orm/postgresql';
import { type TopicMatcher, coursesNamed, topicIdentity } from '#catalog';
import { type TenantTransaction, anyTenant, byKey, ids, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { ReportedCompletion } from './reported-completions.js';

/**
 * The UUIDs of the courses of each completion: the courses that it names or, if the library has none of these, the
 * courses that match its topic. Archived ones are not matched. One that the worker still has to take, or whose
 * completion is reported again, counts by its title: if the completion names it or, if it names no known course, if the
 * topic does.
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
  const archived = await archivedOfWorkers(tx, reported);
  const inLibrary = (name: string): string[] => {
    const id = ids.parse('crs', name);
    return id !== null && byId.has(id) ? [id] : coursesNamed(name, matcher);
  };
  const completed: string[][] = [];
  for (const { topic, courses, workerId } of reported) {
    const toTake = archived.get(workerId ?? '');
    const inArchive = (name: string): readonly string[] => toTake?.get(topicIdentity(name)) ?? [];
    const byName = await ofEach(courses, inLibrary);
    const archivedByName = courses.flatMap(inArchive);
    const byTopic = topic === null || byName.length > 0 ? [] : await ofEach([topic], inLibrary);
    const archivedByTopic = topic === null || byName.length + archivedByName.length > 0 ? [] : inArchive(topic);
    completed.push([...new Set([...byName, ...archivedByName, ...byTopic, ...archivedByTopic])]);
    if (mustYield()) await yieldToEventLoop();
  }
  return completed;
}

/** Finds the courses of each name, and lets other work run after each: a name is compared with the whole library. */
async function ofEach(names: readonly string[], find: (name: string) => string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    found.push(...find(name));
    if (mustYield()) await yieldToEventLoop();
  }
  return found;
}

/**
 * The archived courses that people still have to take, and those that they have completed at the reported times, by the
 * worker's UUID and the identity of their title.
 */
async function archivedOfWorkers(
  tx: TenantTransaction,
  reported: readonly ReportedCompletion[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>> {
  const workers = sqlArray([...new Set(reported.flatMap(({ workerId }) => workerId ?? []))]);
  // A person may have thousands of completions, and few courses are archived: the index has both.
  const isTheirs = sql`tenant_id = ${anyTenant(tx.tenantId)} and worker_id = named.key
    and course_id = any (array (select id from course where tenant_id = ${tx.tenantId} and status = 'archived'))`;
  const times = sqlArray(
    reported.flatMap(({ completedOn, completedAt, namedAt }) => [
      completedAt,
      namedAt ?? completedAt,
      // As earlier releases have stored a day whose source wrote its beginning in UTC.
      ...(completedOn === null ? [] : [`${completedOn}T00:00:00Z`]),
    ]),
  );
  const days = sqlArray(reported.flatMap(({ completedOn }) => completedOn ?? []));
  const rows = await tx.execute<Array<{ workerId: string; id: string; title: string }>>(sql`
    select taken.worker_id as "workerId", course.id, course.title
    from (
      select worker_id, course_id from unnest(${workers}::uuid[]) as named (key)
        cross join lateral ${byKey('assignment', sql`${isTheirs} and status = 'assigned'`)}
      union
      select worker_id, course_id from unnest(${workers}::uuid[]) as named (key)
        cross join lateral ${byKey('completion', isTheirs)}
      where completed_at = any (${times}::timestamptz[]) or named_at = any (${times}::timestamptz[])
        or completed_on = any (${days}::date[])
    ) as taken join course on course.tenant_id = ${anyTenant(tx.tenantId)} and course.id = taken.course_id`);
  const archived = new Map<string, Map<string, string[]>>();
  for (const { workerId, id, title } of rows) {
    const ofWorker = archived.get(workerId) ?? new Map<string, string[]>();
    const identity = topicIdentity(title);
    archived.set(workerId, ofWorker.set(identity, [...(ofWorker.get(identity) ?? []), id]));
    if (mustYield()) await yieldToEventLoop();
  }
  return archived;
}

async function existing(tx: TenantTransaction, courseIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (courseIds.length === 0) return new Set();
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select id from course where tenant_id = ${tx.tenantId} and id = any (${sqlArray(courseIds)}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
