import { sql } from '@mikro-orm/postgresql';
import { type TopicMatcher, coursesNamed } from '#catalog';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import type { ReportedCompletion } from './reported-completions.js';

/**
 * The UUIDs of the courses of each completion: the courses that it names or, if the library has none of these, the
 * courses that match its topic.
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
  const named = (name: string): string[] => {
    const id = ids.parse('crs', name);
    return id !== null && byId.has(id) ? [id] : coursesNamed(name, matcher);
  };
  const completed: string[][] = [];
  for (const { topic, courses } of reported) {
    const found = new Set<string>();
    for (const name of courses) {
      for (const id of named(name)) found.add(id);
      if (turnIsOver()) await nextTurn();
    }
    completed.push([...(found.size > 0 || topic === null ? found : new Set(named(topic)))]);
    if (turnIsOver()) await nextTurn();
  }
  return completed;
}

async function existing(tx: TenantTransaction, courseIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (courseIds.length === 0) return new Set();
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select id from course where tenant_id = ${tx.tenantId} and id = any (${sqlArray(courseIds)}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
