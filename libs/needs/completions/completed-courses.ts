import { sql } from '@mikro-orm/postgresql';
import { type TopicMatcher, coursesNamed } from '#catalog';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';
import { nextTurn, turnIsOver } from '#platform/lifecycle';
import type { ToldCompletion } from './told-completions.js';

/**
 * The courses that completions are of, in their order, by UUID: those that they name or, where the library has none of
 * these, those that their topic means.
 */
export async function completedCourses(
  tx: TenantTransaction,
  told: readonly ToldCompletion[],
  matcher: TopicMatcher,
): Promise<string[][]> {
  const byId = await existing(
    tx,
    told.flatMap(({ courses }) => courses.flatMap((name) => ids.parse('crs', name) ?? [])),
  );
  const named = (name: string): string[] => {
    const id = ids.parse('crs', name);
    return id !== null && byId.has(id) ? [id] : coursesNamed(name, matcher);
  };
  const completed: string[][] = [];
  for (const { topic, courses } of told) {
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
